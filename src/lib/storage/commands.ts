/** Carries out commands: one transaction each, all of it or nothing. */
import { authorize, type GroupOfPerson } from '#lib/domain/authorization.ts';
import { type CommandDone, type CommandRefusal, isRefusal, type OrgCommand } from '#lib/domain/change.ts';
import type { GroupId } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { auditDetails } from './audit.ts';
import { database, type MusterDatabase } from './database.ts';
import { executeGroupCommand } from './group-commands.ts';
import { readPerson } from './people.ts';
import { isQuotaExceeded } from './failures.ts';
import { ONLY } from './records.ts';
import { executeSettingsCommand } from './settings-commands.ts';
import { executeTechnicianCommand, prepareTechnicianCommand, type PreparedCommand } from './technician-commands.ts';

export type { CommandDone, CommandRefusal, OrgCommand };

/** Carries out one command for the person who is signed in. Every change raises the organization's revision and is audited. */
export async function execute(
  actorId: PersonId,
  command: OrgCommand,
  db = database
): Promise<CommandDone | CommandRefusal> {
  // Passwords are derived before the transaction: it would close meanwhile.
  const prepared = await prepareTechnicianCommand(command);
  try {
    return await db.transaction('rw', tablesOf(db), async () => {
      const done = await carryOut(actorId, prepared, db);
      if (isRefusal(done)) return done;
      const actor = await db.people.get(actorId);
      await db.organization
        .where('id')
        .equals(ONLY)
        .modify((organization) => {
          organization.revision++;
        });
      await db.audit.add({
        at: Date.now(),
        actorId,
        actorName: actor?.name ?? '',
        what: command.kind,
        details: auditDetails(command, done)
      });
      return done;
    });
  } catch (failure) {
    if (isQuotaExceeded(failure)) return { code: 'storage-full' };
    throw failure;
  }
}

async function carryOut(
  actorId: PersonId,
  prepared: PreparedCommand,
  db: MusterDatabase
): Promise<CommandDone | CommandRefusal> {
  const { command } = prepared;
  const actor = readPerson(await db.people.get(actorId));
  if (!actor) return { code: 'not-allowed' };
  const tree = new OrgTree(await db.groups.toArray());
  const refusal = authorize(actor, command, tree, await groupsOfPeople(command, db));
  if (refusal) return refusal;
  switch (command.kind) {
    case 'create-group':
    case 'update-group':
    case 'move-group':
    case 'delete-group':
    case 'restore-group':
      return await executeGroupCommand(command, tree, db);
    case 'update-settings':
    case 'rename-organization':
      return await executeSettingsCommand(command, db);
    default:
      return await executeTechnicianCommand({ ...prepared, command }, tree, db);
  }
}

async function groupsOfPeople(command: OrgCommand, db: MusterDatabase): Promise<GroupOfPerson> {
  const personIds = 'personIds' in command ? command.personIds : 'personId' in command ? [command.personId] : [];
  const restored = command.kind === 'restore-technicians' ? command.technicians.map(({ personId }) => personId) : [];
  const people = await db.people.bulkGet([...personIds, ...restored]);
  const deleted = await db.deletedPeople.bulkGet([...restored]);
  const groups = new Map<PersonId, GroupId>();
  for (const record of [...people, ...deleted.map((bin) => bin?.person)]) {
    if (record?.groupId !== undefined) groups.set(record.id, record.groupId);
  }
  return (personId) => groups.get(personId);
}

function tablesOf(db: MusterDatabase) {
  return [
    db.organization,
    db.settings,
    db.groups,
    db.people,
    db.groupCounts,
    db.deletedPeople,
    db.credentials,
    db.audit
  ];
}
