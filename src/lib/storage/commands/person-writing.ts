/** Writing one person by the rules that an import's rows are checked by. Runs inside the transaction of `execute`. */
import type { DerivedPassword } from '#lib/credentials/derive.ts';
import type { CommandRefusal } from '#lib/domain/change.ts';
import { type MissingSeat, missingSeat, seatsOf } from '#lib/domain/licenses.ts';
import { checkPassword } from '#lib/domain/password-policy.ts';
import { refusedPerson } from '#lib/domain/person-fields.ts';
import { emailKey, type Person, type PersonId } from '#lib/domain/person.ts';
import type { OrganizationSettings } from '#lib/domain/settings.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { CountChanges, seatsUsed } from '#lib/storage/group-counts.ts';
import { toRecord } from '#lib/storage/people.ts';
import { ONLY, organizationRecord, settingsRecord } from '#lib/storage/records.ts';
import type { CommandFrame } from './command-frame.ts';

interface NewPassword {
  readonly text: string | undefined;
  readonly derived: DerivedPassword | undefined;
}

/** `before` is null for someone new. */
export async function writePerson(
  before: Person | null,
  after: Person,
  password: NewPassword,
  { db, actor }: CommandFrame
): Promise<CommandRefusal | null> {
  const settings = settingsRecord.parse(await db.settings.get(ONLY));
  const verdict = password.text === undefined ? null : checkPassword(password.text, settings.minimumPasswordStrength);
  const refusal = refusedPerson(after) ?? (await emailInUse(after, db));
  if (refusal) return refusal;
  if (verdict && !verdict.ok) return { code: 'password', verdict };
  const license = await seatMissing(settings, before, after, db);
  if (license) return { code: 'no-seat', license };
  const changes = new CountChanges();
  changes.replace(before, after);
  await changes.apply(db);
  await db.people.put(toRecord(after, await db.people.get(after.id)));
  if (password.derived) {
    // Whoever changes their own password chose it themselves.
    const mustChange = settings.adminPasswordChangeForcesChange && after.id !== actor.id;
    await db.credentials.put({ personId: after.id, ...password.derived, changedAt: Date.now(), mustChange });
  }
  return null;
}

/** All seats are counted only for who would take one more: there may be 10,000 groups to add up. */
async function seatMissing(
  settings: OrganizationSettings,
  before: Person | null,
  after: Person,
  db: MusterDatabase
): Promise<MissingSeat | null> {
  if (after.role !== 'technician') return null;
  const had = before?.role === 'technician' ? seatsOf(before) : { standard: 0, mobile: 0 };
  const needed = seatsOf(after);
  if (needed.standard <= had.standard && needed.mobile <= had.mobile) return null;
  return missingSeat(settings, await seatsUsed(db), before?.role === 'technician' ? before : null, after);
}

/** Whether somebody else has this person's email; it is the index that holds it unique. */
export async function emailInUse(person: Person, db: MusterDatabase): Promise<CommandRefusal | null> {
  const owner = await db.people.get({ emailKey: emailKey(person.email) });
  return owner && owner.id !== person.id ? { code: 'email-in-use', personId: owner.id, personName: owner.name } : null;
}

/** The id of someone new; ids are never given again. */
export async function takePersonId(db: MusterDatabase): Promise<PersonId> {
  const organization = organizationRecord.parse(await db.organization.get(ONLY));
  await db.organization.put({ ...organization, nextPersonId: organization.nextPersonId + 1 });
  return organization.nextPersonId;
}
