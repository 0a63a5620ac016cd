import { expect, test } from 'vitest';
import { saidCarried, saidContent } from '#lib/ui/tree/actions/change-words.ts';

const groups = [1, 2, 3].map((id) => ({ id, parentId: null }));
const technicians = [4, 5].map((id) => ({ id, groupId: 1 }));

test('of several that are moved or deleted their number is said, of one its name', () => {
  expect(saidCarried({ groups, technicians, administrators: [] }, '')).toBe('3 technician groups, 2 people');
  expect(saidCarried({ groups: [], technicians: technicians.slice(1), administrators: [] }, 'Ada')).toBe('“Ada”');
});

test('what a group holds is said before it is deleted', () => {
  expect(saidContent({ people: 2, groups: 3 })).toBe('2 people and 3 technician groups');
});
