import type { ColumnId, ImportKind } from '#lib/import/kinds.ts';
import type { EmailOwner } from '#lib/import/organization-facts.ts';
import type {
  ExistingPeople,
  PlanCounts,
  PlannedRow,
  RowChecker,
  RowEdits,
  RowFilter,
  RowOutcome,
  RowUpdate,
  Table,
  TechnicianDraft,
  TechnicianUpdate
} from '#lib/import/road.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { Person } from '#lib/domain/person.ts';
import { GroupChecks } from './group-checks.ts';
import { KnownPeople } from './known-people.ts';
import type { PlanFacts } from './plan-facts.ts';
import { PlanRows } from './plan-rows.ts';
import { problemsOf, type ProblemContext } from './problem-details.ts';
import { CHANGED, countedProblems, isReady, isUnchanged, isUpdated, LEFT_OUT, problemBit, shown } from './row-state.ts';

const IN_USE = problemBit('email-in-use');

interface PlanParts {
  readonly kind: ImportKind;
  readonly table: Table;
  readonly checker: RowChecker;
  readonly facts: PlanFacts;
  /** 'report' when absent. */
  readonly existing?: ExistingPeople;
  /** Absent or null: each row names its own. */
  readonly chosenGroup?: GroupId | null;
}

/**
 * Stage 4: what an import would do, row by row. Grows while rows arrive, follows what the person changes at once, and
 * holds of each row only what cannot be worked out again. See [Note: a row is one number].
 */
export class Plan {
  readonly #context: ProblemContext;
  readonly #rows: PlanRows;
  readonly #owners = new Map<string, EmailOwner>();
  readonly #people: KnownPeople;
  #before: Plan | undefined;

