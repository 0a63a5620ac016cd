import { describe, expect, it } from 'vitest';
import { changeInCell } from '#lib/ui/import/preview/cell-change.ts';

const update = {
  personId: 1,
  personName: 'Ann',
  changes: [
    { column: 'nickname', before: '', after: 'Uno' },
    { column: 'password', before: '', after: '' }
  ],
  moved: { from: { id: 1, name: 'Europe' }, to: { id: 2, name: 'Spring' } }
} as const;

describe('what a cell changes', () => {
  it('is told by old and new, an empty one by a word', () => {
    expect(changeInCell(update, 'nickname', 'Uno')).toEqual({ before: '(empty)', after: 'Uno' });
  });

  it('is a move between groups by their names', () => {
    expect(changeInCell(update, 'groupId', '2')).toEqual({ before: 'Europe', after: 'Spring' });
  });

  it('of a password is never its former text', () => {
    expect(changeInCell(update, 'password', '••••')).toEqual({ before: 'old', after: '••••' });
  });

  it('is nothing where the update leaves the column alone, and where the row creates someone', () => {
    expect(changeInCell(update, 'name', 'Ann')).toBeNull();
    expect(changeInCell(undefined, 'name', 'Ann')).toBeNull();
  });
});
