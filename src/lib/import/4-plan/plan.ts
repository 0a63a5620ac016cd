import type { ColumnId, ImportKind } from '#lib/import/kinds.ts';
import type {
  CheckedRow,
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
import { Edits } from './edits.ts';
import { EmailIndex } from './email-index.ts';
import type { Person } from '#lib/domain/person.ts';
import { GroupChecks } from './group-checks.ts';
import { KnownPeople } from './known-people.ts';
import type { Owner, PlanFacts } from './plan-facts.ts';
import { problemsOf, type ProblemContext } from './problem-details.ts';
import { applyRowOrder } from './row-order.ts';
import {
  CHANGED,
  countedProblems,
  isReady,
  isUnchanged,
  isUpdated,
  keepsLeftOut,
  LEFT_OUT,
  problemBit,
  shown,
  startsLeftOut,
  TAKES_MOBILE,
  TAKES_STANDARD,
  UPDATES,
  type RowState
} from './row-state.ts';
import { RowStates } from './row-states.ts';

const DUPLICATE = problemBit('duplicate-email');
const IN_USE = problemBit('email-in-use');

export interface PlanParts {
  readonly kind: ImportKind;
  readonly table: Table;
  readonly checker: RowChecker;
  readonly facts: PlanFacts;
  /** 'report' when absent. */
  readonly existing?: ExistingPeople;
}

/**
 * Stage 4: what an import would do, row by row. Grows while rows arrive, follows what the person changes at once, and
 * holds of each row only what cannot be worked out again. See [Note: a row is one number].
 */
export class Plan {
  readonly #context: ProblemContext;
  readonly #states = new RowStates();
  readonly #emails = new EmailIndex((row) => this.#emailKey(row));
  readonly #owners = new Map<string, Owner>();
  readonly #people: KnownPeople;
  readonly #edits: Edits;
  #before: Plan | undefined;
  #ignoredGroups = 0;
  /** Whether rows may have to be counted through again: done only when somebody looks. */
  #orderIsStale = false;

  /** `before`: the plan that this one replaces because the organization changed. Edits and left-out rows carry over. */
  constructor({ kind, table, checker, facts, existing = 'report' }: PlanParts, before?: Plan) {
    const rowLimit = kind.rowLimit === 'none' ? null : facts.settings.importRowLimit;
    const groups = new GroupChecks(facts);
    const people = new KnownPeople(existing, { facts, checker, groups });
    this.#people = people;
    this.#context = {
      kind,
      table,
      checker,
      facts,
      rowLimit,
      emails: this.#emails,
      groups,
      owners: this.#owners,
      people
    };
    this.#edits = before ? before.#edits.copy() : new Edits();
    this.#before = before;
  }

  /** The next rows, in the table's order. Whoever has their emails must be known: see `unknownPeople`. */
  add(rows: Iterable<CheckedRow>): void {
    for (const checked of rows) {
      const row = this.#states.length;
      const state = this.#stateOf(row, checked);
      const leftOut = startsLeftOut(this.#before && this.#before.#states.at(row), state);
      this.#states.push(state | (leftOut ? LEFT_OUT : 0));
      if (!leftOut) this.#enter(row, checked.emailKey);
      if (checked.groupIgnored) this.#ignoredGroups++;
    }
    this.#orderIsStale = true;
  }

  /** Rows whose own Tech Group ID is ignored because a group was chosen. */
  get ignoredGroups(): number {
    return this.#ignoredGroups;
  }

  /** Of these emails' keys, those whose people must be learnt before their rows are added or edited. */
  unknownPeople(emailKeys: Iterable<string>): readonly string[] {
    return this.#people.unknown(emailKeys);
  }

  learnPeople(people: ReadonlyMap<string, Person>): void {
    this.#people.learn(people);
  }

  edits(row: number): RowEdits | undefined {
    return this.#edits.of(row);
  }

  /** Checks the row again, and every row it was or becomes a duplicate of. */
  edit(row: number, column: ColumnId, text: string): void {
    const { checker } = this.#context;
    if (!this.#is(row, LEFT_OUT)) this.#leave(row, this.#emailKey(row));
    this.#edits.drop(row, column);
    if (text !== checker.text(row, column)) this.#edits.set(row, column, text);
    const after = checker.check(row, this.#edits.of(row));
    const was = this.#states.at(row);
    const is = this.#stateOf(row, after);
    const leftOut = keepsLeftOut(was, is);
    this.#states.set(row, is | (leftOut ? LEFT_OUT : 0) | (was & CHANGED));
    if (!leftOut) this.#enter(row, after.emailKey);
    this.#orderIsStale = true;
  }

  leaveOut(rows: Iterable<number>, leftOut: boolean): void {
    for (const row of rows) {
      if (row >= this.#states.length || this.#is(row, LEFT_OUT) === leftOut) continue;
      const emailKey = this.#emailKey(row);
      this.#states.set(row, this.#states.at(row) ^ LEFT_OUT);
      if (leftOut) this.#leave(row, emailKey);
      else this.#enter(row, emailKey);
    }
    this.#orderIsStale = true;
  }

  get counts(): PlanCounts {
    return this.#settled().counts();
  }

  howMany(filter: RowFilter): number {
    return this.#settled().howMany(filter);
  }

  /** The places of the rows that pass the filter, from the `from`th of them on, at most `count`. */
  select(filter: RowFilter, from: number, count: number): readonly number[] {
    return this.#settled().select(filter, from, count);
  }

  /** See RowStates. */
  after(filter: RowFilter, keep: number): readonly number[] {
    return this.#settled().after(filter, keep);
  }

  /** The places of all rows that are not left out. */
  included(): readonly number[] {
    return this.select('all', 0, Infinity).filter((row) => !this.#is(row, LEFT_OUT));
  }

  /** Everything that is said of one row. */
  row(row: number): PlannedRow {
    const state = this.#settled().at(row);
    const edits = this.#edits.of(row);
    const update = isUpdated(state) || isUnchanged(state) ? this.#update(row) : undefined;
    return {
      row,
      rowNumber: this.#context.table.rowNumber(row),
      problems: countedProblems(state) === 0 ? [] : problemsOf(row, state, edits, this.#context),
      edited: this.#edits.columns(row),
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
    const states = this.#settled();
    for (let row = 0; row < states.length; row++) {
      if (!isReady(states.at(row)) || isUpdated(states.at(row))) continue;
      const { draft } = this.#context.checker.check(row, this.#edits.of(row));
      if (draft !== null) yield draft;
    }
  }

  /** The technicians to change, in row order. */
  *updates(): Generator<TechnicianUpdate> {
    const { checker } = this.#context;
    const states = this.#settled();
    for (let row = 0; row < states.length; row++) {
      if (!isUpdated(states.at(row))) continue;
      const edits = this.#edits.of(row);
      const person = this.#people.person(this.#emailKey(row));
      if (person?.role === 'technician') yield checker.update(row, person, edits);
    }
  }

  /** Of these rows' emails in use, those of which it is not yet known by whom. */
  unknownOwners(rows: Iterable<number>): readonly string[] {
    const keys = new Set<string>();
    for (const row of rows) {
      if ((countedProblems(this.#states.at(row)) & IN_USE) === 0) continue;
      const emailKey = this.#emailKey(row);
      if (!this.#owners.has(emailKey)) keys.add(emailKey);
    }
    return [...keys];
  }

  learnOwners(owners: ReadonlyMap<string, Owner>): void {
    for (const [key, owner] of owners) this.#owners.set(key, owner);
  }

  /** Marks every row whose outcome is not what it was in the plan before, and lets that one go. */
  markChanges(): void {
    const states = this.#settled();
    const before = this.#before && this.#before.#settled();
    for (let row = 0; row < states.length && before; row++) {
      const differs = shown(states.at(row)) !== shown(before.at(row)) || this.#updatesOtherwise(row);
      states.set(row, differs ? states.at(row) | CHANGED : states.at(row) & ~CHANGED);
    }
    this.#before = undefined;
  }

  /** The same values now replace others than were shown: nothing newer is overwritten unseen. */
  #updatesOtherwise(row: number): boolean {
    if (!isUpdated(this.#states.at(row))) return false;
    return JSON.stringify(this.#update(row)) !== JSON.stringify(this.#before && this.#before.#update(row));
  }

  #update(row: number): RowUpdate | undefined {
    return this.#people.update(row, this.#emailKey(row), this.#edits.of(row));
  }

  #stateOf(row: number, checked: CheckedRow): RowState {
    const { problems, groupId, draft } = checked;
    let state = this.#people.state(row, checked, this.#edits.of(row));
    for (const { code } of problems) state |= problemBit(code);
    if (state & UPDATES) return state;
    const groupCode = groupId === null ? null : this.#context.groups.code(groupId);
    if (groupCode !== null) state |= problemBit(groupCode);
    if (draft?.enabled && draft.standardLicense) state |= TAKES_STANDARD;
    if (draft?.enabled && draft.mobileLicense) state |= TAKES_MOBILE;
    return state;
  }

  #emailKey(row: number): string {
    return this.#context.checker.emailKey(row, this.#edits.of(row));
  }

  #enter(row: number, emailKey: string): void {
    if (emailKey !== '') this.#markDuplicates(this.#emails.add(emailKey, row), true);
  }

  #leave(row: number, emailKey: string): void {
    if (emailKey === '') return;
    const alone = this.#emails.remove(emailKey, row);
    this.#markDuplicates(alone, false);
  }

  #markDuplicates(rows: readonly number[], duplicate: boolean): void {
    for (const row of rows) {
      const state = this.#states.at(row);
      this.#states.set(row, duplicate ? state | DUPLICATE : state & ~DUPLICATE);
    }
  }

  #is(row: number, flag: RowState): boolean {
    return (this.#states.at(row) & flag) !== 0;
  }

  #settled(): RowStates {
    if (this.#orderIsStale) applyRowOrder(this.#states, this.#context.facts, this.#context.rowLimit);
    this.#orderIsStale = false;
    return this.#states;
  }
}
