import { describe, expect, it } from 'vitest';
import { treeMove, typeAhead } from '#lib/ui/tree/list/tree-keys.ts';
import type { TreeRow } from '#lib/ui/tree/tree-rows.ts';
import { TypeAheadWord } from '#lib/ui/tree/list/type-ahead.ts';

// organization › groups (open) › Europe (closed), Asia
const shapes = [
  ['Organization', 1, true, -1],
  ['Groups', 2, true, 0],
  ['Europe', 3, false, 1],
  ['Asia', 3, null, 1]
] as const;
const names = shapes.map(([name]) => name);
const rows = {
  length: shapes.length,
  parentOf: (index: number) => shapes[index]?.[3] ?? -1,
  row: (index: number): TreeRow => {
    const [key, level, expanded] = shapes[index] ?? ['', 1, null];
    return { key, node: { kind: 'organization' }, level, setSize: 1, posInSet: 1, expanded };
  }
};
const press = (key: string, index: number, shiftKey = false) => treeMove({ key, shiftKey }, rows, index, 10);

describe('the keys of the tree', () => {
  it('walk and stop at both ends', () => {
    expect(press('ArrowDown', 0)).toEqual({ kind: 'focus', index: 1 });
    expect(press('ArrowDown', 3)).toEqual({ kind: 'focus', index: 3 });
    expect(press('Home', 3)).toEqual({ kind: 'focus', index: 0 });
    expect(press('End', 0)).toEqual({ kind: 'focus', index: 3 });
    expect(press('PageUp', 2)).toEqual({ kind: 'focus', index: 0 });
  });

  it('open with Right, then go in; close with Left, then go out', () => {
    expect(press('ArrowRight', 2)).toEqual({ kind: 'expand', index: 2 });
    expect(press('ArrowRight', 1)).toEqual({ kind: 'focus', index: 2 });
    expect(press('ArrowRight', 3)).toBeNull();
    expect(press('ArrowLeft', 1)).toEqual({ kind: 'collapse', index: 1 });
    expect(press('ArrowLeft', 3)).toEqual({ kind: 'focus', index: 1 });
    expect(press('ArrowLeft', 0)).toBeNull();
  });

  it('select, rename and open the menu', () => {
    expect(press('Enter', 2)?.kind).toBe('select');
    expect(press('F2', 2)?.kind).toBe('rename');
    expect(press('ContextMenu', 2)?.kind).toBe('menu');
    expect(press('F10', 2, true)?.kind).toBe('menu');
    expect(press('F10', 2)).toBeNull();
  });

  it('jump to a name as it is typed, round the end', () => {
    const nameOf = (row: TreeRow) => row.key;
    expect(typeAhead('a', rows, 0, nameOf)).toBe(names.indexOf('Asia'));
    expect(typeAhead('o', rows, 3, nameOf)).toBe(0);
    expect(typeAhead('eu', rows, 2, nameOf)).toBe(2);
    expect(typeAhead('zz', rows, 0, nameOf)).toBe(-1);
  });

  it('make one word of quick keys, with spaces inside it only', () => {
    const word = new TypeAheadWord();
    expect(word.add(' ', 0)).toBeNull();
    expect(word.add('N', 0)).toBe('N');
    expect(word.add(' ', 300)).toBe('N ');
    expect(word.add('E', 600)).toBe('N E');
    expect(word.add('x', 5000)).toBe('x');
    expect(word.add('ArrowDown', 5100)).toBeNull();
  });
});
