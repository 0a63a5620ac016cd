import { derivePassword, type DerivedPassword } from '#lib/credentials/derive.ts';
import type { CommandDone, CommandRefusal, OrgCommand, TechnicianCommand } from '#lib/domain/change.ts';
import { changedField } from '#lib/domain/group-change.ts';
import { missingSeat } from '#lib/domain/licenses.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import { checkPassword } from '#lib/domain/password-policy.ts';
import { emailKey, type Technician } from '#lib/domain/person.ts';
import { refusedTechnician } from '#lib/domain/technician-fields.ts';
import type { MusterDatabase } from './database.ts';
import { CountChanges, seatsUsed } from './group-counts.ts';
import { readPerson, toRecord } from './people.ts';
import { ONLY, organizationRecord, settingsRecord } from './records.ts';
import { deleteTechnicians, moveTechnicians, restoreTechnicians } from './technician-moves.ts';

export interface PreparedCommand<Command extends OrgCommand = OrgCommand> {
  readonly command: Command;
  /** The derived password of a command that sets one. */
  readonly derived: DerivedPassword | null;
}

/** What cannot be done inside a transaction. */
export async function prepareTechnicianCommand(command: OrgCommand): Promise<PreparedCommand> {
  const password = 'password' in command ? command.password : undefined;
  return { command, derived: password === undefined ? null : await derivePassword(password) };
}

/** Runs inside the transaction of `execute`, after authorization. */
export async function executeTechnicianCommand(
  { command, derived }: PreparedCommand<TechnicianCommand>,
  tree: OrgTree,
  db: MusterDatabase
): Promise<CommandDone | CommandRefusal> {
  switch (command.kind) {
    case 'create-technician': {
      if (!tree.group(command.groupId)) return { code: 'unknown-group', groupId: command.groupId };
      const organization = organizationRecord.parse(await db.organization.get(ONLY));
      const id = organization.nextPersonId;
      const technician = { ...command.fields, id, role: 'technician', groupId: command.groupId } as const;
      const refusal = await write(null, technician, command.password, derived, db);
      if (refusal) return refusal;
      await db.organization.put({ ...organization, nextPersonId: id + 1 });
      return { ok: true, personId: id, undo: { kind: 'delete-technicians', personIds: [id] } };
    }
    case 'update-technician': {
      const before = readPerson(await db.people.get(command.personId));
      if (before?.role !== 'technician') return { code: 'unknown-person', personId: command.personId };
      const field = changedField(before, command.expected ?? {});
      if (field) return { code: 'changed-meanwhile', field };
      const after = { ...before, ...command.changes };
      const refusal = await write(before, after, command.password, derived, db);
      if (refusal) return refusal;
      const { id, role: _role, groupId: _groupId, ...changes } = before;
      // A password is not taken back: the former one is not kept.
      return { ok: true, personId: id, undo: { kind: 'update-technician', personId: id, changes } };
    }
    case 'move-technicians':
      return await moveTechnicians(command, tree, db);
    case 'delete-technicians':
      return await deleteTechnicians(command, db);
    case 'restore-technicians':
      return await restoreTechnicians(command, tree, db);
  }
}

/** Checks a technician by the rules an import's rows are checked by, and writes them. */
async function write(
  before: Technician | null,
  after: Technician,
  password: string | undefined,
  derived: DerivedPassword | null,
  db: MusterDatabase
): Promise<CommandRefusal | null> {
  const settings = settingsRecord.parse(await db.settings.get(ONLY));
  const verdict = password === undefined ? null : checkPassword(password, settings.minimumPasswordStrength);
  const refusal = refusedTechnician(after);
  if (refusal) return refusal;
  if (verdict && !verdict.ok) return { code: 'password', verdict };
  const owner = await db.people.get({ emailKey: emailKey(after.email) });
  if (owner && owner.id !== after.id) return { code: 'email-in-use', personId: owner.id, personName: owner.name };
  const license = missingSeat(settings, await seatsUsed(db), before, after);
  if (license) return { code: 'no-seat', license };
  const changes = new CountChanges();
  changes.replace(before, after);
  await changes.apply(db);
  await db.people.put(toRecord(after));
  if (derived) {
    const mustChange = settings.adminPasswordChangeForcesChange;
    await db.credentials.put({ personId: after.id, ...derived, changedAt: Date.now(), mustChange });
  }
  return null;
}
