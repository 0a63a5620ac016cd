/** Every change to the organization is one of these commands. `authorization.ts` says who may, `group-change.ts` what follows. */
import type { Group, GroupId } from './group.ts';
import type { PersonId, Technician } from './person.ts';
import type { PasswordVerdict } from './password-policy.ts';
import type { OrganizationSettings } from './settings.ts';

export type GroupFields = Pick<Group, 'name' | 'description' | 'enabled'>;
export type TechnicianFields = Omit<Technician, 'id' | 'role' | 'groupId'>;

export type GroupCommand =
  | {
      readonly kind: 'create-group';
      readonly parentId: GroupId | null;
      readonly name: string;
      readonly description?: string;
    }
  | ({
      readonly kind: 'update-group';
      readonly groupId: GroupId;
      /** What the person saw before; the command is refused when it is no longer so. */
      readonly expected?: Partial<GroupFields>;
    } & Partial<GroupFields>)
  | { readonly kind: 'move-group'; readonly groupId: GroupId; readonly parentId: GroupId | null }
  | { readonly kind: 'delete-group'; readonly groupId: GroupId }
  /** Undoes a delete. */
  | { readonly kind: 'restore-group'; readonly group: Group; readonly assignedTo: readonly PersonId[] };

export type SettingsCommand =
  | {
      readonly kind: 'update-settings';
      readonly changes: Partial<OrganizationSettings>;
      readonly expected?: Partial<OrganizationSettings>;
    }
  | { readonly kind: 'rename-organization'; readonly name: string };

export type TechnicianCommand =
  | {
      readonly kind: 'create-technician';
      readonly groupId: GroupId;
      readonly fields: TechnicianFields;
      readonly password: string;
    }
  | {
      readonly kind: 'update-technician';
      readonly personId: PersonId;
      readonly changes: Partial<TechnicianFields>;
      readonly expected?: Partial<TechnicianFields>;
      readonly password?: string;
    }
  | { readonly kind: 'move-technicians'; readonly personIds: readonly PersonId[]; readonly groupId: GroupId }
  | { readonly kind: 'delete-technicians'; readonly personIds: readonly PersonId[] }
  /** Undoes a delete or a move of several: each goes back to the group it came from. */
  | {
      readonly kind: 'restore-technicians';
      readonly technicians: readonly { readonly personId: PersonId; readonly groupId: GroupId }[];
    };

export type OrgCommand = GroupCommand | SettingsCommand | TechnicianCommand;

export interface CommandDone {
  readonly ok: true;
  /** Takes it back; absent where there is nothing to take back. */
  readonly undo?: OrgCommand;
  /** The group that was made or changed. */
  readonly groupId?: GroupId;
  /** The technician that was made or changed. */
  readonly personId?: PersonId;
}

/** Why a command was not carried out, in the order it is asked. Nothing is changed then. */
export type CommandRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'unknown-group'; readonly groupId: GroupId }
  | { readonly code: 'unknown-person'; readonly personId: PersonId }
  | { readonly code: 'changed-meanwhile'; readonly field: string }
  | { readonly code: 'name-missing' }
  | { readonly code: 'name-too-long'; readonly length: number; readonly allowed: number }
  | { readonly code: 'name-taken'; readonly name: string }
  | { readonly code: 'group-not-empty'; readonly people: number; readonly groups: number }
  | { readonly code: 'would-be-its-own-descendant' }
  | { readonly code: 'invalid-email' }
  | { readonly code: 'email-in-use'; readonly personId: PersonId; readonly personName: string }
  | { readonly code: 'password'; readonly verdict: PasswordVerdict & { readonly ok: false } }
  | { readonly code: 'no-seat'; readonly license: 'standard' | 'mobile' }
  | { readonly code: 'invalid-setting'; readonly setting: keyof OrganizationSettings }
  | { readonly code: 'storage-full' };

export function isRefusal(outcome: object | null): outcome is CommandRefusal {
  return outcome !== null && 'code' in outcome;
}
