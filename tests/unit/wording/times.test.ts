import { expect, test } from 'vitest';
import { roughTime, timeAgo } from '#lib/wording/times.ts';

test('how long ago something was, and how long it takes, is said in the largest unit that fits', () => {
  expect([400, 90_000, 7_200_000, 200_000_000].map(timeAgo)).toEqual([
    ...['1 second ago', '2 minutes ago', '2 hours ago', '2 days ago']
  ]);
  expect([400, 59_000, 10_800_000].map(roughTime)).toEqual(['1 second', '59 seconds', '3 hours']);
});
