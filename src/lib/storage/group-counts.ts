/**
 * How many technicians each group has, kept with every change so that no panel has to count 100,000 records.
 * All of it runs inside the caller's transaction.
 */
import { seatsOf, type SeatsUsed } from '#lib/domain/licenses.ts';
import type { GroupId } from '#lib/domain/group.ts';
import type { Person } from '#lib/domain/person.ts';
import type { MusterDatabase } from './database.ts';
import type { GroupCounts } from './records.ts';

type Countable = Omit<GroupCounts, 'groupId'>;

/** What has to be added to the counts of each group. */
export class CountChanges {
  readonly #byGroup = new Map<GroupId, { people: number; enabled: number; standard: number; mobile: number }>();

  add(groupId: GroupId, person: TechnicianTraits): void {
    this.#change(groupId, person, 1);
  }

  remove(groupId: GroupId, person: TechnicianTraits): void {
    this.#change(groupId, person, -1);
  }

  /** For a person of any role: only technicians are counted. */
  replace(before: Person | null, after: Person | null): void {
    if (before?.role === 'technician') this.remove(before.groupId, before);
    if (after?.role === 'technician') this.add(after.groupId, after);
  }

  /** Seats more, or with a minus fewer, of all groups together. */
  seats(): SeatsUsed {
    const changes = [...this.#byGroup.values()];
    return {
      standard: changes.reduce((sum, { standard }) => sum + standard, 0),
      mobile: changes.reduce((sum, { mobile }) => sum + mobile, 0)
    };
  }

  groupIds(): GroupId[] {
    return [...this.#byGroup.keys()];
  }

  async apply(db: MusterDatabase): Promise<void> {
    const groupIds = [...this.#byGroup.keys()];
    const present = await db.groupCounts.bulkGet(groupIds);
    const changed = groupIds.map((groupId, at) =>
      sum(groupId, present[at] ?? NONE, this.#byGroup.get(groupId) ?? NONE)
    );
    await db.groupCounts.bulkPut(changed.filter(({ people }) => people > 0));
    await db.groupCounts.bulkDelete(changed.filter(({ people }) => people === 0).map(({ groupId }) => groupId));
  }

  #change(groupId: GroupId, person: TechnicianTraits, by: 1 | -1): void {
    let change = this.#byGroup.get(groupId);
    if (!change) this.#byGroup.set(groupId, (change = { ...NONE }));
    const seats = seatsOf(person);
    change.people += by;
    change.enabled += person.enabled ? by : 0;
    change.standard += seats.standard * by;
    change.mobile += seats.mobile * by;
  }
}

interface TechnicianTraits {
  readonly enabled: boolean;
  readonly standardLicense: boolean;
  readonly mobileLicense: boolean;
}

const NONE: Countable = { people: 0, enabled: 0, standard: 0, mobile: 0 };

function sum(groupId: GroupId, a: Countable, b: Countable): GroupCounts {
  return {
    groupId,
    people: a.people + b.people,
    enabled: a.enabled + b.enabled,
    standard: a.standard + b.standard,
    mobile: a.mobile + b.mobile
  };
}

/** Of the whole organization. */
export async function seatsUsed(db: MusterDatabase): Promise<SeatsUsed> {
  let standard = 0;
  let mobile = 0;
  for (const counts of await db.groupCounts.toArray()) {
    standard += counts.standard;
    mobile += counts.mobile;
  }
  return { standard, mobile };
}
