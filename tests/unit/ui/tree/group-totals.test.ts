import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { OrgTree } from '#lib/domain/org-tree.ts';
import { groupTotals } from '#lib/ui/tree/group-totals.ts';
import { group } from './made-up.ts';

it('a group counts exactly the people of the groups inside it', () => {
  const forest = fc.array(fc.record({ parent: fc.nat(), people: fc.nat(50) }), { maxLength: 30 });
  fc.assert(
    fc.property(forest, (plan) => {
      // Each group hangs under an earlier one, or at the top.
      const groups = plan.map(({ parent }, at) => group(at + 1, `G${at}`, at === 0 ? null : parent % (at + 1) || null));
      const tree = new OrgTree(groups);
      const own = new Map(plan.map(({ people }, at) => [at + 1, { people, enabled: people, standard: 0, mobile: 0 }]));
      const totals = groupTotals(tree, own);
      for (const { id } of groups) {
        const inside = [...tree.inside(id)].reduce((sum, one) => sum + (own.get(one.id)?.people ?? 0), 0);
        expect(totals.get(id)?.people).toBe(inside);
      }
      expect(totals.get(null)?.people).toBe(plan.reduce((sum, { people }) => sum + people, 0));
    })
  );
});
