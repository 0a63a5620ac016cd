import { describe, expect, test } from 'vitest';
import type { PreviewEvent, PreviewRow } from '#lib/worker/import-worker-api.ts';
import { REQUEST, workbookOf } from '../import/agents-workbook.ts';
import { FakeOrgStore } from '../import/fake-org-store.ts';
import { gate, ignore, newThread, previewed, ROWS, rowsOf } from './previewed.ts';

describe('a preview', () => {
  test('shows columns, counts and rows with their problems', async () => {
    const { thread, preview } = await previewed();
    expect(preview).toMatchObject({
      complete: true,
      columns: ['name', 'email', 'password'],
      counts: { total: 3, problems: 3 }
    });
    expect(await rowsOf(thread, { from: 2 })).toMatchObject([
      {
        rowNumber: 4,
        cells: ['Mira', 'mira@example.com', ''],
        problems: [{ code: 'email-in-use', personName: 'Mira Master' }, { code: 'missing-value' }]
      }
    ]);
  });

  test('hands out passwords only when they are asked for', async () => {
    const { thread } = await previewed();
    expect((await rowsOf(thread)).map(({ cells }) => cells[2])).toEqual(['••••••••', '••••••••', '']);
    expect((await rowsOf(thread, { showPasswords: true })).map(({ cells }) => cells[2])).toEqual([
      'Sample12',
      'Sample34',
      ''
    ]);
    expect(await thread.cellText(1, 'password')).toBe('Sample34');
  });

  test('checks an edited row and its duplicate at once, and raises its revision', async () => {
    const { thread, preview } = await previewed();
    const edited = await thread.editCell(1, 'email', 'ben@example.com');
    expect(edited.counts).toMatchObject({ ready: 2, problems: 1 });
    expect(edited.revision).toBeGreaterThan(preview.revision);
    expect(await rowsOf(thread, { filter: 'ready' })).toMatchObject([{ edited: [] }, { edited: ['email'] }]);
  });

  test('can be looked at while the file is still being read', async () => {
    const many = Array.from({ length: 30_000 }, (_, at) => [`P${at}`, `p${at}@example.com`, 'Sample12']);
    const thread = newThread();
    const early: Promise<readonly PreviewRow[]>[] = [];
    const onEvent = ({ preview }: PreviewEvent): void => {
      if (preview && !preview.complete) early.push(rowsOf(thread, { count: 1 }));
    };
    const outcome = await thread.preview(await workbookOf([...ROWS.slice(0, 1), ...many]), REQUEST, onEvent);
    expect(outcome).toMatchObject({ kind: 'preview', preview: { counts: { ready: 30_000 } } });
    expect((await early[0])?.[0]?.cells[0]).toBe('P0');
  });

  test('of another file ends the one that is still being read', async () => {
    const many = Array.from({ length: 30_000 }, (_, at) => [`P${at}`, `p${at}@example.com`, 'Sample12']);
    const thread = newThread();
    const first = thread.preview(await workbookOf([...ROWS.slice(0, 1), ...many]), REQUEST, ignore);
    const second = thread.preview(await workbookOf(ROWS), REQUEST, ignore);
    await expect(first).rejects.toThrow();
    expect(await second).toMatchObject({ preview: { counts: { total: 3 } } });
    expect(await rowsOf(thread)).toHaveLength(3);
  });

  test('lets in only what it understands', async () => {
    const { thread } = await previewed();
    await expect(rowsOf(thread, { count: 1e9 })).rejects.toThrow();
    await expect(thread.editCell(3, 'name', 'Nobody')).rejects.toThrow('There is no such row');
    await expect(newThread().commit(ignore)).rejects.toThrow('There is no import at hand');
  });
});

describe('leaving out all rows of a filter', () => {
  const people = (count: number): string[][] => [
    ['Name', 'Email', 'Password'],
    ...Array.from({ length: count }, (_, at) => ['Ana', `ana.${at}@example.com`, at % 2 ? 'Sample12' : ''])
  ];

  test('leaves out those after the first ones, and takes all of them in again', async () => {
    const { thread } = await previewed(people(9000));
    const kept = await thread.leaveOutAll({ filter: 'ready', keep: 100, leftOut: true });
    expect(kept.counts).toMatchObject({ ready: 100, problems: 4500, leftOut: 4400 });
    expect((await rowsOf(thread, { filter: 'ready', from: 99 })).map(({ row }) => row)).toEqual([199]);
    const taken = await thread.leaveOutAll({ filter: 'left-out', keep: 0, leftOut: false });
    expect(taken.counts).toMatchObject({ ready: 4500, leftOut: 0 });
  });

  test('is done before a commit that is asked for meanwhile', async () => {
    const { thread } = await previewed(people(9000));
    const leavingOut = thread.leaveOutAll({ filter: 'ready', keep: 3, leftOut: true });
    expect(await thread.commit(ignore)).toMatchObject({ committed: { created: 3, leftOut: 4497 } });
    await leavingOut;
  });

  test('takes its turn after another, and both are done before a commit', async () => {
    const { thread } = await previewed(people(9000));
    const leavingOut = thread.leaveOutAll({ filter: 'ready', keep: 3, leftOut: true });
    const takingIn = thread.leaveOutAll({ filter: 'left-out', keep: 0, leftOut: false });
    expect(await thread.commit(ignore)).toMatchObject({ committed: { created: 4500, leftOut: 0 } });
    await Promise.all([leavingOut, takingIn]);
  });

  test('lets nobody change or commit what a commit waits to write', async () => {
    const { thread } = await previewed(people(9000));
    const leavingOut = thread.leaveOutAll({ filter: 'ready', keep: 3, leftOut: true });
    const outcome = thread.commit(ignore);
    const late = [
      thread.commit(ignore),
      thread.leaveOut([1], true),
      thread.editCell(1, 'name', 'Late'),
      thread.leaveOutAll({ filter: 'all', keep: 0, leftOut: true })
    ];
    const ends = await Promise.allSettled<unknown>(late);
    expect(ends.map(({ status }) => status)).toEqual(late.map(() => 'rejected'));
    expect(await outcome).toMatchObject({ committed: { created: 3 } });
    await leavingOut;
  });

  test('ends when another file comes', async () => {
    const { thread } = await previewed(people(9000));
    const leavingOut = thread.leaveOutAll({ filter: 'ready', keep: 0, leftOut: true });
    const other = thread.preview(await workbookOf(ROWS), REQUEST, ignore);
    await Promise.allSettled([leavingOut]);
    expect(await other).toMatchObject({ kind: 'preview', preview: { counts: { total: 3, leftOut: 0 } } });
  });
});

