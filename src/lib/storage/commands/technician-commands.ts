import type { CommandDone, CommandRefusal, TechnicianCommand } from '#lib/domain/change.ts';
import { changedMeanwhile, differingFields, pickFields } from '#lib/domain/expectation.ts';
import { trimmed } from '#lib/domain/person-fields.ts';
import type { Technician } from '#lib/domain/person.ts';
import { readPerson } from '#lib/storage/people.ts';
import type { CommandFrame } from './command-frame.ts';
import { takePersonId, writePerson } from './person-writing.ts';
import { deleteTechnicians, moveTechnicians, restoreTechnicians } from './technician-moves.ts';

type Outcome = Promise<CommandDone | CommandRefusal>;

/** Runs inside the transaction of `execute`, after authorization. */
export async function executeTechnicianCommand(command: TechnicianCommand, frame: CommandFrame): Outcome {
  const { db, tree, actor } = frame;
  switch (command.kind) {
    case 'create-technician': {
      if (!tree.group(command.groupId)) return { code: 'unknown-group', groupId: command.groupId };
      const id = await takePersonId(db);
      const technician = trimmed({ ...command.fields, id, role: 'technician' as const, groupId: command.groupId });
      const password = { text: command.password, derived: frame.derived.get(command) };
      const refusal = await writePerson(null, technician, password, frame);
      return refusal ?? { ok: true, personId: id, undo: { kind: 'delete-technicians', personIds: [id] } };
    }
    case 'update-technician': {
      const before = readPerson(await db.people.get(command.personId));
      if (before?.role !== 'technician') return { code: 'unknown-person', personId: command.personId };
      return await updateTechnician(before, command, frame);
    }
    case 'update-own-account': {
      if (actor.role !== 'technician') return { code: 'not-allowed' };
      const { nickname = actor.nickname } = command.changes;
      const done = await updateTechnician(actor, { ...command, changes: { nickname } }, frame);
      if ('code' in done || done.undo?.kind !== 'update-technician') return done;
      const { changes, expected } = done.undo;
      return { ...done, undo: { kind: 'update-own-account', changes, ...(expected && { expected }) } };
    }
    case 'move-technicians':
      return await moveTechnicians(command, tree, db);
    case 'delete-technicians':
      return await deleteTechnicians(command, db);
    case 'restore-technicians':
      return await restoreTechnicians(command, tree, db);
  }
}

async function updateTechnician(
  before: Technician,
  command: TechnicianCommand & { readonly kind: 'update-technician' | 'update-own-account' },
  frame: CommandFrame
): Outcome {
  const stale = changedMeanwhile(before, command.expected ?? {});
  if (stale) return stale;
  const { id, role, groupId } = before;
  const after = trimmed({ ...before, ...command.changes, id, role, groupId });
  const text = command.kind === 'update-technician' ? command.password : undefined;
  const refusal = await writePerson(before, after, { text, derived: frame.derived.get(command) }, frame);
  if (refusal) return refusal;
  const changed = differingFields(before, after);
  // A password is not taken back: the former one is not kept.
  if (changed.length === 0) return { ok: true, personId: id };
  const undo = { changes: pickFields(before, changed), expected: pickFields(after, changed) };
  return { ok: true, personId: id, undo: { kind: 'update-technician', personId: id, ...undo } };
}
