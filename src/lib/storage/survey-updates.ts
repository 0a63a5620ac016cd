/** Whom an import changed, and who of them is still as it left them. Runs inside a transaction. */
import type { PersonId } from '#lib/domain/person.ts';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';
import type { MusterDatabase } from './database.ts';
import type { CountChanges } from './group-counts.ts';
import { fingerprint, toPerson } from './people.ts';
import type { CredentialsRecord, FormerPerson, PersonRecord } from './records.ts';
import type { KeptPerson } from './survey-import.ts';

export interface UpdatesSurvey {
  /** They get their former values back. */
  readonly restorable: readonly FormerPerson[];
  readonly kept: readonly KeptPerson[];
  readonly alreadyGone: number;
  /** Passwords that the import sealed for people who get the former one back. */
  readonly sealedKeys: readonly [number, number][];
}

/** Adds to `counts` what a restore changes. */
export async function surveyUpdates(
  record: ImportRecord,
  counts: CountChanges,
  db: MusterDatabase
): Promise<UpdatesSurvey> {
  const restorable: FormerPerson[] = [];
  const kept: KeptPerson[] = [];
  let alreadyGone = 0;
  for (let chunk = 0; ; chunk++) {
    const stored = await db.importFormer.get([record.importId, chunk]);
    if (!stored) break;
    const ids = stored.people.map(({ before }) => before.id);
    const groupIds = stored.people.map(({ before }) => before.groupId ?? 0);
    const [people, credentials, groups] = await Promise.all([
      db.people.bulkGet(ids),
      db.credentials.bulkGet(ids),
      db.groups.bulkGet(groupIds)
    ]);
    for (const [at, former] of stored.people.entries()) {
      const present = people[at];
      if (!present) {
        alreadyGone++;
        continue;
      }
      const why = groups[at] ? whyKept(former, present, credentials[at], record) : 'group-gone';
      if (why) {
        kept.push({ personId: present.id, name: present.name, why });
        continue;
      }
      restorable.push(former);
      counts.replace(toPerson(present), toPerson(former.before));
    }
  }
  return { restorable, kept, alreadyGone, sealedKeys: await sealedBy(record, restorable, db) };
}

/** Inside the undo's transaction. */
export async function restoreUpdates(
  importId: number,
  { restorable }: UpdatesSurvey,
  db: MusterDatabase
): Promise<void> {
  const withPassword = restorable.filter(({ setsPassword }) => setsPassword);
  await db.people.bulkPut(restorable.map(({ before }) => before));
  await db.credentials.bulkDelete(withPassword.map(({ before }) => before.id));
  await db.credentials.bulkPut(withPassword.flatMap(({ credentials }) => credentials ?? []));
  await db.importFormer.where(':id').between([importId, 0], [importId, Infinity]).delete();
}

function whyKept(
  former: FormerPerson,
  present: PersonRecord,
  credentials: CredentialsRecord | undefined,
  { at }: ImportRecord
): KeptPerson['why'] | null {
  if (fingerprint(present) !== former.after) return 'changed';
  return former.setsPassword && credentials && credentials.changedAt !== at ? 'password-changed' : null;
}

/** Who was there before the import has an id below those that it gave. */
async function sealedBy(
  { at, firstPersonId }: ImportRecord,
  restorable: readonly FormerPerson[],
  db: MusterDatabase
): Promise<[number, number][]> {
  const restored = new Set<PersonId>(restorable.map(({ before }) => before.id));
  const sealed = await db.sealedPasswords.where(':id').below([firstPersonId, 0]).toArray();
  return sealed
    .filter(({ sealedAt }) => sealedAt === at)
    .filter((one) =>
      Array.from({ length: one.count }, (_, next) => one.firstPersonId + next).every((id) => restored.has(id))
    )
    .map(({ firstPersonId: first, count }) => [first, count]);
}
