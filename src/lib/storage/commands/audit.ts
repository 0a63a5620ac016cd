/** What the audit trail keeps of a command: named field by field, so that no password slips in. */
import type { CommandDone, OneCommand } from '#lib/domain/change.ts';
import { differingFields } from '#lib/domain/expectation.ts';
import type { GroupId } from '#lib/domain/group.ts';
import { permissionIds } from '#lib/domain/permissions.ts';
import type { PersonId } from '#lib/domain/person.ts';
import type { AuditRecord, AuditSubject } from '#lib/storage/records.ts';
import { type CommandFrame, personIdsOf } from './command-frame.ts';

type Details = AuditRecord['details'];
type Entry = Required<Pick<AuditRecord, 'subjects' | 'changed' | 'details'>>;

/** Names kept of those a command was done to; `details` has all the ids. */
const MAX_SUBJECTS = 20;

/** `frame` is as it was before the command. */
export function auditEntry(command: OneCommand, done: CommandDone, frame: CommandFrame): Entry {
  return {
    subjects: subjectsOf(command, done, frame).slice(0, MAX_SUBJECTS),
    changed: changedFields(command, frame),
    details: detailsOf(command, done, frame)
  };
}

function subjectsOf(command: OneCommand, done: CommandDone, { tree, people, actor }: CommandFrame): AuditSubject[] {
  const person = (id: PersonId): AuditSubject => ({ kind: 'person', id, name: people.get(id)?.name ?? '' });
  const group = (id: GroupId): AuditSubject => ({ kind: 'group', id, name: tree.group(id)?.name ?? '' });
  switch (command.kind) {
    case 'create-group':
      return [{ kind: 'group', id: done.groupId ?? 0, name: command.name.trim() }];
    case 'restore-group':
      return [{ kind: 'group', id: command.group.id, name: command.group.name }];
    case 'update-group':
    case 'move-group':
    case 'delete-group':
      return [group(command.groupId)];
    case 'set-permissions':
      return command.groupId === null ? [] : [group(command.groupId)];
    case 'create-technician':
    case 'create-administrator':
      return [{ kind: 'person', id: done.personId ?? 0, name: command.fields.name.trim() }];
    case 'assign-administrator':
    case 'unassign-administrator':
      return [person(command.personId), group(command.groupId)];
    case 'update-settings':
    case 'rename-organization':
      return [];
    default:
      return personIdsOf(command, actor.id).slice(0, MAX_SUBJECTS).map(person);
  }
}

function changedFields(command: OneCommand, { tree, people, actor }: CommandFrame): string[] {
  switch (command.kind) {
    case 'update-group': {
      const { name, description, enabled } = command;
      return differingFields(tree.group(command.groupId) ?? {}, { name, description, enabled });
    }
    case 'update-technician':
    case 'update-administrator': {
      const fields = differingFields(people.get(command.personId) ?? {}, command.changes);
      return command.password === undefined ? fields : [...fields, 'password'];
    }
    case 'update-own-account':
      return differingFields(actor, command.changes);
    case 'update-settings':
    case 'set-permissions':
      return Object.keys(command.changes);
    case 'rename-organization':
      return ['name'];
    case 'move-technicians':
      return ['groupId'];
    case 'move-group':
      return ['parentId'];
    default:
      return [];
  }
}

function detailsOf(command: OneCommand, done: CommandDone, { tree, actor }: CommandFrame): Details {
  switch (command.kind) {
    case 'create-group':
      return { groupId: done.groupId ?? null, name: command.name, parentId: command.parentId };
    case 'update-group': {
      const { groupId, name, description, enabled } = command;
      return { groupId, ...flat({ name, description, enabled }) };
    }
    case 'move-group':
      return { groupId: command.groupId, parentId: command.parentId, parentName: nameOf(command.parentId) };
    case 'delete-group':
      return { groupId: command.groupId };
    case 'restore-group':
      return { groupId: command.group.id, name: command.group.name };
    case 'set-permissions':
      return { groupId: command.groupId, ...permissionWords(command.changes) };
    case 'update-settings':
      return flat(command.changes);
    case 'rename-organization':
      return { name: command.name };
    case 'create-technician':
    case 'create-administrator': {
      const { name, email } = command.fields;
      const place = command.kind === 'create-technician' ? { groupId: command.groupId } : { role: command.role };
      return { personId: done.personId ?? null, name, email, ...place };
    }
    case 'update-technician':
      return { personId: command.personId, ...flat(command.changes) };
    case 'update-administrator': {
      const { assignedGroupIds, ...others } = command.changes;
      const assigned = assignedGroupIds && { assignedGroupIds: assignedGroupIds.join(' ') };
      return { personId: command.personId, ...flat(others), ...assigned };
    }
    case 'update-own-account':
      return { personId: actor.id, ...flat(command.changes) };
    case 'assign-administrator':
    case 'unassign-administrator':
      return { personId: command.personId, groupId: command.groupId };
    case 'move-technicians':
      return { ...idsOf(command.personIds), groupId: command.groupId, groupName: nameOf(command.groupId) };
    case 'delete-technicians':
    case 'delete-administrators':
    case 'restore-administrators':
      return idsOf(command.personIds);
    case 'restore-technicians':
      return idsOf(command.technicians.map(({ personId }) => personId));
  }

  function nameOf(groupId: GroupId | null): string {
    return groupId === null ? '' : (tree.group(groupId)?.name ?? '');
  }
}

function idsOf(personIds: readonly PersonId[]): Details {
  return { people: personIds.length, personIds: personIds.join(' ') };
}

function permissionWords(changes: (OneCommand & { kind: 'set-permissions' })['changes']): Details {
  const words: Record<string, string> = {};
  for (const id of permissionIds) {
    const change = changes[id];
    if (change === null) words[id] = 'inherited';
    else if (change) words[id] = `${change.value ? 'on' : 'off'}${change.locked ? ' locked' : ''}`;
  }
  return words;
}

/** Values of these types alone: whatever else a command holds does not get in. */
function flat(fields: object): Details {
  const details: Record<string, string | number | boolean | null> = {};
  for (const [field, value] of Object.entries(fields) as [string, unknown][]) {
    if (field === 'password') continue;
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      details[field] = value;
  }
  return details;
}
