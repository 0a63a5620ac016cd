import { expect, test } from 'vitest';
import { commitImport } from '#lib/import/pipeline.ts';
import { planWith, type PlannedImport } from '#lib/import/planned-import.ts';
import type { Administrator } from '#lib/domain/person.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { problemSentence } from '#lib/wording/problem-sentence.ts';
import { FakeOrgStore, group } from './fake-org-store.ts';
import { csv, plannedOf, technician, technicianRow } from './technicians-file.ts';

const ADMINISTRATOR: Administrator = {
  ...{ id: 9, role: 'administrator', name: 'Adi', email: 'adi@example.com', description: '', enabled: true },
  assignedGroupIds: [5, 6]
};
const FILE = csv([technicianRow('Ana', 'ana@example.com'), technicianRow('Ben', 'ben@example.com')]);

const store = (): FakeOrgStore =>
  new FakeOrgStore({
    groups: [group(5, 'Support'), group(6, 'Closed', { enabled: false }), group(7, 'Far')],
    people: [ADMINISTRATOR, technician(2, 'Ana', 'ana@example.com')]
  });

const told = ({ plan }: PlannedImport): readonly string[] => plan.row(1).problems.map(problemSentence);

test.each([
  [7, 'The chosen technician group Far is not assigned to you. Choose one of your groups.'],
  [6, 'The chosen technician group Closed is disabled. Enable it or choose another group.'],
  [8, 'The chosen technician group 8 no longer exists. Choose another group.']
])('a chosen group that takes nobody is told of each row, chosen before reading or after: %i', async (id, sentence) => {
  const here = store();
  const read = await plannedOf(FILE, here, { actorId: 9, groupId: id, existing: 'update' });
  const shown = await plannedOf(FILE, here, { actorId: 9, groupId: 5, existing: 'update' });
  expect(told(shown)).toEqual([]);
  const planned = await planWith({ groupId: id }, shown, { store: here, phrasebook });
  if (planned === null) throw new Error('Nobody ended the planning');
  expect(told(read)).toEqual([sentence]);
  expect(told(planned)).toEqual([sentence]);
  expect(read.plan.counts).toMatchObject({ ready: 0, problems: 2 });
  expect(planned.plan.counts).toEqual(read.plan.counts);
});

test('of people who are in a chosen group that was disabled nothing is asked', async () => {
  const here = store();
  here.people.push(technician(3, 'Ben', 'ben@example.com', { groupId: 6 }));
  const { plan } = await plannedOf(FILE, here, { actorId: 9, groupId: 6, existing: 'update' });
  expect(plan.row(1)).toMatchObject({ problems: [], update: { personName: 'Ben' } });
});

test('a chosen group that is deleted before the import is told of its rows', async () => {
  const here = store();
  const shown = await plannedOf(FILE, here, { groupId: 7 });
  here.change((it) => (it.groups = it.groups.filter(({ id }) => id !== 7)));
  const outcome = await commitImport(shown, { store: here, phrasebook });
  if (outcome.kind !== 'refused') throw new Error('The import should be refused');
  expect(outcome.refusal.code).toBe('organization-changed');
  expect(told(outcome.planned)).toEqual(['The chosen technician group 7 no longer exists. Choose another group.']);
});
