import { expect, test } from 'vitest';
import { OrgTree } from '#lib/domain/org-tree.ts';
import { isEmail } from '#lib/domain/person.ts';
import { signOut } from '#lib/storage/access.ts';
import { sessionPerson } from '#lib/storage/session.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import { MusterDatabase } from '#lib/storage/database.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { toPerson } from '#lib/storage/people.ts';
import {
  createSampleOrganization,
  enterSampleOrganization,
  removeSample
} from '#lib/storage/sample/sample-organization.ts';
import { planUndo } from '#lib/storage/imports/undo-import.ts';
import { setUp, traces } from './organization.ts';

let samples = 0;
async function sample(): Promise<MusterDatabase> {
  const db = new MusterDatabase(`muster-test-sample-${Date.now()}-${samples++}`);
  expect(await createSampleOrganization('Sample organization', db)).toEqual({ ok: true });
  return db;
}

test('the sample has three levels of groups, two administrators, hundreds of technicians, and an import with problems', async () => {
  const db = await sample();
  expect(await sessionPerson(db)).toBe(1);
  const tree = new OrgTree(await db.groups.toArray());
  expect(Math.max(...[...tree.groups()].map((group) => tree.depth(group.id)))).toBe(2);
  const people = (await db.people.toArray()).map(toPerson);
  expect(people.filter(({ role }) => role === 'administrator')).toHaveLength(2);
  expect(people.filter(({ role }) => role === 'technician').length).toBeGreaterThan(250);
  expect(people.filter((person) => !isEmail(person.email))).toEqual([]);
  for (const person of people) if (person.role === 'technician') expect(tree.group(person.groupId)).toBeDefined();
  for (const script of [/[а-я]/i, /[α-ω]/i, /[\u4e00-\u9fff]/, /[\u0600-\u06ff]/, /[\u0900-\u097f]/])
    expect(people.some(({ name }) => script.test(name))).toBe(true);
  const record = await createOrgStore(db).importRecord(1, 1);
  expect(record).toMatchObject({ created: 41, failed: 6, leftOut: 1 });
  expect(await planUndo(1, 1, db)).toMatchObject({ removed: 41, kept: [] });
});

test('the sample is worked in like any organization, and entered again without a password', async () => {
  const db = await sample();
  await signOut(db);
  expect(await sessionPerson(db)).toBeNull();
  expect(await enterSampleOrganization(db)).toEqual({ ok: true });
  expect(await execute(1, { kind: 'create-group', parentId: null, name: 'New' }, db)).toMatchObject({ ok: true });
});

test('removed, it leaves nothing; a real organization is never removed so', async () => {
  const db = await sample();
  expect(await removeSample(db)).toEqual({ ok: true });
  expect(Object.values(await traces(db)).flat()).toEqual([]);
  const real = await setUp();
  const before = await traces(real);
  expect(await removeSample(real)).toEqual({ code: 'not-a-sample' });
  expect(await enterSampleOrganization(real)).toEqual({ code: 'not-a-sample' });
  expect(await createSampleOrganization('Sample', real)).toEqual({ code: 'already-set-up' });
  expect(await traces(real)).toEqual(before);
});
