/** Who did what when: read newest first. Only for whom `authorize` lets 'read-audit'. */
import { commandKinds } from '#lib/domain/change.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { searchForm } from '#lib/domain/search-form.ts';
import { database, type MusterDatabase } from './database.ts';
import { type LiveQuery, watch } from './live-query.ts';
import { type AuditKind, type AuditRecord, type AuditSubject, otherAuditKinds } from './records.ts';

export type { AuditKind, AuditSubject };

export type AuditEntry = Required<AuditRecord>;

export interface AuditFilter {
  readonly actorId?: PersonId | undefined;
  readonly what?: AuditKind | undefined;
  /** Any part of a name, an email or another value. */
  readonly text?: string | undefined;
  /** Milliseconds since 1970: from this moment on, and before that one. */
  readonly from?: number | undefined;
  readonly before?: number | undefined;
}

export interface AuditPage {
  /** All entries that the filter lets through, of which `entries` is the window. */
  readonly total: number;
  /** Newest first. */
  readonly entries: readonly AuditEntry[];
}

/** Every kind there is, for a filter's list. */
export const auditKinds: readonly AuditKind[] = [
  ...commandKinds.filter((kind) => kind !== 'several'),
  ...otherAuditKinds
];

/** Entries read at once. */
const WINDOW = 500;

export function liveAudit(
  filter: AuditFilter,
  window: { readonly offset: number; readonly limit: number }
): LiveQuery<AuditPage> {
  return watch(() => readAudit(filter, window));
}

/** A page of the trail, newest first; also looks inside the entries where the filter asks for a text or a time. */
export async function readAudit(
  filter: AuditFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
  db = database
): Promise<AuditPage> {
  const ids = await candidates(filter, db);
  if (!looksInside(filter)) {
    return { total: ids.length, entries: await entriesOf(ids.slice(offset, offset + limit), db) };
  }
  const matching: AuditEntry[] = [];
  let total = 0;
  for await (const entries of walk(ids, filter, db)) {
    const from = Math.max(0, offset - total);
    matching.push(...entries.slice(from, from + limit - matching.length));
    total += entries.length;
  }
  return { total, entries: matching };
}

/** All of them, newest first, batch by batch: for an export. */
export async function* auditEntries(filter: AuditFilter = {}, db = database): AsyncGenerator<readonly AuditEntry[]> {
  yield* walk(await candidates(filter, db), filter, db);
}

interface AuditActor {
  readonly actorId: PersonId;
  /** As they were called when they last did something. */
  readonly actorName: string;
}

/** Everyone who ever did something. */
export function liveAuditActors(): LiveQuery<readonly AuditActor[]> {
  return watch(async () => {
    const actors: AuditActor[] = [];
    for (const actorId of (await database.audit.orderBy('actorId').uniqueKeys()) as PersonId[]) {
      const last = await database.audit.where('actorId').equals(actorId).last();
      if (last) actors.push({ actorId, actorName: last.actorName });
    }
    return actors;
  });
}

async function* walk(
  ids: readonly number[],
  filter: AuditFilter,
  db: MusterDatabase
): AsyncGenerator<readonly AuditEntry[]> {
  const lets = passes(filter);
  for (let at = 0; at < ids.length; at += WINDOW) {
    yield (await entriesOf(ids.slice(at, at + WINDOW), db)).filter(lets);
  }
}

/** Newest first. By the indexes alone, which hold no text and no time. */
async function candidates({ actorId, what }: AuditFilter, db: MusterDatabase): Promise<number[]> {
  const ofActor = actorId === undefined ? null : await db.audit.where('actorId').equals(actorId).primaryKeys();
  const ofKind = what === undefined ? null : await db.audit.where('what').equals(what).primaryKeys();
  const both = new Set(ofActor && ofKind ? ofKind : []);
  const ids = ofActor && ofKind ? ofActor.filter((id) => both.has(id)) : (ofActor ?? ofKind);
  return (ids ?? (await db.audit.toCollection().primaryKeys())).sort((a, b) => b - a);
}

async function entriesOf(ids: readonly number[], db: MusterDatabase): Promise<AuditEntry[]> {
  const records = await db.audit.bulkGet([...ids]);
  return records.flatMap((record) => (record ? [{ id: 0, subjects: [], changed: [], ...record }] : []));
}

function looksInside({ text, from, before }: AuditFilter): boolean {
  return Boolean(text?.trim()) || from !== undefined || before !== undefined;
}

function passes({ text = '', from = -Infinity, before = Infinity }: AuditFilter): (entry: AuditEntry) => boolean {
  const wanted = searchForm(text.trim());
  return (entry) => entry.at >= from && entry.at < before && (wanted === '' || textOf(entry).includes(wanted));
}

function textOf({ actorName, subjects, details }: AuditEntry): string {
  return searchForm([actorName, ...subjects.map(({ name }) => name), ...Object.values(details)].join('\n'));
}
