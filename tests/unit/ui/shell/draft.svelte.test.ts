import { describe, expect, test } from 'vitest';
import { Draft } from '#lib/ui/shell/draft.svelte.ts';

const before = { name: 'Ann', email: 'ann@example.org', groups: [1, 2] as readonly number[], enabled: true };
const draftOf = () => new Draft(before);

describe('a form while it is edited', () => {
  test('saves only what differs, without the white space around it, and says what that was', () => {
    const draft = draftOf();
    draft.values.name = '  Anna ';
    draft.values.email = ' ann@example.org ';
    draft.values.groups = [2, 1];
    expect(draft.changes).toEqual({ name: 'Anna' });
    expect(draft.expected).toEqual({ name: 'Ann' });
  });

  test('what is changed elsewhere shows at once where nobody edits, and what is edited stays', () => {
    const draft = draftOf();
    draft.values.name = 'Anna';
    draft.follow({ ...before, email: 'new@example.org' });
    expect(draft.values).toMatchObject({ name: 'Anna', email: 'new@example.org' });
    expect(draft.changes).toEqual({ name: 'Anna' });
    expect(draft.conflicts).toEqual([]);
  });

  test('what both changed is a conflict until the person has chosen', () => {
    const draft = draftOf();
    draft.values.name = 'Anna';
    draft.follow({ ...before, name: 'Annie' });
    expect(draft.conflicts).toEqual(['name']);
    expect(draft.expected).toEqual({ name: 'Ann' });

    draft.keepMine('name');
    expect(draft.conflicts).toEqual([]);
    expect(draft.changes).toEqual({ name: 'Anna' });
    expect(draft.expected).toEqual({ name: 'Annie' });
  });

  test('the newer value may be taken instead', () => {
    const draft = draftOf();
    draft.values.name = 'Anna';
    draft.follow({ ...before, name: 'Annie' });
    draft.takeNewer('name');
    expect(draft.values.name).toBe('Annie');
    expect(draft.dirty).toBe(false);
  });

  test('the same change made twice is no conflict', () => {
    const draft = draftOf();
    draft.values.name = 'Anna';
    draft.follow({ ...before, name: 'Anna' });
    expect(draft.dirty).toBe(false);
    expect(draft.conflicts).toEqual([]);
  });

  test('discarding gives back what there is now, not what there was', () => {
    const draft = draftOf();
    draft.values.name = 'Anna';
    draft.values.enabled = false;
    draft.follow({ ...before, email: 'new@example.org' });
    draft.discard();
    expect(draft.dirty).toBe(false);
    expect(draft.values).toMatchObject({ name: 'Ann', enabled: true, email: 'new@example.org' });
  });

  test('what was saved shows without the white space around it, and there is nothing left to save', () => {
    const draft = draftOf();
    draft.values.name = ' Anna ';
    draft.saved(draft.toSave);
    expect(draft.values.name).toBe('Anna');
    expect(draft.dirty).toBe(false);
  });

  test('what is typed while it is being saved stays, and is still to be saved', () => {
    const draft = draftOf();
    draft.values.name = 'Anna';
    const sent = draft.toSave;
    draft.values.name = 'Anna ';
    draft.values.email = 'anna@example.org';
    draft.saved(sent);
    draft.follow({ ...before, name: 'Anna' });
    expect(draft.values).toMatchObject({ name: 'Anna ', email: 'anna@example.org' });
    expect(draft.changes).toEqual({ email: 'anna@example.org' });
    expect(draft.expected).toEqual({ email: 'ann@example.org' });
    expect(draft.conflicts).toEqual([]);
  });

  test('a saved field that is typed on in is saved next on what was saved first', () => {
    const draft = draftOf();
    draft.values.name = 'Anna';
    const sent = draft.toSave;
    draft.values.name = 'Annabel';
    draft.follow({ ...before, name: 'Anna' });
    draft.saved(sent);
    expect(draft.changes).toEqual({ name: 'Annabel' });
    expect(draft.expected).toEqual({ name: 'Anna' });
    expect(draft.conflicts).toEqual([]);
  });

  test('what somebody else made of it since it was saved is not taken back', () => {
    const draft = draftOf();
    draft.values.name = 'Anna';
    const sent = draft.toSave;
    draft.follow({ ...before, name: 'Annie', email: 'new@example.org' });
    draft.saved(sent);
    expect(draft.values).toMatchObject({ name: 'Annie', email: 'new@example.org' });
    expect(draft.dirty).toBe(false);
    expect(draft.conflicts).toEqual([]);
  });
});
