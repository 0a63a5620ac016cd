import { afterAll, expect, test } from 'vitest';
import { isImportRunning, runningImport, tellOtherTabs } from '#lib/ui/import/running-import.svelte.ts';

const progress = { stage: 'commit', share: 0.5, rows: 10, ofRows: 20 } as const;
const otherTab = new BroadcastChannel('muster-running-import');
afterAll(() => otherTab.close());

test('an import runs for every page until it has ended, whatever its rows’ groups', () => {
  expect(isImportRunning()).toBe(false);
  tellOtherTabs(null, progress);
  expect(isImportRunning()).toBe(true);
  expect(runningImport(5)).toBeUndefined();
  tellOtherTabs(5, progress);
  tellOtherTabs(null, null);
  expect([isImportRunning(), runningImport(5)?.rows]).toEqual([true, 10]);
  tellOtherTabs(5, null);
  expect(isImportRunning()).toBe(false);
});

test('another tab’s import runs here too', async () => {
  isImportRunning();
  otherTab.postMessage({ groupId: null, share: 0, rows: 0 });
  await expect.poll(isImportRunning).toBe(true);
  otherTab.postMessage({ groupId: null, ended: true });
  await expect.poll(isImportRunning).toBe(false);
});
