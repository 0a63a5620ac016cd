import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Plan } from '#lib/import/4-plan/plan.ts';
import type { PlanFacts } from '#lib/import/4-plan/plan-facts.ts';
import { importKinds, type ColumnId } from '#lib/import/kinds.ts';
import { problemCodes } from '#lib/import/problems.ts';
import type { RowFilter } from '#lib/import/road.ts';
import { defaultSettings } from '#lib/domain/settings.ts';
import { group, MASTER } from '../fake-org-store.ts';
import { checkerOf, matchedRows } from '../made-table.ts';
import { naivePlan } from './naive-plan.ts';

const kind = importKinds['technicians-file'];

// Few values, so that rows meet one another.
const texts: Record<ColumnId, readonly string[]> = {
  name: ['Ana', 'Ben', ''],
  nickname: [''],
  email: ['a@x.org', 'A@x.org ', 'b@x.org', 'c@x.org', 'used@x.org', 'none', ''],
  ssoId: [''],
  description: [''],
  password: ['Sample12', 'sample', 'Sample 12'],
  enabled: ['yes', 'no', 'maybe'],
  standardLicense: ['yes', 'no'],
  mobileLicense: ['yes', 'no'],
  groupId: ['5', '6', '77', 'x', '']
};
const cell = (id: ColumnId) => fc.constantFrom(...texts[id]);
const row = fc.tuple(...kind.columns.map(({ id }) => cell(id)));
const seats = fc.option(fc.integer({ min: 0, max: 6 }), { nil: null });
const column = fc.constantFrom<ColumnId>('name', 'email', 'password', 'enabled', 'mobileLicense', 'groupId');
const change = fc.oneof(
  fc.record({ row: fc.nat(), leftOut: fc.boolean() }),
  column.chain((id) => fc.record({ row: fc.nat(), column: fc.constant(id), text: cell(id) }))
);

function factsWith(standardSeats: number | null, mobileSeats: number | null, importRowLimit: number): PlanFacts {
  return {
    groups: [group(5, 'Support'), group(6, 'Closed', { enabled: false })],
    settings: { ...defaultSettings, standardSeats, mobileSeats, importRowLimit },
    seatsUsed: { standard: 1, mobile: 0 },
    actor: MASTER,
    emailKeys: new Set(['used@x.org'])
  };
}

describe('a plan, after whatever the person changed', () => {
  test('is what planning from scratch would be', () => {
    const settings = fc.tuple(seats, seats, fc.integer({ min: 1, max: 20 }));
    const rowsAndChanges = fc.tuple(
      fc.array(row, { minLength: 1, maxLength: 16 }),
      fc.array(change, { maxLength: 20 })
    );
    fc.assert(
      fc.property(rowsAndChanges, settings, fc.boolean(), ([rows, changes], [standard, mobile, limit], looksOften) => {
        const facts = factsWith(standard, mobile, limit);
        const checker = checkerOf('technicians-file', rows, { groupId: null });
        const { table } = matchedRows('technicians-file', rows);
        const plan = new Plan({ kind, table, checker, facts });
        const leftOut = new Set<number>();
        plan.add(rows.map((_, at) => checker.check(at)));
        for (const wanted of changes) {
          const at = wanted.row % rows.length;
          if ('column' in wanted) plan.edit(at, wanted.column, wanted.text);
          else {
            plan.leaveOut([at], wanted.leftOut);
            if (wanted.leftOut) leftOut.add(at);
            else leftOut.delete(at);
          }
          if (looksOften) expect(plan.counts.total).toBe(rows.length);
        }

        const naive = naivePlan(rows.length, checker, facts, limit, (at) => plan.edits(at), leftOut);
        naive.forEach(({ leftOut: out, codes }, at) => {
          const planned = plan.row(at);
          expect(new Set(planned.problems.map(({ code }) => code))).toEqual(new Set(codes));
          expect(planned.leftOut).toBe(out);
        });
        const filters: RowFilter[] = ['all', 'ready', 'problems', 'left-out', ...problemCodes];
        for (const filter of filters) {
          const passing = naive.flatMap(({ leftOut: out, codes }, at) => {
            if (filter === 'all') return [at];
            if (filter === 'left-out') return out ? [at] : [];
            if (filter === 'ready') return !out && codes.length === 0 ? [at] : [];
            if (filter === 'problems') return codes.length > 0 ? [at] : [];
            return codes.some((code) => code === filter) ? [at] : [];
          });
          expect(plan.select(filter, 0, Infinity)).toEqual(passing);
          expect(plan.select(filter, 1, 2)).toEqual(passing.slice(1, 3));
          expect(plan.howMany(filter)).toBe(passing.length);
        }
        expect([...plan.drafts()]).toHaveLength(plan.counts.ready);
      }),
      { numRuns: 300 }
    );
  });
});
