/**
 * Finds people by any part of their texts. One long text for each span of ids: a hundred thousand people are some ten
 * megabytes, and the browser's own search goes through them in some milliseconds.
 */
import type { GroupId } from '#lib/domain/group.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { searchForm } from '#lib/domain/search-form.ts';

export interface IndexedPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly nickname?: string | undefined;
  readonly emailKey: string;
  readonly ssoId?: string | undefined;
  /** Absent: an administrator. */
  readonly groupId?: GroupId | undefined;
}

interface FoundPeople {
  /** The best first: who has a field that begins so, then a word, then any part; by id among equals. */
  readonly personIds: readonly PersonId[];
  /** All that match. */
  readonly total: number;
}

/** Stands before each field; nobody can type it. */
const FIELD = '\n';
/** Group id of who has none. */
const NO_GROUP = -1;
const RANKS = 3;

interface Span {
  readonly text: string;
  /** Where each person's text begins. */
  readonly starts: Uint32Array;
  readonly ids: Float64Array;
  readonly groupIds: Float64Array;
}

export class SearchIndex {
  readonly #spans = new Map<number, Span>();

  get spans(): number {
    return this.#spans.size;
  }

  /** Replaces what was known of a span. */
  set(span: number, people: readonly IndexedPerson[]): void {
    const starts = new Uint32Array(people.length);
    const texts: string[] = [];
    let length = 0;
    for (const [at, person] of people.entries()) {
      const text = textOf(person);
      starts[at] = length;
      length += text.length;
      texts.push(text);
    }
    const ids = Float64Array.from(people, ({ id }) => id);
    const groupIds = Float64Array.from(people, ({ groupId }) => groupId ?? NO_GROUP);
    this.#spans.set(span, { text: texts.join(''), starts, ids, groupIds });
  }

  clear(): void {
    this.#spans.clear();
  }

  /** `wanted` in its `searchForm`; `sees` says of a technician's group whether the person who searches may see it. */
  find(wanted: string, limit: number, sees: (groupId: GroupId) => boolean = () => true): FoundPeople {
    const ranks: PersonId[][] = Array.from({ length: RANKS }, () => []);
    let total = 0;
    if (wanted === '' || wanted.includes(FIELD)) return { personIds: [], total };
    for (const [, span] of [...this.#spans].sort(([a], [b]) => a - b)) {
      const { text, starts, ids, groupIds } = span;
      for (let at = text.indexOf(wanted); at >= 0;) {
        const person = lastAtOrBefore(starts, at);
        const end = starts[person + 1] ?? text.length;
        const groupId = groupIds[person] ?? NO_GROUP;
        if (groupId === NO_GROUP || sees(groupId)) {
          total++;
          if ((ranks[0]?.length ?? 0) < limit) {
            const bucket = ranks[rankOf(text.slice(starts[person], end), wanted)];
            if (bucket && bucket.length < limit) bucket.push(ids[person] ?? 0);
          }
        }
        at = text.indexOf(wanted, end);
      }
    }
    return { personIds: ranks.flat().slice(0, limit), total };
  }
}

function textOf({ name, nickname, emailKey, ssoId }: IndexedPerson): string {
  let text = FIELD + plain(name) + FIELD + plain(emailKey);
  if (nickname) text += FIELD + plain(nickname);
  if (ssoId) text += FIELD + plain(ssoId);
  return text;
}

function plain(text: string): string {
  return searchForm(text).replaceAll(FIELD, ' ');
}

function rankOf(person: string, wanted: string): number {
  if (person.includes(FIELD + wanted)) return 0;
  for (let at = person.indexOf(wanted); at >= 0; at = person.indexOf(wanted, at + 1)) {
    if (/[\s.@_-]/.test(person[at - 1] ?? '')) return 1;
  }
  return 2;
}

function lastAtOrBefore(starts: Uint32Array, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
