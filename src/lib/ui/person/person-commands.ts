import type { OneCommand } from '#lib/domain/change.ts';
import type { Person } from '#lib/domain/person.ts';
import { m } from '#i18n/messages.js';

export type PersonAction = 'enable' | 'disable' | 'delete';

/** As much of a person as the tree knows. */
export type PersonInTree = Pick<Person, 'id' | 'role' | 'name' | 'enabled'>;

/** The command that enables, disables or deletes one person of any role. */
export function personCommand({ id: personId, role, enabled }: PersonInTree, action: PersonAction): OneCommand {
  if (action === 'delete') {
    const kind = role === 'technician' ? 'delete-technicians' : 'delete-administrators';
    return { kind, personIds: [personId] };
  }
  const kind = role === 'technician' ? 'update-technician' : 'update-administrator';
  return { kind, personId, changes: { enabled: action === 'enable' }, expected: { enabled } };
}

/** What is said when it was done. */
export function personSaid({ name }: PersonInTree, action: PersonAction): string {
  return {
    enable: m.person_enabled({ name }),
    disable: m.person_disabled({ name }),
    delete: m.person_deleted({ name })
  }[action];
}
