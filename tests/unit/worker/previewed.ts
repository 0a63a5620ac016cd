import { ImportThread } from '#lib/worker/import-thread.ts';
import { readyFiles } from '#lib/worker/ready-files.ts';
import type { PreviewRow, PreviewState, WindowRequest } from '#lib/worker/import-worker-api.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { REQUEST, workbookOf } from '../import/agents-workbook.ts';
import { FakeOrgStore } from '../import/fake-org-store.ts';

export const ROWS = [
  ['Name', 'Email', 'Password'],
  ['Ana', 'ana@example.com', 'Sample12'],
  ['Ben', 'ana@example.com', 'Sample34'],
  ['Mira', 'mira@example.com', '']
];

export const ignore = (): void => undefined;

export function newThread(store = new FakeOrgStore()): ImportThread {
  return new ImportThread({ store, phrasebook }, readyFiles);
}

export async function previewed(
  rows = ROWS,
  store = new FakeOrgStore()
): Promise<{ thread: ImportThread; preview: PreviewState }> {
  const thread = newThread(store);
  const outcome = await thread.preview(await workbookOf(rows), REQUEST, ignore);
  if (outcome.kind !== 'preview') throw new Error(`There should be a preview, not ${outcome.kind}`);
  return { thread, preview: outcome.preview };
}

export async function rowsOf(thread: ImportThread, more: Partial<WindowRequest> = {}): Promise<readonly PreviewRow[]> {
  return (await thread.rows({ filter: 'all', from: 0, count: 50, showPasswords: false, ...more })).rows;
}

/** What the store is asked waits until it is let go. */
export function gate() {
  let open = ignore;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