  /** `before`: the plan that this one replaces. Edits and left-out rows carry over. */
  constructor({ kind, table, checker, facts, existing = 'report', chosenGroup = null }: PlanParts, before?: Plan) {
    const rowLimit = kind.rowLimit === 'none' ? null : facts.settings.importRowLimit;
    const groups = new GroupChecks(facts);
    const people = new KnownPeople(existing, { facts, checker, groups });
    this.#people = people;
    this.#rows = new PlanRows({ facts, checker, groups, people, rowLimit, chosenGroup }, before && before.#rows);
    const { emails } = this.#rows;
    this.#context = {
      kind,
      table,
      checker,
      facts,
      rowLimit,
      emails,
      groups,
      owners: this.#owners,
      people,
      chosenGroup
    };
    this.#before = before;
  }

  /** Takes in the table's rows up to `to`. Whoever has their emails must be known: see `unknownPeopleIn`. */
  grow(to: number): void {
    this.#rows.grow(to);
  }

  /** Checks the row again, and every row it was or becomes a duplicate of. */
  edit(row: number, column: ColumnId, text: string): void {
    this.#rows.edit(row, column, text);
  }

  leaveOut(rows: Iterable<number>, leftOut: boolean): void {
    this.#rows.leaveOut(rows, leftOut);
  }

  /** Of these emails' keys, those whose people must be learnt before a row gets one of them. */
  unknownPeople(emailKeys: Iterable<string>): readonly string[] {
    return this.#people.unknown(emailKeys);
  }

  /** The same of the rows up to `to`, which come next, and perhaps of others up to `readTo`. */
  unknownPeopleIn(to: number, readTo: number): readonly string[] {
    return this.#people.unknownIn(to, readTo, (row) => this.#rows.emailKey(row));
  }

  learnPeople(people: ReadonlyMap<string, Person>): void {
    this.#people.learn(people);
  }

  edits(row: number): RowEdits | undefined {
    return this.#rows.edits.of(row);
  }

  /** Rows whose own Tech Group ID is ignored because a group was chosen. */
  get ignoredGroups(): number {
    return this.#rows.ignoredGroups;
  }

  get counts(): PlanCounts {
    return this.#rows.settled().counts();
  }

  howMany(filter: RowFilter): number {
    return this.#rows.settled().howMany(filter);
  }

  /** The places of the rows that pass the filter, from the `from`th of them on, at most `count`. */
  select(filter: RowFilter, from: number, count: number): readonly number[] {
    return this.#rows.settled().select(filter, from, count);
  }

  /** See RowStates. */
  after(filter: RowFilter, keep: number): readonly number[] {
    return this.#rows.settled().after(filter, keep);
  }

  /** The places of all rows that are not left out. */
  included(): readonly number[] {
    return this.select('all', 0, Infinity).filter((row) => (this.#rows.at(row) & LEFT_OUT) === 0);
  }

  /** Everything that is said of one row. */
  row(row: number): PlannedRow {
    const state = this.#rows.settled().at(row);
    const edits = this.edits(row);
    const update = isUpdated(state) || isUnchanged(state) ? this.#update(row) : undefined;
    return {
      row,
      rowNumber: this.#context.table.rowNumber(row),
      problems: countedProblems(state) === 0 ? [] : problemsOf(row, state, edits, this.#context),
      edited: this.#rows.edits.columns(row),
      leftOut: (state & LEFT_OUT) !== 0,
      changed: (state & CHANGED) !== 0,
      ...(update && { update })
    };
  }

  /** What becomes of the row when the plan is carried out. */
  outcome(row: number): RowOutcome {
    const { problems, edited, leftOut, update } = this.row(row);
    if (leftOut) return { kind: 'left-out' };
    if (problems.length > 0) return { kind: 'failed', problems };
    if (update === undefined) return { kind: 'created', edited };
    const { changes, moved } = update;
    if (changes.length === 0 && moved === undefined) return { kind: 'unchanged' };
    return { kind: 'updated', changes, ...(moved && { moved }) };
  }

  /** The technicians to make, in row order. */
  *drafts(): Generator<TechnicianDraft> {
    const states = this.#rows.settled();
    for (let row = 0; row < states.length; row++) {
      if (!isReady(states.at(row)) || isUpdated(states.at(row))) continue;
      const draft = this.#context.checker.draft(row, this.edits(row));
      if (draft !== null) yield draft;
    }
  }

  /** The technicians to change, in row order. */
  *updates(): Generator<TechnicianUpdate> {
    const { checker } = this.#context;
    const states = this.#rows.settled();
    for (let row = 0; row < states.length; row++) {
      if (!isUpdated(states.at(row))) continue;
      const edits = this.edits(row);
      const person = this.#people.person(this.#rows.emailKey(row));
      if (person?.role === 'technician') yield checker.update(row, person, edits);
    }
  }

  /** Of these rows' emails in use, those of which it is not yet known by whom. */
  unknownOwners(rows: Iterable<number>): readonly string[] {
    const keys = new Set<string>();
    for (const row of rows) {
      if ((countedProblems(this.#rows.at(row)) & IN_USE) === 0) continue;
      const emailKey = this.#rows.emailKey(row);
      if (!this.#owners.has(emailKey)) keys.add(emailKey);
    }
    return [...keys];
  }

  learnOwners(owners: ReadonlyMap<string, EmailOwner>): void {
    for (const [key, owner] of owners) this.#owners.set(key, owner);
  }

  /** Marks every row whose outcome is not what it was in the plan before; forgets that one. */
  markChanges(): void {
    const states = this.#rows.settled();
    const before = this.#before && this.#before.#rows.settled();
    for (let row = 0; row < states.length && before; row++) {
      const differs = shown(states.at(row)) !== shown(before.at(row)) || this.#updatesOtherwise(row);
      states.set(row, differs ? states.at(row) | CHANGED : states.at(row) & ~CHANGED);
    }
    this.forgetBefore();
  }

  /** Once all rows are in. */
  forgetBefore(): void {
    this.#before = undefined;
    this.#rows.forgetBefore();
  }

  /** The same values now replace others than were shown: nothing newer is overwritten unseen. */
  #updatesOtherwise(row: number): boolean {
    if (!isUpdated(this.#rows.at(row))) return false;
    return JSON.stringify(this.#update(row)) !== JSON.stringify(this.#before && this.#before.#update(row));
  }

  #update(row: number): RowUpdate | undefined {
    return this.#people.update(row, this.#rows.emailKey(row), this.edits(row));
  }
}
