/** The history of imports (specification: Imports). */
import * as z from 'zod/mini';
import { authorize } from '#lib/domain/authorization.ts';
import type { GroupId } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { mayReadImport } from '#lib/domain/visibility.ts';
import type { CommitRow, ImportRecord } from '#lib/import/5-commit/org-store.ts';
import { problemCodes, type ProblemCode } from '#lib/import/problems.ts';
import type { RowOutcome } from '#lib/import/road.ts';
import { columnIds, importKindIds, lineEnds, spreadsheetFormats, textEncodings } from '#lib/import/stored-names.ts';
import { database, type MusterDatabase } from '#lib/storage/database.ts';
import { readPerson } from '#lib/storage/people.ts';
import { ONLY } from '#lib/storage/records.ts';
import { unpackOutcomes, unpackRows } from './import-rows.ts';

const textFormat = z.object({
  encoding: z.enum(textEncodings),
  byteOrderMark: z.boolean(),
  separator: z.exactOptional(z.string()),
  quote: z.exactOptional(z.string()),
  lineEnd: z.enum(lineEnds),
  separatorLine: z.exactOptional(z.boolean())
});

/** One code that another version of Muster wrote must not make the whole history unreadable. */
function knownProblems(counts: Readonly<Record<string, number>>): Partial<Record<ProblemCode, number>> {
  const known: readonly string[] = problemCodes;
  return Object.fromEntries(Object.entries(counts).filter(([code]) => known.includes(code)));
}

const importRecord = z.object({
  importId: z.number(),
  at: z.number(),
  actorId: z.number(),
  actorName: z.string(),
  kind: z.enum(importKindIds),
  fileName: z.string(),
  format: z.enum(spreadsheetFormats),
  groupId: z.nullable(z.number()),
  groupName: z.string(),
  sheet: z.object({
    index: z.number(),
    name: z.string(),
    headerRowNumber: z.number(),
    header: z.array(z.string()),
    aboveHeader: z.exactOptional(z.array(z.array(z.string()))),
    matching: z.partialRecord(z.enum(columnIds), z.nullable(z.number())),
    resultColumn: z.number(),
    passwordColumns: z.array(z.number())
  }),
  text: z.exactOptional(textFormat),
  created: z.number(),
  updated: z._default(z.number(), 0),
  unchanged: z._default(z.number(), 0),
  failed: z.number(),
  leftOut: z.number(),
  byProblem: z.exactOptional(z.pipe(z.record(z.string(), z.number()), z.transform(knownProblems))),
  firstPersonId: z.number(),
  hasSource: z.boolean(),
  noticeDismissed: z.boolean(),
  undone: z.exactOptional(
    z.object({
      at: z.number(),
      actorId: z.number(),
      actorName: z.string(),
      removed: z.number(),
      restored: z.number(),
      kept: z.number()
    })
  )
});

/** null: there is no such import. For whoever asks the roles itself; the others ask `readImport`. */
export async function findImport(importId: number, db = database): Promise<ImportRecord | null> {
  const stored = await db.imports.get(importId);
  return stored === undefined ? null : parseImport(stored);
}

/** null: there is no such import, or it is not for this person (see `mayReadImport`). */
export async function readImport(actorId: PersonId, importId: number, db = database): Promise<ImportRecord | null> {
  const record = await findImport(importId, db);
  return record && (await readerOf(actorId, db))(record) ? record : null;
}

/** All that this person may read, latest first. */
export async function readImports(actorId: PersonId, db = database): Promise<readonly ImportRecord[]> {
  const stored = await db.imports.toCollection().reverse().toArray();
  return stored.map(parseImport).filter(await readerOf(actorId, db));
}

/** null: there was none into this group, or it is not for this person. */
export async function readLastImport(actorId: PersonId, groupId: GroupId, db = database): Promise<ImportRecord | null> {
  const stored = await db.imports.where('groupId').equals(groupId).last();
  const record = stored === undefined ? null : parseImport(stored);
  return record && (await readerOf(actorId, db))(record) ? record : null;
}

async function readerOf(actorId: PersonId, db: MusterDatabase): Promise<(record: ImportRecord) => boolean> {
  const actor = readPerson(await db.people.get(actorId));
  const settings = await db.settings.get(ONLY);
  const tree = new OrgTree(await db.groups.toArray());
  if (!actor || settings === undefined) return () => false;
  return (record) => mayReadImport(actor, record, tree, settings);
}

/** Also of a record that an older version wrote: what it did not know has its ordinary value. Throws where it is none. */
export function parseImport(stored: unknown): ImportRecord {
  return importRecord.parse(stored);
}

/** Closes the notification bar for good, for everybody: for whoever may read it and import into its group. Whether it is closed. */
export async function dismissImportNotice(actorId: PersonId, importId: number, db = database): Promise<boolean> {
  const [actor, record] = [readPerson(await db.people.get(actorId)), await readImport(actorId, importId, db)];
  if (!actor || !record) return false;
  const groupIds = record.groupId === null ? [] : [record.groupId];
  const tree = new OrgTree(await db.groups.toArray());
  if (authorize(actor, { kind: 'dismiss-import-notice', groupIds }, tree) !== null) return false;
  await db.imports.update(importId, { noticeDismissed: true });
  return true;
}

/** The masked source workbook; null where none was kept or it is not for this person. */
export async function readImportSource(actorId: PersonId, importId: number, db = database): Promise<Blob | null> {
  if (!(await readImport(actorId, importId, db))) return null;
  return (await db.importSources.get(importId))?.blob ?? null;
}

/** Tells what became of each row, in their order; nothing to whom it is not for. */
export async function lookThroughOutcomes(
  actorId: PersonId,
  importId: number,
  look: (outcomes: readonly RowOutcome[]) => void,
  signal: AbortSignal,
  db = database
): Promise<void> {
  if (!(await readImport(actorId, importId, db))) return;
  for (let chunk = 0; ; chunk++) {
    const stored = await db.importRows.get([importId, chunk]);
    if (signal.aborted || stored === undefined) return;
    look(unpackOutcomes(stored));
  }
}

/** The rows of one chunk, counted from 0; null after the last, and for whom they are not. */
export async function readImportRows(
  actorId: PersonId,
  importId: number,
  chunk: number,
  db = database
): Promise<readonly CommitRow[] | null> {
  if (!(await readImport(actorId, importId, db))) return null;
  const stored = await db.importRows.get([importId, chunk]);
  return stored === undefined ? null : unpackRows(stored);
}
