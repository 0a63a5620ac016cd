import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrgCommand } from '#lib/domain/change.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import type { MusterDatabase } from '#lib/storage/database.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import type { GroupCounts } from '#lib/storage/records.ts';
import { createGroup, draft, drafts, MASTER, revisionOf, setUp, traces, workFor } from './organization.ts';

async function recount(db: MusterDatabase): Promise<Map<number, GroupCounts>> {
  const counts = new Map<number, GroupCounts>();
  for (const { groupId, disabled, standard, mobile } of await db.people.toArray()) {
    if (groupId === undefined) continue;
    const {
      people,
      enabled,
      standard: seats,
      mobile: mobileSeats
    } = counts.get(groupId) ?? { people: 0, enabled: 0, standard: 0, mobile: 0 };
    counts.set(groupId, {
      groupId,
      people: people + 1,
      enabled: enabled + (disabled ? 0 : 1),
      standard: seats + (!disabled && standard ? 1 : 0),
      mobile: mobileSeats + (!disabled && mobile ? 1 : 0)
    });
  }
  return counts;
}

async function kept(db: MusterDatabase): Promise<Map<number, GroupCounts>> {
  const present = (await db.groupCounts.toArray()).filter(({ people }) => people > 0);
  return new Map(present.map((counts) => [counts.groupId, counts]));
}

const person = fc.integer({ min: 2, max: 12 });
const group = fc.integer({ min: 1, max: 4 });
const flags = fc.record(
  { enabled: fc.boolean(), standardLicense: fc.boolean(), mobileLicense: fc.boolean() },
  { requiredKeys: [] }
);
const commands = fc.oneof(
  fc.record({ kind: fc.constant('update-technician' as const), personId: person, changes: flags }),
  fc.record({
    kind: fc.constant('move-technicians' as const),
    personIds: fc.uniqueArray(person, { maxLength: 4 }),
    groupId: group
  }),
  fc.record({ kind: fc.constant('delete-technicians' as const), personIds: fc.uniqueArray(person, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('delete-group' as const), groupId: group }),
  fc.record({ kind: fc.constant('move-group' as const), groupId: group, parentId: fc.option(group) })
) satisfies fc.Arbitrary<OrgCommand>;

test('whatever is done and undone, the counts kept are those that are there', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(commands, fc.boolean()), { minLength: 5, maxLength: 25 }), async (sequence) => {
      const db = await setUp();
      for (const name of ['A', 'B', 'C', 'D']) await createGroup(db, name);
      const people = [
        ...drafts(5, 1),
        draft(6, 2, { enabled: false, mobileLicense: true }),
        draft(7, 3, { standardLicense: false })
      ];
      await createOrgStore(db).commit(await workFor(db, 1, people));
      for (const [command, undone] of sequence) {
        const before = await revisionOf(db);
        const done = await execute(MASTER, command, db);
        if (undone && 'ok' in done && done.undo) await execute(MASTER, done.undo, db);
        if ('code' in done) expect(await revisionOf(db)).toBe(before);
        expect(await kept(db)).toEqual(await recount(db));
      }
    }),
    { numRuns: 8 }
  );
});

test('undo of a delete brings everything back as it was: group, counts, assigned administrators', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await db.people.add({
    id: 50,
    emailKey: 'b@example.org',
    name: 'Bo',
    role: 'administrator',
    assignedGroupIds: [groupId]
  });
  const before = await traces(db);
  const deleted = await execute(MASTER, { kind: 'delete-group', groupId }, db);
  expect((await db.people.get(50))?.assignedGroupIds).toEqual([]);
  if (!('ok' in deleted) || !deleted.undo) throw new Error('not deleted');
  expect(await execute(MASTER, deleted.undo, db)).toMatchObject({ ok: true, groupId });
  const after = await traces(db);
  expect({ ...after, audit: null, organization: null }).toEqual({ ...before, audit: null, organization: null });
});

test('a Tech Group ID is never used again', async () => {
  const db = await setUp();
  const first = await createGroup(db, 'Support');
  await execute(MASTER, { kind: 'delete-group', groupId: first }, db);
  expect(await createGroup(db, 'Support')).toBe(first + 1);
});

test('a group with people or groups is not deleted, and the refusal says what it holds', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  await createGroup(db, 'Night', groupId);
  await createOrgStore(db).commit(await workFor(db, groupId, drafts(3, groupId)));
  expect(await execute(MASTER, { kind: 'delete-group', groupId }, db)).toEqual({
    code: 'group-not-empty',
    people: 3,
    groups: 1
  });
});

test('every change raises the revision and is audited without its password; a refusal changes nothing', async () => {
  const db = await setUp();
  const groupId = await createGroup(db, 'Support');
  const { password, groupId: _, ...fields } = draft(1, groupId);
  const made = await execute(MASTER, { kind: 'create-technician', groupId, fields, password }, db);
  expect(made).toMatchObject({ ok: true, personId: 2 });
  expect(await execute(MASTER, { kind: 'create-technician', groupId, fields, password }, db)).toEqual({
    code: 'email-in-use',
    personId: 2,
    personName: 'Technician 1'
  });
  const audit = await db.audit.toArray();
  expect(audit.map(({ what }) => what)).toEqual(['set-up', 'create-group', 'create-technician']);
  expect(audit[2]?.details).toMatchObject({ name: 'Technician 1', personId: 2 });
  expect(audit[2]?.subjects).toEqual([{ kind: 'person', id: 2, name: 'Technician 1' }]);
  expect(JSON.stringify(audit)).not.toContain(password);
  expect(await revisionOf(db)).toBe(3);
});
