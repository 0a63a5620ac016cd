import { SvelteMap } from 'svelte/reactivity';
import type { GroupId } from '#lib/domain/group.ts';
import type { PersonId, Technician } from '#lib/domain/person.ts';
import { liveTechnicians } from '#lib/storage/live-queries.ts';

const PAGE = 100;
/** Pages kept up to date at once: a tall window shows parts of a few groups. */
const KEPT = 16;

interface TechnicianPlace {
  readonly groupId: GroupId;
  /** Its place in the group, from 0. */
  readonly index: number;
}

/** The technicians that the tree shows, read page by page and kept up to date while they are in sight. */
export class TechnicianPages {
  readonly #pages = new SvelteMap<string, readonly Technician[]>();
  /** Oldest first. */
  readonly #watched = new Map<string, () => void>();

  /** undefined while its page is not read. */
  at(groupId: GroupId, index: number): Technician | undefined {
    return this.#pages.get(pageKey(groupId, Math.floor(index / PAGE)))?.[index % PAGE];
  }

  /** Where a technician is, among those that were read; null for any other. */
  placeOf(personId: PersonId): TechnicianPlace | null {
    for (const [key, technicians] of this.#pages) {
      const at = technicians.findIndex((technician) => technician.id === personId);
      if (at < 0) continue;
      const [groupId = 0, page = 0] = key.split('/').map(Number);
      return { groupId, index: page * PAGE + at };
    }
    return null;
  }

  /** Reads what is in sight and lets go of what was longest out of it. */
  show(places: readonly TechnicianPlace[]): void {
    for (const { groupId, index } of places) this.#watch(groupId, Math.floor(index / PAGE));
    const wanted = new Set(places.map(({ groupId, index }) => pageKey(groupId, Math.floor(index / PAGE))));
    for (const [key, stop] of this.#watched) {
      if (this.#watched.size <= KEPT) break;
      if (wanted.has(key)) continue;
      stop();
      this.#watched.delete(key);
      this.#pages.delete(key);
    }
  }

  close(): void {
    for (const stop of this.#watched.values()) stop();
    this.#watched.clear();
  }

  #watch(groupId: GroupId, page: number): void {
    const key = pageKey(groupId, page);
    const known = this.#watched.get(key);
    if (known) {
      this.#watched.delete(key);
      this.#watched.set(key, known);
      return;
    }
    const query = liveTechnicians(groupId, { offset: page * PAGE, limit: PAGE });
    const subscription = query.subscribe((window) => this.#pages.set(key, window.technicians));
    this.#watched.set(key, () => subscription.unsubscribe());
  }
}

const pageKey = (groupId: GroupId, page: number): string => `${groupId}/${page}`;
