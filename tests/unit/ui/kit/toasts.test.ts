import { afterEach, describe, expect, it } from 'vitest';
import { dismissAllToasts, dismissToast, showToast, toastsInSight } from '#lib/ui/kit/toasts.svelte.ts';

const texts = (room?: number) => toastsInSight(room).map(({ text }) => text);

afterEach(dismissAllToasts);

describe('a toast that nobody asked for', () => {
  it('waits until what somebody has just done has gone', () => {
    const created = showToast('Created');
    showToast('Moved');
    showToast('Ready offline', { waits: true });
    expect(texts()).toEqual(['Created', 'Moved']);
    dismissToast(created);
    expect(texts()).toEqual(['Ready offline', 'Moved']);
  });

  it('is not lost to what somebody does next, nor in a narrow window', () => {
    showToast('Ready offline', { waits: true });
    const [created, moved] = [showToast('Created'), showToast('Moved')];
    expect(texts()).toEqual(['Created', 'Moved']);
    expect(texts(1)).toEqual(['Moved']);
    for (const id of [created, moved]) dismissToast(id);
    expect(texts(1)).toEqual(['Ready offline']);
  });
});

it('the oldest of three toasts goes', () => {
  for (const text of ['One', 'Two', 'Three']) showToast(text);
  expect(texts()).toEqual(['Two', 'Three']);
});
