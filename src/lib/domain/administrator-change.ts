/** What a command does to administrators of either role. Pure: whoever keeps the people applies it. */
import type { GroupId } from './group.ts';
import type { Administrator, MasterAdministrator, Person, PersonId } from './person.ts';

export type AdministratorRole = (Administrator | MasterAdministrator)['role'];
export type AnyAdministrator = Administrator | MasterAdministrator;
export type AdministratorFields = Omit<MasterAdministrator, 'id' | 'role'>;

/** `role` promotes or demotes: who becomes a Master Administrator has no assigned groups, who is demoted starts with those given here. */
interface AdministratorChanges extends Partial<AdministratorFields> {
  readonly role?: AdministratorRole;
  readonly assignedGroupIds?: readonly GroupId[];
}

export type AdministratorCommand =
  | {
      readonly kind: 'create-administrator';
      readonly role: AdministratorRole;
      readonly fields: AdministratorFields;
      readonly assignedGroupIds?: readonly GroupId[];
      readonly password: string;
    }
  | {
      readonly kind: 'update-administrator';
      readonly personId: PersonId;
      readonly changes: AdministratorChanges;
      readonly expected?: AdministratorChanges;
      readonly password?: string;
    }
  | { readonly kind: 'delete-administrators'; readonly personIds: readonly PersonId[] }
  /** Undoes a delete. */
  | { readonly kind: 'restore-administrators'; readonly personIds: readonly PersonId[] }
  | { readonly kind: 'assign-administrator'; readonly personId: PersonId; readonly groupId: GroupId }
  | { readonly kind: 'unassign-administrator'; readonly personId: PersonId; readonly groupId: GroupId };

/** The administrator after the changes. */
export function changeAdministrator(before: AnyAdministrator, changes: AdministratorChanges): AnyAdministrator {
  const { id, name, email, description, enabled } = { ...before, ...changes };
  const base = { id, name, email, description, enabled };
  if ((changes.role ?? before.role) === 'master-administrator') return { ...base, role: 'master-administrator' };
  const assigned = changes.assignedGroupIds ?? (before.role === 'administrator' ? before.assignedGroupIds : []);
  return { ...base, role: 'administrator', assignedGroupIds: [...new Set(assigned)] };
}

/** Whether this change takes the role's last bearer away: someone must always be able to sign in as Master Administrator. */
export function losesLastMaster(before: readonly Person[], after: readonly Person[], enabledMasters: number): boolean {
  const lost = before.filter(isEnabledMaster).length - after.filter(isEnabledMaster).length;
  return lost > 0 && enabledMasters - lost < 1;
}

function isEnabledMaster(person: Person): boolean {
  return person.role === 'master-administrator' && person.enabled;
}
