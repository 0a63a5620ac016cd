import { describe, expect, it } from 'vitest';
import { RowWindows, WINDOW_ROWS } from '#lib/ui/import/preview/row-windows.svelte.ts';
import { FakeClient, settled } from '../fake-client.ts';

function windowsOf(client: FakeClient): RowWindows {
  const windows = new RowWindows(
    (request) => client.rows(request),
    (fault) => {
      throw fault;
    }
  );
  windows.refresh(client.revision);
  return windows;
}

const many = Array.from({ length: 5000 }, (_, row) => `Person ${row}`);

describe('windows of rows', () => {
  it('asks only for what shows', async () => {
    const client = new FakeClient(many);
    const windows = windowsOf(client);
    windows.show({ from: 1000, to: 1020 });
    await settled();
    expect(windows.total).toBe(5000);
    expect(windows.row(1010)?.cells).toEqual(['Person 1010']);
    expect(windows.row(3000)).toBeUndefined();
    expect(client.asked.length).toBeLessThanOrEqual(2);
  });

  it('skips what was on the way of a fast scroll', async () => {
    const client = new FakeClient(many);
    const windows = windowsOf(client);
    for (let from = 0; from < 4900; from += WINDOW_ROWS) windows.show({ from, to: from + 20 });
    await settled();
    expect(windows.row(4870)?.cells).toEqual(['Person 4870']);
    expect(client.asked.length).toBeLessThan(5);
  });

  it('shows changed rows after a refresh, and forgets everything at another filter', async () => {
    const client = new FakeClient(many);
    const windows = windowsOf(client);
    windows.show({ from: 0, to: 20 });
    await settled();
    const { revision } = await client.editCell(3, 'name', '');
    windows.refresh(revision);
    await settled();
    expect(windows.row(3)?.problems).toHaveLength(1);
    windows.start({ filter: 'problems', showPasswords: false });
    expect(windows.row(3)).toBeUndefined();
    await settled();
    expect(windows.total).toBe(1);
    expect(windows.row(0)?.row).toBe(3);
  });

  it('holds a few windows, never the whole file', async () => {
    const client = new FakeClient(many);
    const windows = windowsOf(client);
    for (let from = 0; from < 5000; from += WINDOW_ROWS) {
      windows.show({ from, to: from + 10 });
      await settled();
    }
    const held = many.filter((_, row) => windows.row(row) !== undefined).length;
    expect(held).toBeLessThan(2000);
    expect(windows.row(4999)?.cells).toEqual(['Person 4999']);
  });
});
