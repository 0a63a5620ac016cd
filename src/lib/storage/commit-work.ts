/** Stage 5 in the database: everything is made ready first, then one transaction writes all of it or nothing. */
import { MAX_SEALED_TOGETHER, sealPasswords, type SealedPasswords } from '#lib/credentials/seal.ts';
import { authorize } from '#lib/domain/authorization.ts';
import type { GroupId } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import { emailKey, type Person } from '#lib/domain/person.ts';
import type { CommitWatch, CommitWork } from '#lib/import/5-commit/org-store.ts';
import type { CommitRefusal, CommittedImport } from '#lib/import/road.ts';
import { isQuotaExceeded } from './quota.ts';
import type { MusterDatabase } from './database.ts';
import { CountChanges } from './group-counts.ts';
import { packRows } from './import-repository.ts';
import { readPerson, sortKey } from './people.ts';
import { ONLY, organizationRecord, type PersonRecord, settingsRecord, type SealedRecord } from './records.ts';
import { sealingKey } from './sealed-passwords.ts';

/** People are added in batches of this many, each followed by a look at the signal. */
const BATCH = 2_000;

export async function commitWork(
  work: CommitWork,
  watch: CommitWatch,
  db: MusterDatabase
): Promise<CommittedImport | CommitRefusal> {
  return { code: 'nothing-to-import' };
}
