/** Carries out commands: one transaction each, all of it or nothing. */
import { derivePassword, type DerivedPassword } from '#lib/credentials/derive.ts';
import { authorize } from '#lib/domain/authorization.ts';
import {
  type CommandDone,
  type CommandRefusal,
  isRefusal,
  type OneCommand,
  type OrgCommand
} from '#lib/domain/change.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import { lockedAt, type PermissionsByGroup } from '#lib/domain/permissions.ts';
import type { Person, PersonId } from '#lib/domain/person.ts';
import { database, type MusterDatabase } from '#lib/storage/database.ts';
import { isQuotaExceeded } from '#lib/storage/failures.ts';
import { readPerson } from '#lib/storage/people.ts';
import { ONLY } from '#lib/storage/records.ts';
import { executeAdministratorCommand } from './administrator-commands.ts';
import { auditEntry } from './audit.ts';
import { type CommandFrame, personIdsOf, readPeople } from './command-frame.ts';
import { executeGroupCommand, withContentMoved } from './group-commands.ts';
import { executePermissionsCommand, readPermissions } from './permission-commands.ts';
import { refusedWith } from './refused.ts';
import { executeSettingsCommand } from './settings-commands.ts';
import { executeTechnicianCommand } from './technician-commands.ts';

const Refused = refusedWith<CommandRefusal>();

/** Carries out one command for the person who is signed in. Every change raises the organization's revision and is audited. */
export async function execute(
  actorId: PersonId,
  command: OrgCommand,
  db = database
): Promise<CommandDone | CommandRefusal> {
  const derived = await deriveAll(command);
  try {
    return await db.transaction('rw', tablesOf(db), async () => {
      const actor = readPerson(await db.people.get(actorId));
      if (!actor) throw new Refused({ code: 'not-allowed' });
      const done = await carryOut(actor, command, derived, db);
      await db.organization.where('id').equals(ONLY).modify(raiseRevision);
      return done;
    });
  } catch (failure) {
    if (failure instanceof Refused) return failure.refusal;
    if (isQuotaExceeded(failure)) return { code: 'storage-full' };
    throw failure;
  }
}

async function deriveAll(command: OrgCommand): Promise<ReadonlyMap<OneCommand, DerivedPassword>> {
  const derived = new Map<OneCommand, DerivedPassword>();
  for (const one of command.kind === 'several' ? command.commands : [command]) {
    const password = 'password' in one ? one.password : undefined;
    if (password !== undefined) derived.set(one, await derivePassword(password));
  }
  return derived;
}

async function carryOut(
  actor: Person,
  command: OrgCommand,
  derived: ReadonlyMap<OneCommand, DerivedPassword>,
  db: MusterDatabase
): Promise<CommandDone> {
  let tree = new OrgTree(await db.groups.toArray());
  const asked = command.kind === 'several' ? command.commands : [command];
  const commands = (await Promise.all(asked.map((one) => withContentMoved(one, tree, db)))).flat();
  const undos: OneCommand[] = [];
  let done: CommandDone = { ok: true };
  for (const one of commands) {
    const people = await readPeople(personIdsOf(one, actor.id), db);
    done = await carryOutOne(one, { db, actor, tree, people, derived });
    if (done.undo) undos.unshift(...(done.undo.kind === 'several' ? done.undo.commands : [done.undo]));
    if (commands.length > 1 && one.kind.endsWith('-group')) tree = new OrgTree(await db.groups.toArray());
  }
  return commands.length === 1 ? done : { ok: true, undo: { kind: 'several', commands: undos } };
}

async function carryOutOne(command: OneCommand, frame: CommandFrame): Promise<CommandDone> {
  const { db, actor, tree, people } = frame;
  const permissions: PermissionsByGroup = command.kind === 'set-permissions' ? await readPermissions(db) : new Map();
  const refusal = authorize(
    actor,
    command,
    tree,
    (personId) => {
      const person = people.get(personId);
      return person?.role === 'technician' ? person.groupId : undefined;
    },
    (groupId, permission) => lockedAt(tree, groupId, permission, permissions)
  );
  const done = refusal ?? (await executeOne(command, frame));
  if (isRefusal(done)) throw new Refused(done);
  await db.audit.add({
    at: Date.now(),
    actorId: actor.id,
    actorName: actor.name,
    what: command.kind,
    ...auditEntry(command, done, frame)
  });
  return done;
}

function executeOne(command: OneCommand, frame: CommandFrame): Promise<CommandDone | CommandRefusal> {
  switch (command.kind) {
    case 'create-group':
    case 'update-group':
    case 'move-group':
    case 'delete-group':
    case 'restore-group':
      return executeGroupCommand(command, frame);
    case 'set-permissions':
      return executePermissionsCommand(command, frame);
    case 'update-settings':
    case 'rename-organization':
      return executeSettingsCommand(command, frame);
    case 'create-administrator':
    case 'update-administrator':
    case 'delete-administrators':
    case 'restore-administrators':
    case 'assign-administrator':
    case 'unassign-administrator':
      return executeAdministratorCommand(command, frame);
    default:
      return executeTechnicianCommand(command, frame);
  }
}

function raiseRevision(organization: { revision: number }): void {
  organization.revision++;
}

function tablesOf(db: MusterDatabase) {
  return [
    ...[db.organization, db.settings, db.groups, db.groupPermissions, db.people, db.groupCounts],
    ...[db.deletedPeople, db.credentials, db.audit]
  ];
}
