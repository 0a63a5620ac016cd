import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { setUpOrganization } from '#lib/storage/access.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import { database } from '#lib/storage/database.ts';
import type { ImportRequest, SourceFile } from '#lib/import/road.ts';
import type { PreviewEvent } from '#lib/worker/import-worker-api.ts';
import { createImportClient } from '#lib/worker/import-worker-client.ts';
import { MASTER, masterSignIn } from '../storage/organization.ts';
import { haveTheDatabaseAlone } from '../storage/own-database.ts';

haveTheDatabaseAlone();

const client = createImportClient();
let request: ImportRequest;

beforeAll(async () => {
  await setUpOrganization({ organizationName: 'Sample', name: 'Ada', ...masterSignIn });
  const done = await execute(MASTER, { kind: 'create-group', parentId: null, name: 'Support' });
  if ('code' in done || done.groupId === undefined) throw new Error(JSON.stringify(done));
  request = { kind: 'agents-workbook', groupId: done.groupId, actorId: MASTER };
});

afterEach(() => client.close());

afterAll(() => database.delete());

function agents(count: number, from = 0): SourceFile {
  const lines = Array.from({ length: count }, (_, at) => `P${from + at},p${from + at}@example.org,Sample12`);
  return { name: 'agents.csv', bytes: new Blob([['Name,Email,Password', ...lines].join('\n')]) };
}

const peopleInDatabase = (): Promise<number> => database.people.count();

describe('the import worker', () => {
  test('gives a template, which comes back filled in, and its result', async () => {
    const template = await client.template('agents-workbook');
    expect(await client.preview({ name: template.name, bytes: template.bytes }, request)).toMatchObject({
      kind: 'preview',
      preview: { counts: { total: 0 } }
    });
    expect(await client.preview(agents(3), request)).toMatchObject({
      kind: 'preview',
      preview: { counts: { ready: 3 } }
    });
    await client.editCell(1, 'email', 'p0@example.org');
    const { rows } = await client.rows({ filter: 'problems', from: 0, count: 9, showPasswords: false });
    expect(rows.map(({ rowNumber, cells, problems }) => [rowNumber, cells[2], problems[0]?.code])).toEqual([
      [2, '••••••••', 'duplicate-email'],
      [3, '••••••••', 'duplicate-email']
    ]);
    const before = await peopleInDatabase();
    const outcome = await client.commit();
    expect(outcome).toMatchObject({ kind: 'committed', committed: { created: 1, failed: 2 } });
    expect(await peopleInDatabase()).toBe(before + 1);

    if (outcome.kind !== 'committed') return;
    const options = { actorId: 1, maskPasswords: false };
    expect(await client.result(outcome.committed.importId, options)).toMatchObject({
      file: { name: 'agents-result.xlsx' }
    });
    client.close();
    expect(await client.result(outcome.committed.importId, options)).toMatchObject({
      file: { name: 'agents-result.xlsx' },
      hasPasswords: false
    });
  });

  test('shows rows while the file is still being read', async () => {
    const seen: number[] = [];
    const asked: Promise<unknown>[] = [];
    const onEvent = ({ preview }: PreviewEvent): void => {
      if (!preview || preview.complete) return;
      seen.push(preview.counts.total);
      asked.push(client.rows({ filter: 'ready', from: 0, count: 1, showPasswords: false }));
    };
    expect(await client.preview(agents(60_000, 1000), request, { onEvent })).toMatchObject({
      preview: { counts: { ready: 60_000 } }
    });
    expect(seen[0]).toBeLessThan(60_000);
    expect(await asked[0]).toMatchObject({ rows: [{ rowNumber: 2 }] });
  });

  test('ends a preview when asked, and begins the next at once', async () => {
    const stop = new AbortController();
    const onEvent = ({ preview }: PreviewEvent): void => {
      if (preview) stop.abort(new Error('enough'));
    };
    await expect(client.preview(agents(60_000), request, { signal: stop.signal, onEvent })).rejects.toThrow('enough');
    expect(await client.preview(agents(2, 5000), request)).toMatchObject({ preview: { counts: { ready: 2 } } });
  });

  test('writes nothing of a commit that is cancelled', async () => {
    await client.preview(agents(3000, 100_000), request);
    const before = await peopleInDatabase();
    const stop = new AbortController();
    const commit = client.commit({ signal: stop.signal, onProgress: () => stop.abort() });
    stop.abort();
    expect(await commit).toMatchObject({
      kind: 'refused',
      refusal: { code: 'cancelled' },
      preview: { counts: { ready: 3000 } }
    });
    expect(await peopleInDatabase()).toBe(before);
    expect(await client.commit()).toMatchObject({ kind: 'committed', committed: { created: 3000 } });
  });

  test('refuses with the differences when another tab was there first', async () => {
    const other = createImportClient();
    await client.preview(agents(3, 200_000), request);
    await other.preview(agents(2, 200_001), request);
    expect(await other.commit()).toMatchObject({ kind: 'committed' });
    other.close();
    expect(await client.commit()).toMatchObject({
      refusal: { code: 'organization-changed' },
      preview: { counts: { ready: 1, changed: 2, byProblem: { 'email-in-use': 2 } } }
    });
    expect(await client.rows({ filter: 'changed', from: 0, count: 1, showPasswords: false })).toMatchObject({
      total: 2,
      rows: [{ changed: true, problems: [{ code: 'email-in-use', personName: 'P200001', groupName: 'Support' }] }]
    });
  });
});
