/** What the pages watch: each calls back with the present state and again after every change, this tab's or another's. */
import type { Group, GroupId } from '#lib/domain/group.ts';
import {
  type Administrator,
  emailKey,
  type MasterAdministrator,
  type Person,
  type PersonId,
  type Technician
} from '#lib/domain/person.ts';
import type { SeatsUsed } from '#lib/domain/licenses.ts';
import type { PermissionsByGroup } from '#lib/domain/permissions.ts';
import { defaultSettings, type OrganizationSettings } from '#lib/domain/settings.ts';
import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';
import { readImports, readLastImport } from '#lib/storage/imports/import-repository.ts';
import { readPermissions } from '#lib/storage/commands/permission-commands.ts';
import { database } from './database.ts';
import { seatsUsed } from './group-counts.ts';
import { type LiveQuery, watch } from './live-query.ts';
import { readPerson, toPerson } from './people.ts';
import { type GroupCounts, ONLY, settingsRecord } from './records.ts';

export type { GroupCounts, LiveQuery };
export { liveOrganization, livePasswordState, livePerson, liveSession, type Organization } from './live-session.ts';

export function liveSettings(): LiveQuery<OrganizationSettings> {
  return watch(async () => {
    const stored = await database.settings.get(ONLY);
    return stored === undefined ? defaultSettings : settingsRecord.parse(stored);
  });
}

/** All of them, in no particular order: `new OrgTree(groups)` makes the tree. */
export function liveGroups(): LiveQuery<readonly Group[]> {
  return watch(() => database.groups.toArray());
}

/** A group's own technicians, those below it not among them; a group without technicians may be absent. */
export function liveGroupCounts(): LiveQuery<ReadonlyMap<GroupId, GroupCounts>> {
  return watch(async () => new Map((await database.groupCounts.toArray()).map((counts) => [counts.groupId, counts])));
}

/** Administrators of both roles, sorted by name. */
export function liveAdministrators(): LiveQuery<readonly (MasterAdministrator | Administrator)[]> {
  return watch(async () => {
    const people = (await database.people.where('role').anyOf('master-administrator', 'administrator').toArray()).map(
      toPerson
    );
    const collator = new Intl.Collator();
    return people.filter((person) => person.role !== 'technician').sort((a, b) => collator.compare(a.name, b.name));
  });
}

interface TechnicianWindow {
  /** All technicians of the group, of which `technicians` is the window. */
  readonly total: number;
  readonly technicians: readonly Technician[];
}

/** Technicians directly in a group, by name. */
export function liveTechnicians(
  groupId: GroupId,
  window: { readonly offset: number; readonly limit: number }
): LiveQuery<TechnicianWindow> {
  return watch(async () => {
    const counts = await database.groupCounts.get(groupId);
    const records = await database.people
      .where('[groupId+sortKey]')
      .between([groupId, ''], [groupId, []])
      .offset(window.offset)
      .limit(window.limit)
      .toArray();
    const technicians = records.map(toPerson).filter((person) => person.role === 'technician');
    return { total: counts?.people ?? 0, technicians };
  });
}

/** Who has this email, without regard to case; null: nobody. */
export function liveEmailOwner(email: string): LiveQuery<Person | null> {
  return watch(async () => readPerson(await database.people.get({ emailKey: emailKey(email) })));
}

/** Of the whole organization. */
export function liveSeatsUsed(): LiveQuery<SeatsUsed> {
  return watch(() => seatsUsed(database));
}

/** The latest import into a group, for its notification bar; null where there was none that this person may read. */
export function liveLastImport(actorId: PersonId, groupId: GroupId): LiveQuery<ImportRecord | null> {
  return watch(() => readLastImport(actorId, groupId));
}

/** Those that this person may read, latest first. */
export function liveImports(actorId: PersonId): LiveQuery<readonly ImportRecord[]> {
  return watch(() => readImports(actorId));
}

/** How many passwords still wait for their derivation. */
export function liveSealedCount(): LiveQuery<number> {
  return watch(async () => {
    let sealed = 0;
    for (const [, count] of await database.sealedPasswords.toCollection().primaryKeys()) sealed += count;
    return sealed;
  });
}

/** What groups set themselves, by group: `effectivePermissions` of the domain says what holds. */
export function liveGroupPermissions(): LiveQuery<PermissionsByGroup> {
  return watch(() => readPermissions(database));
}
