import { describe, expect, test } from 'vitest';
import { HeldImport } from '#lib/ui/import/held-import.svelte.ts';
import { unsavedWork } from '#lib/ui/import/unsaved-work.svelte.ts';
import type { ImportRequest, SourceFile } from '#lib/import/road.ts';
import type { CommitOutcome } from '#lib/worker/import-worker-api.ts';
import { FakeClient, settled } from './fake-client.ts';

const FILE: SourceFile = { name: 'agents.xlsx', bytes: new Blob() };
const request = (actorId: number): ImportRequest => ({ kind: 'agents-workbook', groupId: 5, actorId });
const COMMITTED: CommitOutcome = {
  kind: 'committed',
  committed: { importId: 7, created: 1, updated: 0, unchanged: 0, failed: 0, leftOut: 0 }
};

function begin() {
  const clients: (FakeClient & { closed: boolean })[] = [];
  const held = new HeldImport(() => {
    const client = Object.assign(new FakeClient(['Ann']), { closed: false });
    client.close = () => void (client.closed = true);
    clients.push(client);
    return client;
  });
  held.signedIn(1);
  return { held, clients };
}

/** A commit that waits for its end. */
async function committing(actorId = 1) {
  const { held, clients } = begin();
  const session = held.open(request(actorId));
  await session.read(FILE);
  let end: (outcome: CommitOutcome) => void = () => undefined;
  const client = clients[0];
  if (!client) throw new Error('no client');
  client.committing = () => new Promise((resolve) => (end = resolve));
  const run = session.startImport();
  return { held, clients, client, session, end: (outcome: CommitOutcome) => (end(outcome), run) };
}

describe('whoever signs in next', () => {
  test('gets nothing of the import before: its file is forgotten with its worker', async () => {
    const { held, client, clients, session, end } = await committing();
    await end(COMMITTED);
    expect(held.hasPasswords(7)).toBe(true);
    held.signedIn(null);
    expect(client.closed).toBe(true);
    expect(session.source).toBeNull();
    held.signedIn(2);
    expect(held.hasPasswords(7)).toBe(false);
    expect(held.client()).not.toBe(client);
    expect(clients).toHaveLength(2);
  });

  test('lets a running commit end first', async () => {
    const { held, client, session, end } = await committing();
    held.signedIn(2);
    expect(client.closed).toBe(false);
    expect(held.open(request(2))).toBe(session);
    await end(COMMITTED);
    expect(client.closed).toBe(true);
    expect(held.hasPasswords(7)).toBe(false);
    expect(held.open(request(2))).not.toBe(session);
  });

  test('never has the passwords of another person, whatever was heard', async () => {
    const { held, end } = await committing(3);
    await end(COMMITTED);
    expect(held.hasPasswords(7)).toBe(false);
  });

  test('ends the reading of a file', () => {
    const { held, clients } = begin();
    const session = held.open(request(1));
    const client = clients[0];
    if (!client) throw new Error('no client');
    client.outcome = () => new Promise(() => undefined);
    void session.read(FILE);
    held.signedIn(null);
    expect(session.step.kind).toBe('choose-file');
    expect(client.closed).toBe(true);
  });

  test('hearing of the same person again changes nothing', async () => {
    const { held, client, end } = await committing();
    await end(COMMITTED);
    held.signedIn(1);
    expect(client.closed).toBe(false);
    expect(held.hasPasswords(7)).toBe(true);
  });
});

describe('a page that is left during a commit', () => {
  test('is busy until the commit ends, and no longer', async () => {
    const { session, end } = await committing();
    session.left = true;
    expect(unsavedWork.reason).toBe('committing');
    await end(COMMITTED);
    expect(unsavedWork.busy).toBe(false);
  });

  test('keeps no preview that nobody can come back to', async () => {
    const { session, client, end } = await committing();
    session.edited = true;
    session.left = true;
    await end({ kind: 'refused', refusal: { code: 'cancelled' }, preview: client.state });
    expect(unsavedWork.busy).toBe(false);
    expect(session.step.kind).toBe('choose-file');
  });

  test('has its refusal where the person is back', async () => {
    const { session, client, end } = await committing();
    await end({ kind: 'refused', refusal: { code: 'cancelled' }, preview: client.state });
    await settled();
    expect(session.step.kind).toBe('preview');
  });
});
