/** The passwords of those whom an undone import changed: which sealed records go, stay for others, and come back. */
import type { PersonId } from '#lib/domain/person.ts';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import type { FormerPerson, SealedRecord } from '#lib/storage/records.ts';
import { holds, isSameRecord, keyOf } from '#lib/storage/passwords/sealed-passwords.ts';

interface FormerPasswords {
  /** The import's records that nobody needs any more. */
  readonly unneeded: readonly [number, number][];
  /** The import's that others still need, without those who are restored; and the former ones that come back. */
  readonly written: readonly SealedRecord[];
  /** Whose former record has no place, because the import's of the same people is still needed by one of them. */
  readonly gone: ReadonlySet<PersonId>;
}

/**
 * `restorable`: whom the undo would give their former values back; `former`: the records with passwords that the import
 * replaced before they were derived. Runs inside a transaction.
 */
export async function surveyFormerPasswords(
  { at, firstPersonId }: ImportRecord,
  restorable: readonly FormerPerson[],
  former: readonly SealedRecord[],
  db: MusterDatabase
): Promise<FormerPasswords> {
  const restored = new Set<PersonId>(restorable.map(({ before }) => before.id));
  // Who was there before the import has an id below those that it gave.
  const below = await db.sealedPasswords.where(':id').below([firstPersonId, 0]).toArray();
  const own = below.filter(({ sealedAt }) => sealedAt === at);
  const unneeded = own.filter((record) => idsOf(record).every((id) => restored.has(id)));
  const isUnneeded = (record: SealedRecord): boolean => unneeded.some((one) => isSameRecord(one, record));

  const needing = restorable.filter(({ setsPassword, credentials }) => setsPassword && !credentials);
  const gone = new Set<PersonId>();
  const back: SealedRecord[] = [];
  for (const record of former) {
    const people = needing.filter(({ before }) => holds(record, before.id)).map(({ before }) => before.id);
    if (people.length === 0) continue;
    const inPlace = await db.sealedPasswords.get(keyOf(record));
    if (inPlace && !isSameRecord(inPlace, record) && !isUnneeded(inPlace)) for (const id of people) gone.add(id);
    else back.push(record);
  }
  const stay = own
    .filter((record) => !isUnneeded(record))
    .map((record) => ({ ...record, without: idsOf(record).filter((id) => restored.has(id) && !gone.has(id)) }));
  return { unneeded: unneeded.map(keyOf), written: [...stay, ...back], gone };
}

function idsOf({ firstPersonId, count }: SealedRecord): PersonId[] {
  return Array.from({ length: count }, (_, next) => firstPersonId + next);
}
