/** Whom an import changed, and who of them is still as it left them. Runs inside a transaction. */
import { SeatCounter } from '#lib/domain/licenses.ts';
import type { GroupId } from '#lib/domain/group.ts';
import { rowUpdate } from '#lib/import/row-update.ts';
import type { RowUpdate } from '#lib/import/road.ts';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { type CountChanges, seatsUsed } from '#lib/storage/group-counts.ts';
import { fingerprint, toPerson } from '#lib/storage/people.ts';
import { type FormerPerson, ONLY, type PersonRecord, type SealedRecord, settingsRecord } from '#lib/storage/records.ts';
import { newestSealed } from '#lib/storage/passwords/sealed-passwords.ts';
import { surveyFormerPasswords } from './former-passwords.ts';
import type { KeptPerson } from './survey-import.ts';

/** So many people are looked at by somebody; the others are a count. */
export const NAMED = 100;

export interface UpdatesSurvey {
  /** They get their former values back. */
  readonly restorable: readonly FormerPerson[];
  /** What of the first of them becomes what: from how they are to how they were. */
  readonly restores: readonly RowUpdate[];
  readonly kept: readonly KeptPerson[];
  readonly alreadyGone: number;
  /** Passwords that the import sealed for people who get the former one back. */
  readonly sealedKeys: readonly [number, number][];
  /** Written by the restore: see `FormerPasswords.written`. */
  readonly sealed: readonly SealedRecord[];
}

/** Adds to `counts` what a restore changes; what is removed must be in it by then, for its seats. */
export async function surveyUpdates(
  record: ImportRecord,
  counts: CountChanges,
  db: MusterDatabase
): Promise<UpdatesSurvey> {
  const unchanged: Candidate[] = [];
  const former: SealedRecord[] = [];
  const kept: KeptPerson[] = [];
  const keep = ({ id, name }: PersonRecord, why: KeptPerson['why']): void =>
    void kept.push({ personId: id, name, why });
  let alreadyGone = 0;
  for (let chunk = 0; ; chunk++) {
    const stored = await db.importFormer.get([record.importId, chunk]);
    if (!stored) break;
    former.push(...(stored.sealed ?? []));
    const ids = stored.people.map(({ before }) => before.id);
    const groupIds = stored.people.map(({ before }) => before.groupId ?? 0);
    const [people, credentials, groups, sealed] = await Promise.all([
      db.people.bulkGet(ids),
      db.credentials.bulkGet(ids),
      db.groups.bulkGet(groupIds),
      newestSealed(ids[0] ?? 0, ids.at(-1) ?? 0, db)
    ]);
    for (const [at, person] of stored.people.entries()) {
      const present = people[at];
      if (!present) {
        alreadyGone++;
        continue;
      }
      const changedAt = credentials[at]?.changedAt ?? sealed.get(present.id)?.sealedAt;
      const why = groups[at] ? whyKept(person, present, changedAt, record) : 'group-gone';
      if (why) keep(present, why);
      else unchanged.push({ former: person, present });
    }
  }
  const { seated, seatless } = await withSeats(unchanged, counts, db);
  for (const { present } of seatless) keep(present, 'no-seat');
  const passwords = await surveyFormerPasswords(record, seated.map(formerOf), former, db);
  const restorable: FormerPerson[] = [];
  const restores: RowUpdate[] = [];
  const groups = await namedGroups(seated, db);
  for (const { former: person, present } of seated) {
    if (passwords.gone.has(present.id)) {
      keep(present, 'password-gone');
      continue;
    }
    restorable.push(person);
    const [now, then] = [toPerson(present), toPerson(person.before)];
    counts.replace(now, then);
    if (restores.length < NAMED && now.role === 'technician' && then.role === 'technician')
      restores.push(rowUpdate({ before: now, after: then, ...(person.setsPassword && { password: '' }) }, groups));
  }
  return { restorable, restores, kept, alreadyGone, sealedKeys: passwords.unneeded, sealed: passwords.written };
}

interface Candidate {
  readonly former: FormerPerson;
  readonly present: PersonRecord;
}

const formerOf = ({ former }: Candidate): FormerPerson => former;

async function namedGroups(candidates: readonly Candidate[], db: MusterDatabase) {
  const ids = candidates.flatMap(({ former, present }) => [former.before.groupId ?? 0, present.groupId ?? 0]);
  const groups = await db.groups.bulkGet([...new Set(ids)]);
  const names = new Map(groups.flatMap((group) => (group ? [[group.id, group.name]] : [])));
  return { named: (id: GroupId) => ({ id, name: names.get(id) ?? String(id) }) };
}

/** Seats that a restore or a removal sets free are there for the others. */
async function withSeats(candidates: readonly Candidate[], counts: CountChanges, db: MusterDatabase) {
  const used = await seatsUsed(db);
  const removed = counts.seats();
  const counter = new SeatCounter(settingsRecord.parse(await db.settings.get(ONLY)), {
    standard: used.standard + removed.standard,
    mobile: used.mobile + removed.mobile
  });
  const fits = ({ former, present }: Candidate): boolean =>
    counter.exchange(seatTaker(present), seatTaker(former.before)).length === 0;
  const first = new Set(candidates.filter(fits));
  const seated = new Set([...first, ...candidates.filter((one) => !first.has(one) && fits(one))]);
  return {
    seated: candidates.filter((one) => seated.has(one)),
    seatless: candidates.filter((one) => !seated.has(one))
  };
}

function seatTaker({ disabled, standard, mobile }: PersonRecord) {
  return { enabled: !disabled, standardLicense: standard === true, mobileLicense: mobile === true };
}

/** Inside the undo's transaction. */
export async function restoreUpdates(
  importId: number,
  { restorable, sealed }: UpdatesSurvey,
  db: MusterDatabase
): Promise<void> {
  const withPassword = restorable.filter(({ setsPassword }) => setsPassword);
  await db.people.bulkPut(restorable.map(({ before }) => before));
  await db.credentials.bulkDelete(withPassword.map(({ before }) => before.id));
  await db.credentials.bulkPut(withPassword.flatMap(({ credentials }) => credentials ?? []));
  await db.sealedPasswords.bulkPut([...sealed]);
  await db.importFormer.where(':id').between([importId, 0], [importId, Infinity]).delete();
}

function whyKept(
  former: FormerPerson,
  present: PersonRecord,
  changedAt: number | undefined,
  { at }: ImportRecord
): KeptPerson['why'] | null {
  if (fingerprint(present) !== former.after) return 'changed';
  return former.setsPassword && changedAt !== undefined && changedAt !== at ? 'password-changed' : null;
}
