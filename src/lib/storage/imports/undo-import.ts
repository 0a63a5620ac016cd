/** Taking an import back (specification: Imports, **Undo import**). */
import { authorize } from '#lib/domain/authorization.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { PersonId } from '#lib/domain/person.ts';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';
import type { RowUpdate } from '#lib/import/road.ts';
import { database, type MusterDatabase } from '#lib/storage/database.ts';
import { isQuotaExceeded } from '#lib/storage/failures.ts';
import { readPerson } from '#lib/storage/people.ts';
import { ONLY, organizationRecord } from '#lib/storage/records.ts';
import { refusedWith } from '#lib/storage/commands/refused.ts';
import { findImport } from './import-repository.ts';
import { type KeptPerson, surveyImport, type ImportSurvey } from './survey-import.ts';
import { restoreUpdates } from './survey-updates.ts';

export type { KeptPerson };

/** What an undo would do, for the person to look at first. */
export interface UndoPlan {
  readonly importId: number;
  /** People who would be removed. */
  readonly removed: number;
  /** The first hundred of them. */
  readonly removedNames: readonly string[];
  /** People whom the import changed and who would get their former values back. */
  readonly restored: number;
  /** What becomes of the first hundred of them, from how they are to how they were. */
  readonly restores: readonly RowUpdate[];
  /** People who would stay as they are, and why. */
  readonly kept: readonly KeptPerson[];
  /** People whom somebody deleted since. */
  readonly alreadyGone: number;
  /** Of the organization that was looked at: the undo is refused when it has changed since. */
  readonly revision: number;
}

export type UndoRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'unknown-import' }
  | { readonly code: 'already-undone' }
  | { readonly code: 'organization-changed' }
  | { readonly code: 'storage-full' };

const Refused = refusedWith<UndoRefusal>();

/** Looks and writes nothing. */
export async function planUndo(actorId: PersonId, importId: number, db = database): Promise<UndoPlan | UndoRefusal> {
  try {
    return await db.transaction('r', tablesOf(db), async () => {
      const { survey, revision } = await admit(actorId, importId, db);
      return { ...planOf(importId, survey), revision };
    });
  } catch (failure) {
    return asRefusal(failure);
  }
}

/**
 * Removes the people of an import who are as it made them, with their passwords, and gives those whom it changed their
 * former values back, in one transaction. `revision` is the one of the plan that was agreed to.
 */
export async function undoImport(
  actorId: PersonId,
  importId: number,
  revision?: number,
  db = database
): Promise<(UndoPlan & { readonly ok: true }) | UndoRefusal> {
  try {
    return await db.transaction('rw', tablesOf(db), async () => {
      const { record, survey, actorName, ...now } = await admit(actorId, importId, db);
      if (revision !== undefined && revision !== now.revision) throw new Refused({ code: 'organization-changed' });
      const { removable, updates, kept } = survey;
      await remove(survey, db);
      await restoreUpdates(importId, updates, db);
      const at = Date.now();
      const removed = removable.count;
      const restored = updates.restorable.length;
      await db.imports.update(importId, { undone: { at, actorId, actorName, removed, restored, kept: kept.length } });
      await db.organization.update(ONLY, { revision: now.revision + 1 });
      const { fileName, firstPersonId, created } = record;
      const details = { importId, fileName, removed, restored, kept: kept.length, firstPersonId, created };
      const subjects = [{ kind: 'import' as const, id: importId, name: fileName }];
      await db.audit.add({ at, actorId, actorName, what: 'undo-import', subjects, details });
      return { ok: true as const, ...planOf(importId, survey), revision: now.revision + 1 };
    });
  } catch (failure) {
    return asRefusal(failure);
  }
}

function planOf(importId: number, survey: ImportSurvey): Omit<UndoPlan, 'revision'> {
  const { removable, updates, kept, alreadyGone } = survey;
  return {
    importId,
    removed: removable.count,
    removedNames: removable.names,
    restored: updates.restorable.length,
    restores: updates.restores,
    kept,
    alreadyGone
  };
}

interface Admitted {
  readonly record: ImportRecord;
  readonly survey: ImportSurvey;
  readonly actorName: string;
  readonly revision: number;
}

async function admit(actorId: PersonId, importId: number, db: MusterDatabase): Promise<Admitted> {
  const record = await findImport(importId, db);
  if (!record) throw new Refused({ code: 'unknown-import' });
  if (record.undone) throw new Refused({ code: 'already-undone' });
  const { revision } = organizationRecord.parse(await db.organization.get(ONLY));
  const actor = readPerson(await db.people.get(actorId));
  const survey = await surveyImport(record, db);
  const groupIds = [...survey.counts.groupIds(), ...(record.groupId === null ? [] : [record.groupId])];
  const tree = new OrgTree(await db.groups.toArray());
  // Who may act nowhere may not take back an import of nobody either.
  const mayNot = !actor || authorize(actor, { kind: 'undo-import', groupIds }, tree);
  if (mayNot || (groupIds.length === 0 && actor.role !== 'master-administrator'))
    throw new Refused({ code: 'not-allowed' });
  return { record, survey, actorName: actor.name, revision };
}

/** Whole ranges at once: the browser removes 100,000 records so in the time of some hundreds. */
async function remove({ removable, counts, sealedKeys }: ImportSurvey, db: MusterDatabase): Promise<void> {
  for (const [first, last] of removable.ranges) {
    await db.people.where(':id').between(first, last, true, true).delete();
    await db.credentials.where(':id').between(first, last, true, true).delete();
  }
  await db.sealedPasswords.bulkDelete([...sealedKeys]);
  await counts.apply(db);
}

function asRefusal(failure: unknown): UndoRefusal {
  if (failure instanceof Refused) return failure.refusal;
  if (isQuotaExceeded(failure)) return { code: 'storage-full' };
  throw failure;
}

function tablesOf(db: MusterDatabase) {
  return [
    ...[db.organization, db.settings, db.groups, db.people, db.deletedPeople, db.groupCounts],
    ...[db.credentials, db.sealedPasswords, db.imports, db.importFormer, db.audit]
  ];
}
