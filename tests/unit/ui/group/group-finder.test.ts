import { describe, expect, test } from 'vitest';
import { OrgTree } from '#lib/domain/org-tree.ts';
import { groupFinder, groupPath } from '#lib/ui/group/group-finder.ts';

const group = (id: number, name: string, parentId: number | null = null) => ({
  id,
  parentId,
  name,
  description: '',
  enabled: true
});

const tree = new OrgTree([
  group(1, 'Europe'),
  group(2, 'Magyarország', 1),
  group(12, 'Spring', 2),
  group(13, 'Asia'),
  ...Array.from({ length: 300 }, (_, index) => group(1000 + index, `Team ${index}`, 13))
]);

describe('finding technician groups', () => {
  const find = groupFinder(tree);
  const names = (typed: string) => find(typed).options.map(({ label }) => label);

  test('nothing typed gives the first ones in the order of the tree, and says how many more there are', () => {
    const { options, more } = find('');
    expect(options).toHaveLength(100);
    expect(options[0]).toEqual({ value: '13', label: 'Asia' });
    expect(more).toBe(204);
  });

  test('any part of the path finds, without regard to case and accents', () => {
    expect(names('magyarorszag')).toEqual(['Magyarország', 'Spring']);
    expect(find('SPR').options).toEqual([{ value: '12', label: 'Spring', detail: 'Europe › Magyarország' }]);
  });

  test('a whole Tech Group ID finds its group, before those that have the digits in their names', () => {
    expect(names('12')[0]).toBe('Spring');
    expect(names('1012')).toEqual(['Team 12']);
  });

  test('a group that may not be chosen is not found, what is below it is', () => {
    const allowed = groupFinder(tree, (id) => id === 12);
    expect(allowed('').options.map(({ value }) => value)).toEqual(['12']);
    expect(allowed('europe').options).toHaveLength(1);
  });

  test('a path reads from the top down', () => {
    expect(groupPath(tree, 12)).toBe('Europe › Magyarország › Spring');
    expect(groupPath(tree, 99)).toBe('');
  });
});
