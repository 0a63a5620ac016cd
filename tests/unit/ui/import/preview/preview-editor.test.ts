import { describe, expect, it } from 'vitest';
import { COLUMNS_BEFORE } from '#lib/ui/import/preview/grid-columns.ts';
import { PreviewEditor } from '#lib/ui/import/preview/preview-editor.svelte.ts';
import { PreviewListing } from '#lib/ui/import/preview/preview-listing.svelte.ts';
import { FakeClient, settled } from '../fake-client.ts';

async function open(names: readonly string[], filter: 'all' | 'problems' = 'all') {
  const client = new FakeClient(names);
  const fail = (fault: unknown) => {
    throw fault;
  };
  const listing = new PreviewListing((request) => client.rows(request), fail);
  const editor = new PreviewEditor({
    client,
    listing,
    columns: () => ['name'],
    mayEdit: () => true,
    onChange: () => undefined,
    onFault: fail
  });
  listing.refresh(client.state);
  listing.choose(filter, false);
  listing.show({ from: 0, to: 20 });
  await settled();
  const rows = () => Array.from({ length: listing.total }, (_, index) => listing.row(index)?.row);
  return { client, listing, editor, rows };
}

const column = COLUMNS_BEFORE;

describe('editing in the preview', () => {
  it('keeps a row that was put right in its place until the cursor leaves it', async () => {
    const { editor, rows } = await open(['', 'Ada', '', '', 'Grace'], 'problems');
    editor.moveTo({ row: 1, column });
    await editor.start();
    await editor.finish('Linus', 'stay');
    expect(rows()).toEqual([0, 2, 3]);
    expect(editor.row?.cells).toEqual(['Linus']);
    editor.moveTo({ row: 2, column });
    expect(rows()).toEqual([0, 3]);
    expect(editor.row?.row).toBe(3);
  });

  it('goes down with Enter and lands on the row that was next', async () => {
    const { editor } = await open(['', '', ''], 'problems');
    await editor.start();
    expect(editor.editing).toBeNull();
    editor.moveTo({ row: 0, column });
    await editor.start();
    await editor.finish('Ada', 'down');
    expect(editor.row?.row).toBe(1);
  });

  it('goes with Tab to the next problem and edits it', async () => {
    const { editor } = await open(['', 'Ada', ''], 'problems');
    editor.moveTo({ row: 0, column });
    await editor.start();
    await editor.finish('Grace', 'next');
    expect(editor.editing).toEqual({ row: 2, column: 'name', text: '' });
  });

  it('empties a cell at once, and takes what is typed on the way to the next', async () => {
    const { client, editor } = await open(['Ada', 'Grace', 'Linus']);
    const key = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    editor.moveTo({ row: 0, column });
    await editor.start('');
    const arrived = editor.finish('', 'next');
    for (const pressed of ['M', 'a', 'x', 'Enter', 'B'])
      expect(editor.keepForNext({ ...key, key: pressed })).toBe(true);
    await arrived;
    await settled();
    expect([0, 1].map((row) => client.row(row).cells[0])).toEqual(['', 'Max']);
    expect(editor.editing).toEqual({ row: 2, column: 'name', text: 'B', typed: true });
    expect(editor.keepForNext({ ...key, key: 'c' })).toBe(false);
  });

  it('changes nothing when the text stays as it was', async () => {
    const { client, editor } = await open(['Ada', 'Grace']);
    const before = client.revision;
    editor.moveTo({ row: 1, column });
    await editor.start();
    await editor.finish('Grace', 'stay');
    expect(client.revision).toBe(before);
  });

  it('keeps the cursor on its row when one above leaves the list', async () => {
    const { client, editor, rows } = await open(['', '', ''], 'problems');
    editor.moveTo({ row: 2, column });
    await editor.toggleLeftOut(client.row(0));
    expect(rows()).toEqual([1, 2]);
    expect(editor.row?.row).toBe(2);
  });

  it('leaves out all rows that the filter lets through, and only those', async () => {
    const { client, editor } = await open(['Ada', '', 'Grace', ''], 'problems');
    await editor.leaveOutAll(true);
    await settled();
    expect([...client.leftOutRows]).toEqual([1, 3]);
    expect(client.state.counts.ready).toBe(2);
  });

  it('leaves out what comes after the first rows that the filter lets through', async () => {
    const { client, editor } = await open(['Ada', '', 'Grace', 'Mary'], 'all');
    await editor.leaveOutAll(true, { filter: 'ready', keep: 2 });
    await settled();
    expect([...client.leftOutRows]).toEqual([3]);
  });
});
