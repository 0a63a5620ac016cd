/** Who of an import's people are still as it made them. Runs inside a transaction. */
import type { PersonId } from '#lib/domain/person.ts';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { CountChanges } from '#lib/storage/group-counts.ts';
import { fingerprint, toPerson } from '#lib/storage/people.ts';
import type { PersonRecord } from '#lib/storage/records.ts';
import { newestSealed } from '#lib/storage/passwords/sealed-passwords.ts';
import { NAMED, surveyUpdates, type UpdatesSurvey } from './survey-updates.ts';

export interface KeptPerson {
  readonly personId: PersonId;
  readonly name: string;
  /**
   * 'group-gone': the group they were in before the import is not there any more. 'no-seat': the license they had has no
   * seat left. 'password-gone': the former password cannot be given back. 'unknown': made by a version of Muster that
   * did not note what it wrote.
   */
  readonly why: 'changed' | 'password-changed' | 'group-gone' | 'no-seat' | 'password-gone' | 'unknown';
}

export interface ImportSurvey {
  readonly removable: {
    readonly count: number;
    /** Of ids, both ends included. */
    readonly ranges: readonly (readonly [PersonId, PersonId])[];
    /** The first of them, for the eye. */
    readonly names: readonly string[];
  };
  readonly updates: UpdatesSurvey;
  /** Created or changed by the import. */
  readonly kept: readonly KeptPerson[];
  readonly alreadyGone: number;
  /** What has to be added to the groups' counts. */
  readonly counts: CountChanges;
  /** Sealed passwords that nobody needs afterwards. */
  readonly sealedKeys: readonly [number, number][];
}

/** People read at once: so many are never a long task. */
const WINDOW = 1_000;

/** Whom an undo of this import would remove, restore and keep. */
export async function surveyImport(record: ImportRecord, db: MusterDatabase): Promise<ImportSurvey> {
  const end = record.firstPersonId + record.created;
  const ranges: [PersonId, PersonId][] = [];
  const kept: KeptPerson[] = [];
  const counts = new CountChanges();
  const names: string[] = [];
  let count = 0;
  for (let from = record.firstPersonId; from < end; from += WINDOW) {
    const [people, credentials] = await Promise.all([
      db.people
        .where(':id')
        .between(from, Math.min(end, from + WINDOW))
        .toArray(),
      db.credentials
        .where(':id')
        .between(from, Math.min(end, from + WINDOW))
        .toArray()
    ]);
    const sealed = await newestSealed(from, Math.min(end, from + WINDOW) - 1, db);
    const changedAt = new Map(credentials.map((one) => [one.personId, one.changedAt]));
    for (const person of people) {
      const why = whyKept(person, changedAt.get(person.id) ?? sealed.get(person.id)?.sealedAt, record);
      if (why) {
        kept.push({ personId: person.id, name: person.name, why });
        continue;
      }
      count++;
      if (names.length < NAMED) names.push(person.name);
      counts.replace(toPerson(person), null);
      const range = ranges.at(-1);
      if (range?.[1] === person.id - 1) range[1] = person.id;
      else ranges.push([person.id, person.id]);
    }
  }
  const updates = await surveyUpdates(record, counts, db);
  const binned = await db.deletedPeople.where(':id').between(record.firstPersonId, end).primaryKeys();
  const needed = new Set([...binned, ...kept.map(idOf)]);
  const sealed = await sealedOfNobodyElse(record.firstPersonId, end, needed, db);
  return {
    removable: { count, ranges, names },
    updates,
    kept: [...kept, ...updates.kept],
    alreadyGone: record.created - count - kept.length + updates.alreadyGone,
    counts,
    sealedKeys: [...sealed, ...updates.sealedKeys]
  };
}

function whyKept(person: PersonRecord, changedAt: number | undefined, { at }: ImportRecord): KeptPerson['why'] | null {
  if (person.imported === undefined) return 'unknown';
  if (person.imported !== fingerprint(person)) return 'changed';
  // Until somebody changes it, a password is as old as the import.
  return changedAt !== undefined && changedAt !== at ? 'password-changed' : null;
}

async function sealedOfNobodyElse(
  from: PersonId,
  end: PersonId,
  needed: ReadonlySet<PersonId>,
  db: MusterDatabase
): Promise<[number, number][]> {
  const keys = await db.sealedPasswords.where(':id').between([from, 0], [end, 0]).primaryKeys();
  return keys.filter(
    ([first, count]) => !Array.from({ length: count }, (_, at) => first + at).some((id) => needed.has(id))
  );
}

function idOf({ personId }: KeptPerson): PersonId {
  return personId;
}
