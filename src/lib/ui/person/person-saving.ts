/** What saving a person's form does, and what is said when it is done. */
import type { OneCommand, OrgCommand } from '#lib/domain/change.ts';
import type { AdministratorFields } from '#lib/domain/administrator-change.ts';
import type { PersonId } from '#lib/domain/person.ts';
import type { PersonEditing } from './person-editing.svelte.ts';
import type { TechnicianForm } from './person-form.ts';

/** Another group is a move of its own; both are done or none. */
export function technicianCommand(personId: PersonId, { draft, password }: PersonEditing<TechnicianForm>): OrgCommand {
  const { groupId, ...changes } = draft.changes;
  const { groupId: _, ...expected } = draft.expected;
  const commands: OneCommand[] = [];
  if (Object.keys(changes).length > 0 || password !== '') {
    commands.push({ kind: 'update-technician', personId, changes, expected, ...(password !== '' && { password }) });
  }
  if (groupId !== undefined) commands.push({ kind: 'move-technicians', personIds: [personId], groupId });
  const [first] = commands;
  return commands.length === 1 && first ? first : { kind: 'several', commands };
}

export function administratorCommand(
  personId: PersonId,
  { draft, password }: PersonEditing<AdministratorFields>
): OrgCommand {
  const { changes, expected } = draft;
  return { kind: 'update-administrator', personId, changes, expected, ...(password !== '' && { password }) };
}
