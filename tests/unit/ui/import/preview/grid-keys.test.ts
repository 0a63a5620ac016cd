import { describe, expect, it } from 'vitest';
import { gridAction } from '#lib/ui/import/preview/grid-keys.ts';

const extent = { rows: 50, columns: 6, page: 10 };
const at = { row: 5, column: 2 };
const press = (key: string, held: { ctrlKey?: boolean; altKey?: boolean } = {}, column = at.column) =>
  gridAction(
    { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held },
    { ...at, column },
    extent
  );

describe('keys in the preview', () => {
  it.each([
    ['ArrowDown', { row: 6, column: 2 }],
    ['ArrowLeft', { row: 5, column: 1 }],
    ['PageDown', { row: 15, column: 2 }],
    ['PageUp', { row: 0, column: 2 }],
    ['Home', { row: 5, column: 0 }],
    ['End', { row: 5, column: 5 }]
  ])('%s moves the cursor', (key, to) => {
    expect(press(key)).toEqual({ kind: 'move', to });
  });

  it('goes to the corners with Ctrl', () => {
    expect(press('Home', { ctrlKey: true })).toEqual({ kind: 'move', to: { row: 0, column: 0 } });
    expect(press('End', { ctrlKey: true })).toEqual({ kind: 'move', to: { row: 49, column: 5 } });
  });

  it('edits with Enter, F2 or what is typed', () => {
    expect(press('Enter')).toEqual({ kind: 'act' });
    expect(press('F2')).toEqual({ kind: 'act' });
    expect(press('x')).toEqual({ kind: 'type', text: 'x' });
    expect(press('é')).toEqual({ kind: 'type', text: 'é' });
  });

  it('empties a value with Delete, and leaves the row out beside the values', () => {
    expect(press('Delete')).toEqual({ kind: 'type', text: '' });
    expect(press('Backspace')).toEqual({ kind: 'type', text: '' });
    expect([0, 1, 5].map((column) => press('Delete', {}, column)?.kind)).toEqual(Array(3).fill('leave-out'));
    expect(press('x', {}, 0)).toBeNull();
    expect(press('Backspace', {}, 1)).toBeNull();
  });

  it('leaves Tab and the browser’s own shortcuts alone', () => {
    expect(press('Tab')).toBeNull();
    expect(press('c', { ctrlKey: true })).toBeNull();
    expect(press('Enter', { ctrlKey: true })).toBeNull();
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
  });
});
