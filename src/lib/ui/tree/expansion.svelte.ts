import { SvelteSet } from 'svelte/reactivity';
import type { NodeKey } from './tree-nodes.ts';

const KEY = 'muster.tree.open';
const FIRST: readonly NodeKey[] = ['technician-groups'];

/** Which nodes of the tree are open; kept on this device. */
export class Expansion {
  readonly #open: SvelteSet<NodeKey>;

  constructor() {
    this.#open = new SvelteSet(read());
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
      localStorage.setItem(KEY, JSON.stringify([...this.#open]));
    } catch {
      // The tree works without being remembered.
    }
  }
}

function read(): readonly NodeKey[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : FIRST;
  } catch {
    return FIRST;
  }
}
