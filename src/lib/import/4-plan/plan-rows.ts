import { limitsSeats } from '#lib/domain/licenses.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { ColumnId } from '#lib/import/kinds.ts';
import type { CheckedRow, RowChecker, RowEdits } from '#lib/import/road.ts';
import { Edits } from './edits.ts';
import { emailHash } from './email-hash.ts';
import { EmailIndex } from './email-index.ts';
import { EmailsInUse } from './emails-in-use.ts';
import type { GroupChecks } from './group-checks.ts';
import type { KnownPeople } from './known-people.ts';
import type { PlanFacts } from './plan-facts.ts';
import { applyRowOrder, type RowLimit } from './row-order.ts';
import { begun, decided, DONE, edited, LEFT_OUT, problemBit, UPDATES, type RowState } from './row-state.ts';
import { RowStates } from './row-states.ts';
import { seatBits } from './seat-bits.ts';

const DUPLICATE = problemBit('duplicate-email');

/** What the rows are judged by. */
interface RowGround {
  readonly facts: PlanFacts;
  readonly checker: RowChecker;
  readonly groups: GroupChecks;
  readonly people: KnownPeople;
  readonly rowLimit: RowLimit;
  readonly chosenGroup: GroupId | null;
}

/** The rows of a plan: how they grow, and how they are changed. What is asked of them is the Plan's business. */
export class PlanRows {
  readonly emails = new EmailIndex((row) => this.emailKey(row));
  readonly edits: Edits;
  /** Rows whose own Tech Group ID is ignored because a group was chosen. */
  ignoredGroups = 0;
  readonly #ground: RowGround;
  readonly #emailsInUse: EmailsInUse;
  readonly #countsSeats: boolean;
  readonly #states = new RowStates();
  #before: PlanRows | undefined;
  /** Whether rows may have to be counted through again: done only when somebody looks. */
  #orderIsStale = false;

  /** `before`: rows whose edits, and which of them are left out, carry over. */
  constructor(ground: RowGround, before?: PlanRows) {
    this.#ground = ground;
    this.#emailsInUse = new EmailsInUse(ground.facts.emailKeys);
    this.#countsSeats = limitsSeats(ground.facts.settings);
    this.#before = before;
    this.edits = before ? before.edits.copy() : new Edits();
  }

  /** Takes in the table's rows up to `to`. */
  grow(to: number): void {
    const states = this.#states;
    const before = this.#before;
    for (let row = states.length; row < to; row++) {
      const edits = this.edits.of(row);
      const checked = this.#ground.checker.check(row, edits);
      const hash = emailHash(checked.emailKey);
      const state = begun(before?.at(row), this.#stateOf(row, checked, hash, edits));
      states.push(state);
      if ((state & LEFT_OUT) === 0) this.#enter(row, checked.emailKey, hash);
      if (checked.groupIgnored) this.ignoredGroups++;
    }
    this.#orderIsStale = true;
  }

  edit(row: number, column: ColumnId, text: string): void {
    const { checker } = this.#ground;
    if (!this.#isLeftOut(row)) this.#leave(row);
    this.edits.drop(row, column);
    if (text !== checker.text(row, column)) this.edits.set(row, column, text);
    const edits = this.edits.of(row);
    const checked = checker.check(row, edits);
    const hash = emailHash(checked.emailKey);
    this.#states.set(row, edited(this.at(row), this.#stateOf(row, checked, hash, edits)));
    if (!this.#isLeftOut(row)) this.#enter(row, checked.emailKey, hash);
    this.#orderIsStale = true;
  }

  leaveOut(rows: Iterable<number>, leftOut: boolean): void {
    for (const row of rows) {
      if (row >= this.#states.length || this.#isLeftOut(row) === leftOut) continue;
      this.#states.set(row, decided(this.at(row), leftOut));
      const emailKey = this.emailKey(row);
      if (leftOut) this.#leave(row);
      else this.#enter(row, emailKey, emailHash(emailKey));
    }
    this.#orderIsStale = true;
  }

  /** All states as somebody who looks must see them. */
  settled(): RowStates {
    if (this.#orderIsStale) applyRowOrder(this.#states, this.#ground.facts, this.#ground.rowLimit);
    this.#orderIsStale = false;
    return this.#states;
  }

  /** Without what depends on the rows above. */
  at(row: number): RowState {
    return this.#states.at(row);
  }

  emailKey(row: number): string {
    return this.#ground.checker.emailKey(row, this.edits.of(row));
  }

  /** Lets go what these rows came from. */
  forgetBefore(): void {
    this.#before = undefined;
  }

  #stateOf(row: number, checked: CheckedRow, hash: number, edits: RowEdits | undefined): RowState {
    const { problems, emailKey } = checked;
    const { checker, groups, people, chosenGroup } = this.#ground;
    const groupId = checked.groupId ?? chosenGroup;
    let state = checked.alreadyDone ? DONE : 0;
    if (this.#emailsInUse.has(emailKey, hash)) state |= people.state(row, checked, edits);
    for (const { code } of problems) state |= problemBit(code);
    if (state & UPDATES) return state;
    const groupCode = groupId === null ? null : groups.code(groupId);
    if (groupCode !== null) state |= problemBit(groupCode);
    if (this.#countsSeats && problems.length === 0) state |= seatBits(null, checker.seats(row, edits));
    return state;
  }

  #enter(row: number, emailKey: string, hash: number): void {
    if (emailKey !== '') this.#mark(this.emails.add(emailKey, row, hash), true);
  }

  #leave(row: number): void {
    const emailKey = this.emailKey(row);
    if (emailKey !== '') this.#mark(this.emails.remove(emailKey, row), false);
  }

  #mark(rows: readonly number[], duplicate: boolean): void {
    for (const row of rows) {
      const state = this.at(row);
      this.#states.set(row, duplicate ? state | DUPLICATE : state & ~DUPLICATE);
    }
  }

  #isLeftOut(row: number): boolean {
    return (this.at(row) & LEFT_OUT) !== 0;
  }
}
