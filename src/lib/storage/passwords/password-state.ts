import { type PasswordState, passwordState } from '#lib/domain/password-age.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { database } from '#lib/storage/database.ts';
import { ONLY, settingsRecord } from '#lib/storage/records.ts';
import { sealedRecordOf } from './sealed-records.ts';

const NONE: PasswordState = { mustChange: null, daysUntilExpiry: null };

/** How the password of this person stands now, derived or still sealed. */
export async function readPasswordState(personId: PersonId, db = database): Promise<PasswordState> {
  const settings = await db.settings.get(ONLY);
  const credentials = await db.credentials.get(personId);
  const sealed = credentials ? null : await sealedRecordOf(personId, db);
  const changedAt = credentials?.changedAt ?? sealed?.sealedAt;
  if (settings === undefined || changedAt === undefined) return NONE;
  const mustChange = (credentials ?? sealed)?.mustChange ?? false;
  return passwordState(settingsRecord.parse(settings), { changedAt, mustChange }, Date.now());
}
