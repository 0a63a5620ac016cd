import { expose } from 'comlink';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createImportClient } from '#lib/worker/import-worker-client.ts';
import type { ImportThreadApi } from '#lib/worker/import-thread.ts';
import type { ThreadWorker } from '#lib/worker/worker-thread.ts';
import { REQUEST } from '../import/agents-workbook.ts';

const source = { name: 'a.csv', bytes: new Blob(['Name']) };
const window = { filter: 'all', from: 0, count: 1, showPasswords: false } as const;
const never = (): Promise<never> => new Promise(() => undefined);

const opened: MessagePort[] = [];
afterEach(() => {
  vi.useRealTimers();
  opened.splice(0).forEach((port) => port.close());
});

/** Threads that are no threads: the other end of a channel, with what each answers. */
function threads(...apis: Partial<ImportThreadApi>[]) {
  const started: { worker: ThreadWorker; terminated: boolean; fail: () => void }[] = [];
  const start = (): ThreadWorker => {
    const { port1, port2 } = new MessageChannel();
    opened.push(port1, port2);
    const api = apis[started.length] ?? apis.at(-1);
    expose({ speak: () => Promise.resolve(), ...api }, port1);
    const worker = Object.assign(port2, { terminate: () => (thread.terminated = true) }) as unknown as ThreadWorker;
    const thread = { worker, terminated: false, fail: () => port2.dispatchEvent(new Event('error')) };
    started.push(thread);
    return worker;
  };
  return { started, client: createImportClient(start) };
}

describe('the client', () => {
  test('starts a thread when first asked, and keeps it', async () => {
    const { client, started } = threads({ cellText: () => Promise.resolve('Ana') });
    expect(started).toHaveLength(0);
    expect(await client.cellText(0, 'name')).toBe('Ana');
    await client.cellText(0, 'name');
    expect(started).toHaveLength(1);
  });

  test('has a thread ready for the first call where it was asked to prepare one', async () => {
    const { client, started } = threads({ cellText: () => Promise.resolve('Ana') });
    client.prepare();
    client.prepare();
    expect(started).toHaveLength(1);
    expect(await client.cellText(0, 'name')).toBe('Ana');
    expect(started).toHaveLength(1);
  });

  test('rejects at once when the thread dies, and starts another for the next call', async () => {
    const { client, started } = threads({ rows: never }, { cellText: () => Promise.resolve('Ana') });
    const rows = client.rows(window);
    started[0]?.fail();
    await expect(rows).rejects.toThrow('died');
    expect(await client.cellText(0, 'name')).toBe('Ana');
    expect(started.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  test('ends the thread of a preview that is cancelled: it may be deep in a parser', async () => {
    const { client, started } = threads(
      { preview: never },
      { preview: () => Promise.resolve({ kind: 'failure', failure: { code: 'empty-file' } }) }
    );
    const stop = new AbortController();
    const preview = client.preview(source, REQUEST, { signal: stop.signal });
    stop.abort(new Error('enough'));
    const next = client.preview(source, REQUEST);
    await expect(preview).rejects.toThrow('enough');
    expect(await next).toMatchObject({ failure: { code: 'empty-file' } });
    expect(started.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  test('hears no news after the answer: it comes by another port and would undo what the answer said', async () => {
    const news: unknown[] = [];
    let tellLate = (): unknown => undefined;
    const { client } = threads({
      preview: (_source, _request, onEvent) => {
        const event = { progress: { stage: 'read', share: 0.9, rows: 9 } } as const;
        onEvent(event);
        tellLate = () => onEvent(event);
        return Promise.resolve({ kind: 'failure', failure: { code: 'empty-file' } });
      }
    });
    await client.preview(source, REQUEST, { onEvent: (event) => news.push(event) });
    const heardBefore = news.length;
    await tellLate();
    expect(news).toHaveLength(heardBefore);
  });

  test('answers for a thread that gives no sign of life', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { client, started } = threads({ preview: never });
    const preview = client.preview(source, REQUEST);
    vi.advanceTimersByTime(20_000);
    expect(await preview).toEqual({ kind: 'failure', failure: { code: 'took-too-long' } });
    expect(started[0]?.terminated).toBe(true);
  });

  test('asks the thread to stop a commit, and tells what is true', async () => {
    let cancelled = (): void => undefined;
    const tooLate = {
      kind: 'committed',
      committed: { importId: 1, created: 3, updated: 0, unchanged: 0, failed: 0, leftOut: 0 }
    } as const;
    const { client } = threads({
      commit: () => new Promise((resolve) => (cancelled = () => resolve(tooLate))),
      cancel: () => Promise.resolve(cancelled())
    });
    const stop = new AbortController();
    const commit = client.commit({ signal: stop.signal });
    await client.cellText(0, 'name').catch(() => undefined);
    stop.abort();
    expect(await commit).toEqual(tooLate);
  });

  test('lets a thread that holds no import go after a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { client, started } = threads({ template: () => Promise.resolve({ name: 't.xlsx', bytes: new Blob() }) });
    await client.template('agents-workbook');
    vi.advanceTimersByTime(60_000);
    expect(started[0]?.terminated).toBe(true);
  });

  test('keeps a thread that holds a preview', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { client, started } = threads({
      preview: () => Promise.resolve({ kind: 'failure', failure: { code: 'empty-file' } }),
      cellText: () => Promise.resolve('Ana')
    });
    await client.preview(source, REQUEST);
    await client.cellText(0, 'name');
    vi.advanceTimersByTime(60_000);
    expect(started[0]?.terminated).toBe(false);
  });
});
