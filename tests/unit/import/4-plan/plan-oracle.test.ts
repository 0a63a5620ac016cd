import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Plan } from '#lib/import/4-plan/plan.ts';
import { importKinds, type ColumnId } from '#lib/import/kinds.ts';
import { problemCodes } from '#lib/import/problems.ts';
import type { ExistingPeople, RowFilter } from '#lib/import/road.ts';
import { emailKey, type Administrator, type Person, type Technician } from '#lib/domain/person.ts';
import { defaultSettings } from '#lib/domain/settings.ts';
import { group, MASTER } from '../fake-org-store.ts';
import { checkerOf, matchedRows } from '../made-table.ts';
import { naivePlan, type NaiveFacts, type NaiveRow } from './naive-plan.ts';

const kind = importKinds['technicians-file'];

// Few values, so that rows meet one another.
const texts: Record<ColumnId, readonly string[]> = {
  name: ['Ana', 'Ben', ''],
  nickname: [''],
  email: [
    ...['a@x.org', 'A@x.org ', 'b@x.org', 'c@x.org', 'd@x.org', 'mira@example.com', 'none', ''],
    ...['used@x.org', 'Used@x.org', 'two@x.org', 'three@x.org', 'off@x.org', 'far@x.org']
  ],
  ssoId: [''],
  description: [''],
  password: ['Sample12', 'Sample12', 'Sample12', '', '', 'sample', 'Sample 12'],
  enabled: ['yes', 'no', 'maybe', ''],
  standardLicense: ['yes', 'no', ''],
  mobileLicense: ['yes', 'no'],
  groupId: ['5', '6', '7', '77', 'x', '']
};
const cell = (id: ColumnId) => fc.constantFrom(...texts[id]);
// Most cells are good and most emails differ: a row of ten bad cells shows nothing of the others.
const row = fc.tuple(
  ...kind.columns.map(({ id }) =>
    id === 'email' || id === 'password'
      ? cell(id)
      : fc.oneof({ weight: 3, arbitrary: fc.constant(texts[id][0] ?? '') }, cell(id))
  )
);
const seats = fc.option(fc.integer({ min: 0, max: 5 }), { nil: null });
const column = fc.constantFrom<ColumnId>('name', 'email', 'password', 'enabled', 'mobileLicense', 'groupId');
const change = fc.oneof(
  fc.record({ row: fc.nat(), leftOut: fc.boolean() }),
  column.chain((id) => fc.record({ row: fc.nat(), column: fc.constant(id), text: cell(id) }))
);

const administrator: Administrator = {
  ...{ id: 2, role: 'administrator', name: 'Adi', email: 'adi@x.org', description: '', enabled: true },
  assignedGroupIds: [5, 6]
};
const technician = (id: number, email: string, more: Partial<Technician>): Technician => ({
  ...{ id, email, role: 'technician', name: 'Ana', description: '', nickname: '', ssoId: '' },
  ...{ enabled: true, standardLicense: true, mobileLicense: false, groupId: 5, ...more }
});
const people = new Map(
  (
    [
      MASTER,
      administrator,
      technician(3, 'used@x.org', {}),
      technician(6, 'two@x.org', { mobileLicense: true }),
      technician(7, 'three@x.org', { standardLicense: false, nickname: 'T' }),
      technician(4, 'off@x.org', { enabled: false, mobileLicense: true, groupId: 6 }),
      technician(5, 'far@x.org', { groupId: 7 })
    ] satisfies Person[]
  ).map((person) => [emailKey(person.email), person] as const)
);

