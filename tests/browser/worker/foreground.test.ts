import { expect, test } from 'vitest';
import { inForeground, untilNobodyWaits } from '#lib/worker/foreground.ts';

test('what a person waits for runs at once and side by side, and the rest when all of it has ended', async () => {
  const ends: ((value: string) => void)[] = [];
  const work = inForeground((word: string) => new Promise<string>((resolve) => ends.push(() => resolve(word))));
  const works = [work('one'), work('two')];
  expect(ends.length).toBe(2);
  const order: string[] = [];
  const rest = untilNobodyWaits().then(() => order.push('the rest'));
  // Locks are granted in the order in which they were asked for: once this says so, both works hold theirs.
  const { held = [], pending = [] } = await navigator.locks.query();
  expect([held.map(({ mode }) => mode), pending.map(({ mode }) => mode)]).toEqual([
    ['shared', 'shared'],
    ['exclusive']
  ]);
  for (const [at, end] of ends.entries()) {
    end('');
    order.push((await works[at]) ?? '');
  }
  await rest;
  expect(order).toEqual(['one', 'two', 'the rest']);
});

test('work that fails keeps nobody waiting', async () => {
  await expect(inForeground(() => Promise.reject(new Error('full')))()).rejects.toThrow('full');
  await untilNobodyWaits();
});
