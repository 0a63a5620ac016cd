import { emailKey, type Person, type Technician } from '#lib/domain/person.ts';
import { defaultSettings, type OrganizationSettings } from '#lib/domain/settings.ts';
import type { Group } from '#lib/domain/group.ts';
import type { SeatsUsed } from '#lib/domain/licenses.ts';
import type { CommitRow, CommitWork, ImportRecord, OrgStore } from '#lib/import/5-commit/org-store.ts';
import type { EmailOwner } from '#lib/import/organization-facts.ts';
import type { TechnicianDraft } from '#lib/import/road.ts';

export const MASTER: Person = {
  id: 1,
  role: 'master-administrator',
  name: 'Mira Master',
  email: 'mira@example.com',
  description: '',
  enabled: true
};

export const group = (id: number, name: string, more: Partial<Group> = {}): Group => ({
  id,
  parentId: null,
  name,
  description: '',
  enabled: true,
  ...more
});

export interface FakeOrganization {
  groups?: Group[];
  settings?: Partial<OrganizationSettings>;
  people?: Person[];
  seatsUsed?: SeatsUsed;
}

/** The store as a few lists: what a commit writes can be looked at. */
export class FakeOrgStore implements OrgStore {
  revision = 1;
  groups: Group[];
  settings: OrganizationSettings;
  readonly people: Person[];
  readonly created: TechnicianDraft[] = [];
  readonly updated: (Technician & { password?: string })[] = [];
  readonly imports = new Map<number, { record: ImportRecord; rows: CommitRow[][]; source: Blob | null }>();
  seatsUsed: SeatsUsed;

  constructor({ groups = [group(5, 'Support')], settings = {}, people = [], seatsUsed }: FakeOrganization = {}) {
    this.groups = groups;
    this.settings = { ...defaultSettings, ...settings };
    this.people = [MASTER, ...people];
    this.seatsUsed = seatsUsed ?? { standard: 0, mobile: 0 };
  }

  /** As another tab would: the revision rises. */
  change(change: (store: FakeOrgStore) => void): void {
    change(this);
    this.revision++;
  }

  facts: OrgStore['facts'] = (actorId) =>
    Promise.resolve({
      revision: this.revision,
      groups: this.groups,
      settings: this.settings,
      seatsUsed: this.seatsUsed,
      actor: this.people.find(({ id }) => id === actorId) ?? null,
      emailKeys: new Set(this.people.map(({ email }) => emailKey(email)))
    });

  ownersOf: OrgStore['ownersOf'] = (keys) => {
    const owners = new Map<string, EmailOwner>();
    for (const person of this.people) {
      const groupName =
        person.role === 'technician' ? (this.groups.find(({ id }) => id === person.groupId)?.name ?? '') : '';
      const key = emailKey(person.email);
      if (keys.includes(key)) owners.set(key, { personId: person.id, name: person.name, role: person.role, groupName });
    }
    return Promise.resolve(owners);
  };

  peopleWith: OrgStore['peopleWith'] = (keys) =>
    Promise.resolve(
      new Map(
        this.people.flatMap((person) => {
          const key = emailKey(person.email);
          return keys.includes(key) ? [[key, person] as const] : [];
        })
      )
    );

  commit: OrgStore['commit'] = async (work, { signal, onProgress } = {}) => {
    const drafts = [...work.drafts];
    const updates = [...work.updates];
    const rows = [...work.rows].map((chunk) => [...chunk]);
    await Promise.resolve();
    if (signal?.aborted) return { code: 'cancelled' };
    if (work.expectedRevision !== this.revision) return { code: 'organization-changed' };
    this.revision++;
    const firstPersonId = this.people.length + 1;
    drafts.forEach((draft, at) => {
      this.created.push(draft);
      this.people.push({ ...draft, id: firstPersonId + at, role: 'technician' });
    });
    for (const { after, password } of updates) {
      const at = this.people.findIndex(({ id }) => id === after.id);
      this.people[at] = after;
      this.updated.push({ ...after, ...(password !== undefined && { password }) });
    }
    onProgress?.(drafts.length + updates.length);
    const record = this.#record(work, firstPersonId, rows.flat());
    this.imports.set(record.importId, { record, rows, source: work.maskedSource });
    const { importId, created, updated, unchanged, failed, leftOut } = record;
    return { importId, created, updated, unchanged, failed, leftOut };
  };

  importRecord: OrgStore['importRecord'] = (_actorId, importId) =>
    Promise.resolve(this.imports.get(importId)?.record ?? null);
  importSource: OrgStore['importSource'] = (_actorId, importId) =>
    Promise.resolve(this.imports.get(importId)?.source ?? null);

  async *importRows(_actorId: number, importId: number): AsyncGenerator<readonly CommitRow[]> {
    for (const chunk of this.imports.get(importId)?.rows ?? []) yield await Promise.resolve(chunk);
  }

  #record(work: CommitWork, firstPersonId: number, rows: CommitRow[]): ImportRecord {
    const count = (kind: string): number => rows.filter(({ outcome }) => outcome.kind === kind).length;
    const { actorId, kind, fileName, format, text, groupId, sheet, maskedSource } = work;
    return {
      ...{ actorId, kind, fileName, format, groupId, sheet, firstPersonId },
      ...(text && { text }),
      importId: this.imports.size + 1,
      at: 0,
      actorName: MASTER.name,
      groupName: this.groups.find(({ id }) => id === groupId)?.name ?? '',
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      failed: count('failed'),
      leftOut: count('left-out'),
      hasSource: maskedSource !== null,
      noticeDismissed: false
    };
  }
}