describe('a commit', () => {
  test('writes, and its result comes from the file as it was uploaded', async () => {
    const store = new FakeOrgStore();
    const { thread } = await previewed(ROWS, store);
    await thread.leaveOut([1], true);
    expect(await thread.commit(ignore)).toMatchObject({ committed: { created: 1, failed: 1, leftOut: 1 } });
    expect(store.created).toMatchObject([{ name: 'Ana', groupId: 5 }]);
    expect(await thread.result(1, { actorId: 1, maskPasswords: false }, ignore)).toMatchObject({
      file: { name: 'agents-result.xlsx' },
      hasPasswords: true
    });
    await expect(thread.editCell(0, 'name', 'Late')).rejects.toThrow();
    await expect(thread.commit(ignore)).rejects.toThrow();
  });

  test('that is cancelled leaves everything as it was, to be started again', async () => {
    const store = new FakeOrgStore();
    const { thread } = await previewed(ROWS.slice(0, 2), store);
    const outcome = thread.commit(ignore);
    await thread.cancel();
    expect(await outcome).toMatchObject({
      kind: 'refused',
      refusal: { code: 'cancelled' },
      preview: { counts: { ready: 1 } }
    });
    expect(store.created).toEqual([]);
    expect(await thread.commit(ignore)).toMatchObject({ kind: 'committed' });
  });

  test('can be answered by another thread after a restart, without the passwords', async () => {
    const store = new FakeOrgStore();
    const { thread } = await previewed(ROWS.slice(0, 2), store);
    await thread.commit(ignore);
    expect(store.imports.get(1)?.source).toBeInstanceOf(Blob);
    expect(await newThread(store).result(1, { actorId: 1, maskPasswords: false }, ignore)).toMatchObject({
      kind: 'result',
      hasPasswords: false
    });
    await expect(newThread(store).result(2, { actorId: 1, maskPasswords: false }, ignore)).rejects.toThrow(
      'There is no such import'
    );
  });
});

describe('a commit that another wish meets', () => {
  test('is not followed by an edit that waited for the store when it began', async () => {
    const ben = { id: 9, role: 'technician', name: 'Ben', email: 'ben@example.com', description: '' } as const;
    const licenses = { enabled: true, standardLicense: true, mobileLicense: false };
    const store = new FakeOrgStore({ people: [{ ...ben, ...licenses, nickname: '', ssoId: '', groupId: 5 }] });
    const thread = newThread(store);
    await thread.preview(await workbookOf(ROWS.slice(0, 2)), { ...REQUEST, existing: 'update' }, ignore);
    const { opened, open } = gate();
    const { peopleWith } = store;
    store.peopleWith = (keys) => opened.then(() => peopleWith(keys));
    const edit = thread.editCell(0, 'email', 'ben@example.com');
    const outcome = thread.commit(ignore);
    open();
    await expect(edit).rejects.toThrow('The import can no more be changed');
    expect(await outcome).toMatchObject({ committed: { created: 1, updated: 0 } });
  });

  test('leaves the preview alone that was begun meanwhile', async () => {
    const store = new FakeOrgStore();
    const { thread } = await previewed(ROWS.slice(0, 2), store);
    const { opened, open } = gate();
    const { commit } = store;
    store.commit = () => opened.then(() => ({ code: 'storage-full' }));
    const outcome = thread.commit(ignore);
    const next = thread.preview(await workbookOf(ROWS), REQUEST, ignore);
    await next;
    open();
    await expect(outcome).rejects.toThrow();
    expect(await rowsOf(thread)).toHaveLength(3);
    store.commit = commit;
    await thread.leaveOut([1], true);
    expect(await thread.commit(ignore)).toMatchObject({ committed: { created: 1 } });
  });
});

describe('the template', () => {
  test.each(['agents-workbook', 'technicians-file'] as const)('of the %s is read without a question', async (kind) => {
    const thread = newThread();
    const { name, bytes } = await thread.template(kind);
    const outcome = await thread.preview({ name, bytes }, { ...REQUEST, kind }, ignore);
    expect(outcome).toMatchObject({ kind: 'preview', preview: { counts: { total: 0 } } });
  });
});
