import type { Person } from '#lib/domain/person.ts';
import type { CheckedRow, ExistingPeople, RowChecker, RowEdits, RowUpdate } from '#lib/import/road.ts';
import type { GroupChecks } from './group-checks.ts';
import type { PlanFacts } from './plan-facts.ts';
import { EXISTING, problemBit, UNCHANGED, UPDATES, type RowState } from './row-state.ts';
import { rowUpdate } from '#lib/import/row-update.ts';
import { seatBits } from './seat-bits.ts';

const IN_USE = problemBit('email-in-use');
const NOT_YOURS = problemBit('person-not-yours');

interface RowSources {
  readonly facts: PlanFacts;
  readonly checker: RowChecker;
  readonly groups: GroupChecks;
}

/** What the plan knows of the people whose emails the file has, and what becomes of their rows. */
export class KnownPeople {
  readonly mode: ExistingPeople;
  readonly #people = new Map<string, Person>();
  #askedTo = 0;
  readonly #sources: RowSources;

  constructor(mode: ExistingPeople, sources: RowSources) {
    this.mode = mode;
    this.#sources = sources;
  }

  /** Of these keys, those whose people the plan has to know before their rows come. */
  unknown(emailKeys: Iterable<string>): readonly string[] {
    if (this.mode !== 'update') return [];
    const { emailKeys: inUse } = this.#sources.facts;
    return [...new Set(emailKeys)].filter((key) => inUse.has(key) && !this.#people.has(key));
  }

  /**
   * The same before the table's rows up to `to` come: none where they were asked for, otherwise at once for all rows up
   * to `readTo`, since a store finds many people sooner than as many one by one.
   */
  unknownIn(to: number, readTo: number, emailKey: (row: number) => string): readonly string[] {
    if (this.mode !== 'update' || to <= this.#askedTo) return [];
    const keys: string[] = [];
    for (; this.#askedTo < readTo; this.#askedTo++) keys.push(emailKey(this.#askedTo));
    return this.unknown(keys);
  }

  learn(people: ReadonlyMap<string, Person>): void {
    for (const [key, person] of people) this.#people.set(key, person);
  }

  person(emailKey: string): Person | undefined {
    return this.#people.get(emailKey);
  }

  /** What a row's state says because of whoever has its email: only of emails in use. */
  state(row: number, { emailKey }: CheckedRow, edits: RowEdits | undefined): RowState {
    if (this.mode === 'leave-out') return IN_USE | EXISTING;
    const person = this.#people.get(emailKey);
    if (this.mode === 'report' || person?.role !== 'technician') return IN_USE;
    const { checker, groups } = this.#sources;
    if (!groups.reaches(person.groupId)) return NOT_YOURS;
    const update = checker.update(row, person, edits);
    const { changes, moved } = rowUpdate(update, groups);
    const groupCode = moved ? groups.code(update.after.groupId) : null;
    const isSame = changes.length === 0 && moved === undefined;
    return (
      UPDATES |
      (isSame ? UNCHANGED : 0) |
      (groupCode === null ? 0 : problemBit(groupCode)) |
      seatBits(person, update.after)
    );
  }

  /** Only of rows that update someone. */
  update(row: number, emailKey: string, edits: RowEdits | undefined): RowUpdate | undefined {
    const person = this.#people.get(emailKey);
    if (person?.role !== 'technician') return undefined;
    const { checker, groups } = this.#sources;
    return rowUpdate(checker.update(row, person, edits), groups);
  }
}
