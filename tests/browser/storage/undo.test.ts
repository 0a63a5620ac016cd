import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OneCommand, OrgCommand } from '#lib/domain/change.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { createGroup, drafts, MASTER, setUp, workFor } from './organization.ts';

const group = fc.integer({ min: 1, max: 5 });
const person = fc.integer({ min: 1, max: 10 });
const people = fc.uniqueArray(person, { maxLength: 3 });
const setting = fc.option(fc.record({ value: fc.boolean(), locked: fc.boolean() }));
const text = fc.constantFrom('North', 'South', '  East ');
const of = <Kind extends string>(kind: Kind) => fc.constant(kind);

const one: fc.Arbitrary<OneCommand> = fc.oneof(
  fc.record({ kind: of('create-group'), parentId: fc.option(group), name: text }),
  fc.record({ kind: of('update-group'), groupId: group, name: text, enabled: fc.boolean() }),
  fc.record({ kind: of('move-group'), groupId: group, parentId: fc.option(group) }),
  fc.record({ kind: of('delete-group'), groupId: group }),
  fc.record({ kind: of('delete-group'), groupId: group, moveContentTo: group }),
  fc.record({ kind: of('set-permissions'), groupId: fc.option(group), changes: fc.record({ reboot: setting }) }),
  fc.record({
    kind: of('update-technician'),
    personId: person,
    changes: fc.record({ name: text, enabled: fc.boolean(), mobileLicense: fc.boolean() })
  }),
  fc.record({ kind: of('move-technicians'), personIds: people, groupId: group }),
  fc.record({ kind: of('delete-technicians'), personIds: people }),
  fc.record({
    kind: of('update-administrator'),
    personId: person,
    changes: fc.record(
      { role: fc.constantFrom('administrator', 'master-administrator'), enabled: fc.boolean(), description: text },
      { requiredKeys: [] }
    )
  }),
  fc.record({ kind: of('delete-administrators'), personIds: people }),
  fc.record({
    kind: fc.constantFrom('assign-administrator', 'unassign-administrator'),
    personId: person,
    groupId: group
  }),
  fc.record({ kind: of('update-settings'), changes: fc.record({ mobileSeats: fc.option(fc.nat(5)) }) }),
  fc.record({ kind: of('rename-organization'), name: text })
);
const commands: fc.Arbitrary<OrgCommand> = fc.oneof(
  { weight: 5, arbitrary: one },
  fc.record({ kind: of('several'), commands: fc.array(one, { minLength: 1, maxLength: 3 }) })
);

/** What people see; the counters and the trail go on, and who was deleted waits aside. */
async function content(db: MusterDatabase): Promise<object> {
  const { name } = (await db.organization.get(1)) ?? {};
  const assigned = (await db.people.toArray()).map((person) => {
    // The order in which groups were assigned is nobody's business.
    return { ...person, assignedGroupIds: person.assignedGroupIds?.toSorted() };
  });
  const tables = [db.groups, db.groupCounts, db.settings, db.groupPermissions];
  return { name, assigned, tables: await Promise.all(tables.map((table) => table.toArray())) };
}

async function expectSound(db: MusterDatabase): Promise<void> {
  const groups = await db.groups.toArray();
  const people = await db.people.toArray();
  for (const { role, groupId } of people) {
    // Each technician in exactly one group that is there, each administrator in none.
    if (role === undefined) expect(groups.map(({ id }) => id)).toContain(groupId);
    else expect(groupId).toBeUndefined();
  }
  expect(people.some(({ role, disabled }) => role === 'master-administrator' && !disabled)).toBe(true);
}

test(
  'any command can be undone, and then everything is as it was; refused, it changes nothing',
  { timeout: 180_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(commands, fc.boolean()), { minLength: 5, maxLength: 20 }),
        async (sequence) => {
          const db = await setUp();
          for (const name of ['A', 'B', 'C']) await createGroup(db, name);
          await createOrgStore(db).commit(await workFor(db, 1, [...drafts(3, 1), ...drafts(3, 2, 4)]));
          await db.people.bulkAdd([
            { id: 8, emailKey: 'bo@example.org', name: 'Bo', role: 'administrator', assignedGroupIds: [1, 2] },
            { id: 9, emailKey: 'cy@example.org', name: 'Cy', role: 'master-administrator' }
          ]);
          for (const [command, undone] of sequence) {
            const before = await content(db);
            // Whoever acts may lose the role by it: then the other one goes on.
            const done = await execute(await someMaster(db), command, db);
            await expectSound(db);
            if ('code' in done) expect(await content(db)).toEqual(before);
            else if (undone && done.undo) {
              expect(await execute(await someMaster(db), done.undo, db)).toMatchObject({ ok: true });
              expect(await content(db)).toEqual(before);
            }
          }
          db.close();
        }
      ),
      { numRuns: 25 }
    );
  }
);

async function someMaster(db: MusterDatabase): Promise<number> {
  const masters = await db.people.where('role').equals('master-administrator').toArray();
  return masters.find(({ disabled }) => !disabled)?.id ?? MASTER;
}
