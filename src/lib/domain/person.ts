import type { GroupId } from './group.ts';

export type PersonId = number;

export type Role = 'master-administrator' | 'administrator' | 'technician';

interface PersonBase {
  readonly id: PersonId;
  readonly name: string;
  /** As typed; `emailKey` is what must be unique. */
  readonly email: string;
  readonly description: string;
  readonly enabled: boolean;
}

export interface MasterAdministrator extends PersonBase {
  readonly role: 'master-administrator';
}

export interface Administrator extends PersonBase {
  readonly role: 'administrator';
  readonly assignedGroupIds: readonly GroupId[];
}

export interface Technician extends PersonBase {
  readonly role: 'technician';
  readonly groupId: GroupId;
  readonly nickname: string;
  readonly ssoId: string;
  readonly standardLicense: boolean;
  readonly mobileLicense: boolean;
}

export type Person = MasterAdministrator | Administrator | Technician;
