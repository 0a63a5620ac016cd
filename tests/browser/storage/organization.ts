import type { GroupId } from '#lib/domain/group.ts';
import type { CommitRow, CommitWork } from '#lib/import/5-commit/org-store.ts';
import type { TechnicianDraft } from '#lib/import/road.ts';
import { setUpOrganization } from '#lib/storage/access.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import { MusterDatabase } from '#lib/storage/database.ts';
import { organizationRecord, ONLY } from '#lib/storage/records.ts';

export const MASTER = 1;
export const masterSignIn = { email: 'ada@example.org', password: 'Sample1%', staySignedIn: true };

let databases = 0;

/** A database of its own with an organization and its Master Administrator. */
export async function setUp(indexedDB?: IDBFactory): Promise<MusterDatabase> {
  const db = new MusterDatabase(`muster-test-${Date.now()}-${databases++}`, indexedDB);
  const made = await setUpOrganization({ organizationName: 'Sample', name: 'Ada', ...masterSignIn }, db);
  if ('code' in made) throw new Error(made.code);
  return db;
}

export async function createGroup(db: MusterDatabase, name: string, parentId: GroupId | null = null): Promise<GroupId> {
  const done = await execute(MASTER, { kind: 'create-group', parentId, name }, db);
  if ('code' in done || done.groupId === undefined) throw new Error(JSON.stringify(done));
  return done.groupId;
}

export async function revisionOf(db: MusterDatabase): Promise<number> {
  return organizationRecord.parse(await db.organization.get(ONLY)).revision;
}

export function draft(number: number, groupId: GroupId, fields: Partial<TechnicianDraft> = {}): TechnicianDraft {
  return {
    name: `Technician ${number}`,
    nickname: '',
    email: `Technician.${number}@example.org`,
    ssoId: '',
    description: '',
    password: passwordOf(number),
    enabled: true,
    standardLicense: true,
    mobileLicense: false,
    groupId,
    ...fields
  };
}

export function passwordOf(number: number): string {
  return `Sample${number}%x`;
}

/** An import of these drafts into one group, one row each. */
export async function workFor(
  db: MusterDatabase,
  groupId: GroupId,
  drafts: readonly TechnicianDraft[]
): Promise<CommitWork> {
  const rows = drafts.map(({ name, email }, at): CommitRow => {
    return { rowNumber: at + 2, cells: [name, email, ''], outcome: { kind: 'created', edited: [] } };
  });
  return {
    expectedRevision: await revisionOf(db),
    actorId: MASTER,
    kind: 'agents-workbook',
    fileName: 'agents.xlsx',
    format: 'xlsx',
    groupId,
    sheet: {
      index: 0,
      name: 'Agents',
      headerRowNumber: 1,
      header: ['Name', 'Email', 'Password'],
      matching: { name: 0, email: 1, password: 2 },
      resultColumn: 3,
      passwordColumns: [2]
    },
    drafts,
    updates: [],
    rows: chunks(rows, 1000),
    maskedSource: new Blob(['masked'])
  };
}

export function drafts(count: number, groupId: GroupId, from = 1): TechnicianDraft[] {
  return Array.from({ length: count }, (_, at) => draft(from + at, groupId));
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** Everything in the database that an import could leave behind. */
export async function traces(db: MusterDatabase): Promise<object> {
  const tables = db.tables.filter(({ name }) => name !== 'keys');
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const))
  );
}
