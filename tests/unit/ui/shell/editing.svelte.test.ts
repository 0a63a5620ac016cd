import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CommandDone, CommandRefusal } from '#lib/domain/change.ts';
import { toasts } from '#lib/ui/kit/toasts.svelte.ts';
import { carryOut } from '#lib/ui/shell/carry-out.ts';
import { Editing } from '#lib/ui/shell/editing.svelte.ts';

vi.mock('#lib/ui/shell/carry-out.ts', () => ({ carryOut: vi.fn() }));

interface Fields {
  readonly name: string;
  readonly description: string;
}

class NameEditing extends Editing<Fields> {
  save(): Promise<boolean> {
    const { changes } = this.draft;
    return this.carryOut(1, () => ({ kind: 'rename-organization', name: changes.name ?? '' }), 'Saved');
  }
}

const before: Fields = { name: 'Spring', description: '' };

/** Saving that takes until the test says how it ended. */
function underWay() {
  let resolve: (outcome: CommandDone | CommandRefusal) => void = () => undefined;
  let reject: (failure: unknown) => void = () => undefined;
  vi.mocked(carryOut).mockReturnValueOnce(new Promise((...ends) => ([resolve, reject] = ends)));
  return { resolve, reject };
}

beforeEach(() => void vi.mocked(carryOut).mockReset());

describe('what is saved by one command', () => {
  test('keeps what is typed until it is saved as still to be saved', async () => {
    const editing = new NameEditing(before);
    editing.edit({ name: 'Summer' });
    const ending = underWay();
    const saved = editing.save();
    editing.edit({ description: 'Warm' });
    ending.resolve({ ok: true });
    expect(await saved).toBe(true);
    editing.draft.follow({ name: 'Summer', description: '' });
    expect(editing.draft.values).toEqual({ name: 'Summer', description: 'Warm' });
    expect(editing.draft.changes).toEqual({ description: 'Warm' });
    expect(editing.dirty).toBe(true);
  });

  test('can be saved again after an error that nobody expected, which is said and passed on', async () => {
    const editing = new NameEditing(before);
    editing.edit({ name: 'Summer' });
    const ending = underWay();
    const saved = editing.save();
    expect(editing.busy).toBe(true);
    const lost = new DOMException('The connection is lost', 'InvalidStateError');
    ending.reject(lost);
    await expect(saved).rejects.toBe(lost);
    expect(editing.busy).toBe(false);
    expect(editing.draft.changes).toEqual({ name: 'Summer' });
    expect(toasts.at(-1)).toMatchObject({ tone: 'danger' });

    underWay().resolve({ ok: true });
    expect(await editing.save()).toBe(true);
    expect(editing.dirty).toBe(false);
  });

  test('stays to be saved where it is refused', async () => {
    const editing = new NameEditing(before);
    editing.edit({ name: 'Summer' });
    underWay().resolve({ code: 'name-taken', name: 'Summer' });
    expect(await editing.save()).toBe(false);
    expect(editing.refusal).toEqual({ code: 'name-taken', name: 'Summer' });
    expect(editing.busy).toBe(false);
    expect(editing.dirty).toBe(true);
  });
});
