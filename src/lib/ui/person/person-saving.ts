/** What saving a person's form does, and what is said when it is done. */
import type { OneCommand, OrgCommand } from '#lib/domain/change.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { m } from '#i18n/messages.js';
import type { PersonEditing } from './person-editing.svelte.ts';
import type { AdministratorForm, TechnicianForm } from './person-form.ts';

/** Another group is a move of its own; both are done or none. */
export function technicianCommand(personId: PersonId, { draft, password }: PersonEditing<TechnicianForm>): OrgCommand {
  const { groupId, ...changes } = draft.changes;
  const { groupId: seenIn, ...expected } = draft.expected;
  const commands: OneCommand[] = [];
  if (Object.keys(changes).length > 0 || password !== '') {
    commands.push({ kind: 'update-technician', personId, changes, expected, ...(password !== '' && { password }) });
  }
  if (groupId !== undefined) {
    const seen = seenIn === undefined ? {} : { expected: { groupIds: [seenIn] } };
    commands.push({ kind: 'move-technicians', personIds: [personId], groupId, ...seen });
  }
  const [first] = commands;
  return commands.length === 1 && first ? first : { kind: 'several', commands };
}

export function administratorCommand(
  personId: PersonId,
  { draft, password }: PersonEditing<AdministratorForm>
): OrgCommand {
  const { changes, expected } = draft;
  return { kind: 'update-administrator', personId, changes, expected, ...(password !== '' && { password }) };
}

/** A new role is what the toast says, whatever else was saved with it. */
export function administratorSaid({ draft }: PersonEditing<AdministratorForm>): string {
  const name = draft.values.name.trim();
  const { role } = draft.changes;
  if (role === undefined) return m.person_saved({ name });
  return role === 'administrator' ? m.person_demoted({ name }) : m.person_promoted({ name });
}