const situation = fc
  .record({
    standardSeats: seats,
    mobileSeats: seats,
    importRowLimit: fc.integer({ min: 3, max: 20 }),
    existing: fc.constantFrom<ExistingPeople>('report', 'update', 'leave-out'),
    actor: fc.constantFrom(MASTER, administrator)
  })
  .map(({ existing, actor, ...settings }): NaiveFacts => ({
    groups: [group(5, 'Support'), group(6, 'Closed', { enabled: false }), group(7, 'Far')],
    settings: { ...defaultSettings, ...settings },
    seatsUsed: { standard: 3, mobile: 1 },
    actor,
    emailKeys: new Set(people.keys()),
    people,
    existing,
    rowLimit: settings.importRowLimit
  }));

function planOf(rows: string[][], facts: NaiveFacts) {
  const { existing } = facts;
  const checker = checkerOf('technicians-file', rows, {
    groupId: null,
    ...(existing === 'update' && { updates: (key: string) => people.has(key) })
  });
  const { table } = matchedRows('technicians-file', rows);
  const plan = new Plan({ kind, table, checker, facts, existing });
  plan.learnPeople(people);
  plan.grow(rows.length);
  return { plan, checker };
}

function passes({ outcome, codes }: NaiveRow, filter: RowFilter): boolean {
  if (filter === 'all' || filter === outcome) return true;
  if (filter === 'ready') return outcome === 'created' || outcome === 'updated';
  return filter === 'problems' ? outcome === 'failed' : codes.some((code) => code === filter);
}

test('of the rows after the first ready ones none becomes ready when they are left out', () => {
  const rows = fc.array(row, { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(rows, situation, fc.integer({ min: 1, max: 6 }), (cells, facts, keep) => {
      const { plan } = planOf(cells, facts);
      const first = plan.select('ready', 0, keep);
      const after = plan.after('ready', keep);
      plan.leaveOut(after, true);
      expect(plan.select('ready', 0, Infinity)).toEqual(first);
      expect(after.every((at) => first.length === keep && at > Math.max(...first))).toBe(true);
    }),
    { numRuns: 500 }
  );
});

describe('a plan, after whatever the person changed', () => {
  test('is what planning from scratch would be', () => {
    const rowsAndChanges = fc.tuple(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.array(change, { maxLength: 20 })
    );
    fc.assert(
      fc.property(rowsAndChanges, situation, fc.boolean(), ([rows, changes], facts, looksOften) => {
        const { plan, checker } = planOf(rows, facts);
        const exists = (at: number) =>
          facts.existing === 'leave-out' && people.has(checker.check(at, plan.edits(at)).emailKey);
        const leftOut = new Set([...rows.keys()].filter(exists));
        for (const wanted of changes) {
          const at = wanted.row % rows.length;
          if ('column' in wanted) {
            const existed = exists(at);
            plan.edit(at, wanted.column, wanted.text);
            if (existed && !exists(at)) leftOut.delete(at);
          } else {
            plan.leaveOut([at], wanted.leftOut);
            if (wanted.leftOut) leftOut.add(at);
            else leftOut.delete(at);
          }
          if (looksOften) expect(plan.counts.total).toBe(rows.length);
        }

        const naive = naivePlan(rows.length, checker, facts, (at) => plan.edits(at), leftOut);
        naive.forEach(({ outcome, codes }, at) => {
          expect(new Set(plan.row(at).problems.map(({ code }) => code))).toEqual(new Set(codes));
          expect(plan.outcome(at).kind).toBe(outcome);
        });
        const filters: RowFilter[] = ['all', 'ready', 'updated', 'unchanged', 'problems', 'left-out', ...problemCodes];
        for (const filter of filters) {
          const passing = naive.flatMap((one, at) => (passes(one, filter) ? [at] : []));
          expect(plan.select(filter, 0, Infinity)).toEqual(passing);
          expect(plan.select(filter, 1, 2)).toEqual(passing.slice(1, 3));
          expect(plan.howMany(filter)).toBe(passing.length);
        }
        expect([...plan.updates()]).toHaveLength(plan.counts.updated);
        expect([...plan.drafts()]).toHaveLength(plan.counts.ready - plan.counts.updated);
      }),
      { numRuns: 500 }
    );
  });
});
