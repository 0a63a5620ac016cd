import type Dexie from 'dexie';

/** Raised with every change to the tables; each version stays declared here for as long as a browser may hold it. */
export const SCHEMA_VERSION = 4;

/**
 * The reasons for each table and index: docs/storage.md.
 * `people` has its unique email as an index, so that the database itself holds it. `[groupId+sortKey]` has technicians
 * alone and `role` administrators alone: a record without the field is not in the index. The key of `sealedPasswords`
 * says how many wait without reading a record.
 */
export function declareSchema(database: Dexie): void {
  database.version(1).stores({
    organization: 'id',
    settings: 'id',
    groups: 'id, parentId',
    people: 'id, &emailKey, [groupId+sortKey], role',
    groupCounts: 'groupId',
    deletedPeople: 'id, deletedAt',
    credentials: 'personId',
    sealedPasswords: '[firstPersonId+count]',
    keys: 'name',
    signInAttempts: 'emailKey',
    sessions: 'holder',
    imports: '++importId, groupId',
    importRows: '[importId+chunk]',
    importSources: 'importId',
    audit: '++id'
  });
  // Permissions of groups; the audit trail can be asked for one person's or one kind's entries.
  database.version(2).stores({
    groupPermissions: 'groupId',
    audit: '++id, actorId, what'
  });
  // What people were before an import changed them.
  database.version(3).stores({ importFormer: '[importId+chunk]' });
  // Rows of imports are kept packed: an older page would not know what to make of them. Its own are read all the same.
  database.version(4).stores({});
}
