import { describe, expect, test } from 'vitest';
import { Plan } from '#lib/import/4-plan/plan.ts';
import { importKinds } from '#lib/import/kinds.ts';
import { defaultSettings } from '#lib/domain/settings.ts';
import { MASTER } from '../fake-org-store.ts';
import { checkerOf, matchedRows } from '../made-table.ts';

function planOf(rows: string[][]): { plan: Plan; arrive: (count: number) => void } {
  const checker = checkerOf('agents-workbook', rows);
  const { table } = matchedRows('agents-workbook', rows);
  const facts = {
    ...{ groups: [], settings: defaultSettings, actor: MASTER },
    ...{ seatsUsed: { standard: 0, mobile: 0 }, emailKeys: new Set<string>() }
  };
  const plan = new Plan({ kind: importKinds['agents-workbook'], table, checker, facts });
  const arrive = (count: number): void => {
    plan.grow(plan.counts.total + count);
  };
  return { plan, arrive };
}

const agent = (name: string, email: string): string[] => [name, email, 'Sample12'];

describe('a plan', () => {
  test('grows while rows arrive, and a late duplicate reaches back to the first', () => {
    const { plan, arrive } = planOf([agent('Ana', 'a@x.org'), agent('Ben', 'b@x.org'), agent('Anna', 'A@X.org')]);
    arrive(2);
    expect(plan.counts).toMatchObject({ total: 2, ready: 2 });
    arrive(1);
    expect(plan.counts).toMatchObject({ total: 3, ready: 1, byProblem: { 'duplicate-email': 2 } });
    expect(plan.row(0).problems).toMatchObject([{ otherRows: [4], otherRowCount: 1 }]);
  });

  test('names at most 20 of many duplicates and counts the others', () => {
    const { plan, arrive } = planOf(Array.from({ length: 1500 }, (_, at) => agent(`P${at}`, 'same@x.org')));
    arrive(1500);
    const [problem] = plan.row(3).problems;
    expect(problem).toMatchObject({ otherRowCount: 1499 });
    expect(problem?.code === 'duplicate-email' && problem.otherRows.slice(0, 4)).toEqual([2, 3, 4, 6]);
    expect(problem?.code === 'duplicate-email' && problem.otherRows).toHaveLength(20);
  });

  test('forgets an edit that is taken back', () => {
    const { plan, arrive } = planOf([agent('Ana', 'a@x.org')]);
    arrive(1);
    plan.edit(0, 'name', 'Anna');
    expect(plan.outcome(0)).toEqual({ kind: 'created', edited: ['name'] });
    plan.edit(0, 'name', 'Ana');
    expect(plan.outcome(0)).toEqual({ kind: 'created', edited: [] });
  });
});
