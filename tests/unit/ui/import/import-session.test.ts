import { describe, expect, it } from 'vitest';
import { ImportSession } from '#lib/ui/import/import-session.svelte.ts';
import { FakeClient } from './fake-client.ts';

const source = { name: 'people.xlsx', bytes: new Blob(['x']) };
const request = { kind: 'agents-workbook', groupId: 5, actorId: 1 } as const;

describe('one visit of the import page', () => {
  it('goes from the file over the preview to the end', async () => {
    const told: (number | null)[] = [];
    const session = new ImportSession(new FakeClient(['Ada', '']), request, (_, progress) =>
      told.push(progress?.share ?? null)
    );
    expect(session.step.kind).toBe('choose-file');
    await session.read(source);
    expect(session.step.kind).toBe('preview');
    expect(session.preview?.counts).toMatchObject({ ready: 1, problems: 1 });
    await session.startImport();
    expect(session.step).toMatchObject({ kind: 'done', committed: { created: 1, failed: 1 } });
    expect(told).toEqual([0, null]);
  });

  it('shows a file that cannot be read', async () => {
    const client = new FakeClient([]);
    client.outcome = () => Promise.resolve({ kind: 'failure', failure: { code: 'encrypted' } });
    const session = new ImportSession(client, request);
    await session.read(source);
    expect(session.step).toEqual({ kind: 'failure', failure: { code: 'encrypted' } });
  });

  it('forgets the answer of a file that was cancelled', async () => {
    const client = new FakeClient(['Ada']);
    let answer = () => {};
    client.outcome = () =>
      new Promise((resolve) => (answer = () => resolve({ kind: 'preview', preview: client.state })));
    const session = new ImportSession(client, request);
    const reading = session.read(source);
    expect(session.unsaved).toBe('reading');
    session.cancel();
    answer();
    await reading;
    expect(session.step.kind).toBe('choose-file');
    expect(session.preview).toBeNull();
  });

  it('goes back to the preview when the commit says it was cancelled', async () => {
    const client = new FakeClient(['Ada']);
    client.committing = (signal) =>
      new Promise((resolve) =>
        signal?.addEventListener('abort', () =>
          resolve({ kind: 'refused', refusal: { code: 'cancelled' }, preview: client.state })
        )
      );
    const session = new ImportSession(client, request);
    await session.read(source);
    const committing = session.startImport();
    expect(session.unsaved).toBe('committing');
    session.cancel();
    await committing;
    expect(session.step.kind).toBe('preview');
    expect(session.refusal).toEqual({ code: 'cancelled' });
  });

  it('counts an edited preview as unsaved until it is imported', async () => {
    const client = new FakeClient(['Ada']);
    const session = new ImportSession(client, request);
    await session.read(source);
    expect(session.unsaved).toBeNull();
    session.take(client.state);
    expect(session.unsaved).toBe('edited-preview');
    await session.startImport();
    expect(session.unsaved).toBeNull();
  });

  it('reads the same file again for another choice; a matching ends with the columns that it was made for', async () => {
    const client = new FakeClient(['Ada']);
    const session = new ImportSession(client, request);
    await session.read(source);
    await session.useMatching({ name: 1 });
    expect(client.requests.at(-1)).toMatchObject({ groupId: 5, matching: { name: 1 } });
    await session.change({ text: { separator: ';' } });
    expect(client.requests.at(-1)).not.toHaveProperty('matching');
    expect(client.requests.at(-1)).toMatchObject({ text: { separator: ';' } });
  });

  it('plans the same rows anew where a choice only says what becomes of them: nothing edited is forgotten', async () => {
    const client = new FakeClient(['Ada']);
    const session = new ImportSession(client, request);
    await session.read(source);
    session.take(client.state);
    expect(session.forgets({ text: { separator: ';' } })).toBe(true);
    expect(session.forgets({ existing: 'update' })).toBe(false);
    await session.change({ existing: 'update' });
    expect(client.plannedWith).toEqual([{ existing: 'update', groupId: 5 }]);
    expect(client.requests).toHaveLength(1);
    expect(session).toMatchObject({ edited: true, planning: false, choices: { existing: 'update', groupId: 5 } });
  });

  it('matches the header again where the chosen group is cleared and no column names one, and asks before', async () => {
    const client = new FakeClient(['Ada']);
    const session = new ImportSession(client, { kind: 'technicians-file', groupId: 5, actorId: 1 });
    await session.read(source);
    await session.useMatching({ name: 0, groupId: null });
    session.take(client.state);
    expect(session.forgets({ groupId: 7 })).toBe(false);
    expect(session.forgets({ groupId: null })).toBe(true);
    const proposed = { name: 0 };
    const mismatch = { header: ['Name'], missing: ['groupId'], extra: [], renamed: [], moved: [], proposed } as const;
    client.outcome = () => Promise.resolve({ kind: 'header-mismatch', mismatch, facts: { format: 'xlsx' } });
    await session.change({ groupId: null });
    expect(client.plannedWith).toEqual([]);
    expect(session.step).toMatchObject({ kind: 'header-mismatch', mismatch: { missing: ['groupId'] } });
    client.outcome = null;
    await session.change({ groupId: 7 });
    expect(client.requests.at(-1)).toMatchObject({ groupId: 7, matching: { name: 0 } });
    await session.useMatching({ name: 0, groupId: 1 });
    await session.change({ groupId: null });
    expect(client.plannedWith).toEqual([{ existing: 'report', groupId: null }]);
  });

  it('keeps the choices that its preview was planned with where planning was cancelled', async () => {
    const client = new FakeClient(['Ada']);
    const session = new ImportSession(client, request);
    await session.read(source);
    client.planUntilCancelled();
    const planning = session.change({ existing: 'update' });
    expect(session.planning).toBe(true);
    session.cancel();
    await planning;
    expect(session).toMatchObject({ step: { kind: 'preview' }, planning: false, choices: { groupId: 5 } });
    expect(session.choices.existing).toBeUndefined();
  });

  it('plans with both of two choices that come one upon the other', async () => {
    const client = new FakeClient(['Ada']);
    const session = new ImportSession(client, request);
    await session.read(source);
    client.planUntilCancelled();
    const planning = session.change({ existing: 'update' });
    client.planning = null;
    await session.change({ groupId: 7 });
    await planning;
    expect(client.plannedWith.at(-1)).toEqual({ existing: 'update', groupId: 7 });
    expect(session).toMatchObject({ planning: false, choices: { existing: 'update', groupId: 7 } });
  });

  it('forgets what was being planned when another file comes', async () => {
    const client = new FakeClient(['Ada']);
    const session = new ImportSession(client, request);
    await session.read(source);
    let answer = () => {};
    client.planning = () =>
      new Promise((resolve) => (answer = () => resolve({ preview: client.state, cancelled: true })));
    const planning = session.change({ existing: 'update' });
    client.outcome = () => Promise.resolve({ kind: 'failure', failure: { code: 'encrypted' } });
    await session.read({ ...source, name: 'other.xlsx' });
    answer();
    await planning;
    expect(session).toMatchObject({ step: { kind: 'failure' }, planning: false, choices: { existing: 'update' } });
  });

  it('keeps the group and what becomes of people who exist for the next file, the rest not', async () => {
    const client = new FakeClient(['Ada']);
    const session = new ImportSession(client, { kind: 'technicians-file', groupId: null, actorId: 1 });
    await session.change({ groupId: 7, existing: 'leave-out' });
    expect(client.requests).toEqual([]);
    await session.read(source);
    await session.change({ text: { encoding: 'shift_jis' } });
    await session.read(source);
    expect(client.requests.at(-1)).toEqual({
      kind: 'technicians-file',
      actorId: 1,
      groupId: 7,
      existing: 'leave-out'
    });
  });
});
