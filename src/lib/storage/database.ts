import Dexie, { type Table } from 'dexie';
import { declareSchema, SCHEMA_VERSION } from './migrations.ts';
import type {
  AuditRecord,
  CredentialsRecord,
  DeletedPersonRecord,
  GroupCounts,
  GroupPermissionsRecord,
  GroupRecord,
  ImportFormerRecord,
  ImportSourceRecord,
  KeyRecord,
  OrganizationRecord,
  PersonRecord,
  SealedRecord,
  SessionRecord,
  SettingsRecord,
  SignInAttemptsRecord,
  StoredImport,
  StoredImportRows
} from './records.ts';

/**
 * 'newer': a later Muster made this database, this page must be reloaded into it. 'superseded': that happened in
 * another tab just now. 'blocked': another tab still holds the older version open. 'unavailable': no IndexedDB here.
 */
export type DatabaseState = 'opening' | 'ready' | 'newer' | 'superseded' | 'blocked' | 'unavailable';

class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

export class MusterDatabase extends Dexie {
  declare readonly organization: Table<OrganizationRecord, number>;
  declare readonly settings: Table<SettingsRecord, number>;
  declare readonly groups: Table<GroupRecord, number>;
  declare readonly groupPermissions: Table<GroupPermissionsRecord, number>;
  declare readonly people: Table<PersonRecord, number>;
  declare readonly groupCounts: Table<GroupCounts, number>;
  declare readonly deletedPeople: Table<DeletedPersonRecord, number>;
  declare readonly credentials: Table<CredentialsRecord, number>;
  declare readonly sealedPasswords: Table<SealedRecord, [number, number]>;
  declare readonly keys: Table<KeyRecord, string>;
  declare readonly signInAttempts: Table<SignInAttemptsRecord, string>;
  declare readonly sessions: Table<SessionRecord, string>;
  declare readonly imports: Table<StoredImport, number>;
  declare readonly importRows: Table<StoredImportRows, [number, number]>;
  declare readonly importFormer: Table<ImportFormerRecord, [number, number]>;
  declare readonly importSources: Table<ImportSourceRecord, number>;
  declare readonly audit: Table<AuditRecord, number>;

  #state: DatabaseState = 'opening';
  readonly #watchers = new Set<(state: DatabaseState) => void>();

  /** `indexedDB`: of another storage bucket than the origin's own. */
  constructor(name = 'muster', indexedDB?: IDBFactory) {
    // A transaction is whole or not there in either durability; 'relaxed' only does not wait for the disk's own cache.
    super(name, {
      chromeTransactionDurability: 'relaxed',
      cache: 'disabled',
      ...(indexedDB && { indexedDB, IDBKeyRange })
    });
    declareSchema(this);
    this.on('ready', () => this.#refuseNewer(), true);
    this.on('blocked', () => this.#enter('blocked'));
    this.on('versionchange', (event) => {
      if (event.newVersion !== null) this.#enter('superseded');
    });
  }

  get state(): DatabaseState {
    return this.#state;
  }

  /** Opens the database if need be. Never throws for what can be expected: the page shows the state. */
  async openState(): Promise<DatabaseState> {
    try {
      await this.open();
    } catch {
      if (this.#state !== 'newer' && this.#state !== 'superseded') this.#enter('unavailable');
    }
    return this.#state;
  }

  /** Calls back at once and whenever the state changes; returns how to stop. */
  watchState(watcher: (state: DatabaseState) => void): () => void {
    this.#watchers.add(watcher);
    watcher(this.#state);
    return () => this.#watchers.delete(watcher);
  }

  // Dexie opens a newer database without a word and would write into tables it does not know.
  #refuseNewer(): void {
    const installed = Math.floor(this.backendDB().version / 10);
    if (installed <= SCHEMA_VERSION) return this.#enter('ready');
    this.#enter('newer');
    throw new NewerDatabaseError(`schema ${installed}, known ${SCHEMA_VERSION}`);
  }

  #enter(state: DatabaseState): void {
    this.#state = state;
    for (const watcher of this.#watchers) watcher(state);
  }
}

/** The organization's database of this origin. */
export const database = new MusterDatabase();
