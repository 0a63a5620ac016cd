import { SvelteSet } from 'svelte/reactivity';
import type { NodeKey } from './tree-nodes.ts';

const KEY = 'muster.tree.open';
const FIRST: readonly NodeKey[] = ['technician-groups'];

/** Which nodes of one organization's tree are open; kept on this device. Another organization begins anew. */
export class Expansion {
  readonly #open: SvelteSet<NodeKey>;
  readonly #organization: number;

  /** `organization`: when it was made, milliseconds since 1970. */
  constructor(organization: number) {
    this.#organization = organization;
    this.#open = new SvelteSet(read(organization));
  }

  has(key: NodeKey): boolean {
    return this.#open.has(key);
  }

  open(...keys: readonly NodeKey[]): void {
    const closed = keys.filter((key) => !this.#open.has(key));
    if (closed.length === 0) return;
    for (const key of closed) this.#open.add(key);
    this.#keep();
  }

  close(key: NodeKey): void {
    if (this.#open.delete(key)) this.#keep();
  }

  #keep(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify({ organization: this.#organization, open: [...this.#open] }));
    } catch {
      // The tree works without being remembered.
    }
  }
}

function read(organization: number): readonly NodeKey[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('open' in stored) || !('organization' in stored))
      return FIRST;
    const { open } = stored;
    if (stored.organization !== organization || !Array.isArray(open)) return FIRST;
    return open.filter((key) => typeof key === 'string');
  } catch {
    return FIRST;
  }
}
