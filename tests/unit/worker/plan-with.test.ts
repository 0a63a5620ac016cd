import { describe, expect, test } from 'vitest';
import { REQUEST, workbookOf } from '../import/agents-workbook.ts';
import { FakeOrgStore } from '../import/fake-org-store.ts';
import { gate, ignore, newThread, previewed, ROWS, rowsOf } from './previewed.ts';

describe('other choices for a preview', () => {
  test('leave what was edited as it is', async () => {
    const { thread } = await previewed();
    await thread.editCell(1, 'email', 'ben@example.com');
    await thread.editCell(2, 'password', 'Sample56');
    const { preview, cancelled } = await thread.planWith({ existing: 'leave-out' }, ignore);
    expect(cancelled).toBe(false);
    expect(preview).toMatchObject({ complete: true, counts: { ready: 2, leftOut: 1, existing: 1 } });
    expect(await rowsOf(thread, { filter: 'left-out' })).toMatchObject([{ rowNumber: 4, edited: ['password'] }]);
    expect(await thread.commit(ignore)).toMatchObject({ committed: { created: 2, leftOut: 1 } });
  });

  test('leave the preview as it was where they are cancelled, and it can be changed and committed', async () => {
    const store = new FakeOrgStore();
    const { thread } = await previewed(ROWS.slice(0, 2), store);
    const { opened, open } = gate();
    const { facts } = store;
    store.facts = (actorId) => opened.then(() => facts(actorId));
    const planned = thread.planWith({ groupId: 7 }, ignore);
    await expect(thread.commit(ignore)).rejects.toThrow('There is no whole preview');
    await thread.cancel();
    open();
    expect(await planned).toMatchObject({ cancelled: true, preview: { complete: true, facts: { group: { id: 5 } } } });
    expect(await thread.editCell(0, 'name', 'Anna')).toMatchObject({ counts: { ready: 1 } });
    expect(await thread.commit(ignore)).toMatchObject({ committed: { created: 1 } });
  });

  test('can be cancelled though the file was to be split meanwhile, and it can be split again then', async () => {
    const store = new FakeOrgStore();
    const { thread } = await previewed(ROWS.slice(0, 2), store);
    const { opened, open } = gate();
    const { facts } = store;
    store.facts = (actorId) => opened.then(() => facts(actorId));
    const planned = thread.planWith({ existing: 'update' }, ignore);
    const split = thread.split(1);
    await thread.cancel();
    open();
    expect(await planned).toMatchObject({ cancelled: true });
    await expect(split).rejects.toThrow('There is no whole preview');
    expect(await thread.split(1)).toMatchObject({ files: [{}] });
  });

  test('wait for an edit that waits for the store', async () => {
    const store = new FakeOrgStore();
    const thread = newThread(store);
    await thread.preview(await workbookOf(ROWS), { ...REQUEST, existing: 'update' }, ignore);
    const { opened, open } = gate();
    const { peopleWith } = store;
    store.peopleWith = (keys) => opened.then(() => peopleWith(keys));
    const edit = thread.editCell(1, 'email', 'mira@example.com');
    const planned = thread.planWith({ existing: 'report' }, ignore);
    open();
    await edit;
    expect(await planned).toMatchObject({ preview: { counts: { byProblem: { 'email-in-use': 2 } } } });
  });

  test('do not come back over a preview that was begun meanwhile', async () => {
    const store = new FakeOrgStore();
    const { thread } = await previewed(ROWS.slice(0, 2), store);
    const { opened, open } = gate();
    const { facts } = store;
    store.facts = (actorId) => {
      store.facts = facts;
      return opened.then(() => facts(actorId));
    };
    const planned = thread.planWith({ existing: 'update' }, ignore);
    await thread.preview(await workbookOf(ROWS), REQUEST, ignore);
    open();
    await expect(planned).rejects.toThrow();
    expect(await rowsOf(thread)).toHaveLength(3);
    expect(await thread.leaveOut([1], true)).toMatchObject({ complete: true, counts: { ready: 1 } });
  });
});
