/** What the search index is made of, read in spans of ids, and which spans a change has touched: told by the audit trail. */
import type { Group } from '#lib/domain/group.ts';
import type { Person, PersonId } from '#lib/domain/person.ts';
import { defaultSettings, type OrganizationSettings } from '#lib/domain/settings.ts';
import { database } from './database.ts';
import { type LiveQuery, watch } from './live-query.ts';
import { readPerson, toPerson } from './people.ts';
import { type AuditRecord, ONLY, type PersonRecord, settingsRecord } from './records.ts';

/** People in one span have ids from `span * PEOPLE_IN_SPAN` on. So many are read in some hundredths of a second. */
const PEOPLE_IN_SPAN = 2_048;

type SearchedPerson = Pick<PersonRecord, 'id' | 'name' | 'nickname' | 'emailKey' | 'ssoId' | 'groupId'>;

/** Where the trail ends: what comes after it is a change. */
export interface FeedMark {
  /** Of this very organization: a sample may have been removed, and another one made. */
  readonly createdAt: number;
  readonly auditId: number;
  readonly spans: number;
}

interface FeedChanges {
  readonly mark: FeedMark;
  /** Everything has to be read anew. */
  readonly all: boolean;
  readonly spans: ReadonlySet<number>;
}

/** Tells when there is something to read. */
export function liveFeedMark(): LiveQuery<FeedMark> {
  return watch(readFeedMark);
}

export async function readFeedMark(): Promise<FeedMark> {
  const [organization, last] = await Promise.all([
    database.organization.get(ONLY),
    database.audit.toCollection().lastKey()
  ]);
  const nextPersonId = organization?.nextPersonId ?? 0;
  return {
    createdAt: organization?.createdAt ?? 0,
    auditId: typeof last === 'number' ? last : 0,
    spans: Math.ceil(nextPersonId / PEOPLE_IN_SPAN)
  };
}

/** What has to be read again to know what happened since the mark. */
export async function readFeedChanges(since: FeedMark): Promise<FeedChanges> {
  const mark = await readFeedMark();
  const spans = new Set<number>();
  if (mark.createdAt !== since.createdAt || mark.auditId < since.auditId) return { mark, all: true, spans };
  const entries = await database.audit.where(':id').between(since.auditId, mark.auditId, false, true).toArray();
  for (const entry of entries) {
    // Which people an import changed, and not made, its entry does not name.
    const { updated, restored } = entry.details;
    if (Number(updated ?? 0) + Number(restored ?? 0) > 0) for (let span = 0; span < mark.spans; span++) spans.add(span);
    for (const [first, last] of touchedBy(entry)) {
      for (let span = spanOf(first); span <= spanOf(last); span++) spans.add(span);
    }
  }
  return { mark, all: false, spans };
}

/** The people with ids from `span * PEOPLE_IN_SPAN` on, in the order of their ids. */
export async function readSpan(span: number): Promise<readonly SearchedPerson[]> {
  const first = span * PEOPLE_IN_SPAN;
  return await database.people
    .where(':id')
    .between(first, first + PEOPLE_IN_SPAN)
    .toArray();
}

export function readGroups(): Promise<readonly Group[]> {
  return database.groups.toArray();
}

/** Who searches, and what the organization says they see. */
export async function readSearcher(
  actorId: PersonId
): Promise<{ actor: Person | null; settings: OrganizationSettings }> {
  const [actor, settings] = await Promise.all([database.people.get(actorId), database.settings.get(ONLY)]);
  return { actor: readPerson(actor), settings: settings ? settingsRecord.parse(settings) : defaultSettings };
}

/** In the order of the ids; who is gone is left out. */
export async function readFound(personIds: readonly PersonId[]): Promise<readonly Person[]> {
  return (await database.people.bulkGet([...personIds])).flatMap((record) => (record ? [toPerson(record)] : []));
}

function spanOf(personId: PersonId): number {
  return Math.floor(personId / PEOPLE_IN_SPAN);
}

/** Ranges of ids, both ends included. */
function touchedBy({ details }: AuditRecord): [PersonId, PersonId][] {
  const { personId, personIds, firstPersonId, created } = details;
  const touched: [PersonId, PersonId][] = [];
  if (typeof personId === 'number') touched.push([personId, personId]);
  if (typeof personIds === 'string' && personIds !== '')
    for (const id of personIds.split(' ').map(Number)) touched.push([id, id]);
  if (typeof firstPersonId === 'number' && typeof created === 'number' && created > 0)
    touched.push([firstPersonId, firstPersonId + created - 1]);
  return touched;
}
