import type { Group } from '#lib/domain/group.ts';
import type { Administrator, MasterAdministrator, Technician } from '#lib/domain/person.ts';

export const group = (id: number, name: string, parentId: number | null = null): Group => ({
  id,
  parentId,
  name,
  description: '',
  enabled: true
});

const base = (id: number, name: string) => ({
  id,
  name,
  email: `${name.toLowerCase()}@x.example`,
  description: '',
  enabled: true
});

export const master = (id: number, name: string): MasterAdministrator => ({
  ...base(id, name),
  role: 'master-administrator'
});

export const administrator = (id: number, name: string, assignedGroupIds: readonly number[]): Administrator => ({
  ...base(id, name),
  role: 'administrator',
  assignedGroupIds
});

export const technician = (id: number, name: string, groupId: number): Technician => ({
  ...base(id, name),
  role: 'technician',
  groupId,
  nickname: '',
  ssoId: '',
  standardLicense: true,
  mobileLicense: false
});
