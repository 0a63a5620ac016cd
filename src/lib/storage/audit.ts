import type { CommandDone, OrgCommand } from '#lib/domain/change.ts';
import type { AuditRecord } from './records.ts';

type Details = AuditRecord['details'];

/** What a command was done to, flat, as the audit trail keeps it: named field by field, so that no password slips in. */
export function auditDetails(command: OrgCommand, done: CommandDone): Details {
  switch (command.kind) {
    case 'create-group':
      return { groupId: done.groupId ?? null, name: command.name, parentId: command.parentId };
    case 'update-group': {
      const { name, description, enabled } = command;
      return { groupId: command.groupId, ...flat({ name, description, enabled }) };
    }
    case 'move-group':
      return { groupId: command.groupId, parentId: command.parentId };
    case 'delete-group':
      return { groupId: command.groupId };
    case 'restore-group':
      return { groupId: command.group.id, name: command.group.name };
    case 'update-settings':
      return flat(command.changes);
    case 'rename-organization':
      return { name: command.name };
    case 'create-technician': {
      const { name, email } = command.fields;
      return { personId: done.personId ?? null, name, email, groupId: command.groupId, passwordSet: true };
    }
    case 'update-technician':
      return {
        personId: command.personId,
        ...flat(command.changes),
        ...(command.password !== undefined && { passwordSet: true })
      };
    case 'move-technicians':
      return { personIds: command.personIds.join(' '), groupId: command.groupId };
    case 'delete-technicians':
      return { personIds: command.personIds.join(' ') };
    case 'restore-technicians':
      return { personIds: command.technicians.map(({ personId }) => personId).join(' ') };
  }
}

function flat(fields: Readonly<Record<string, string | number | boolean | null | undefined>>): Details {
  const details: Record<string, string | number | boolean | null> = {};
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) details[field] = value;
  return details;
}
