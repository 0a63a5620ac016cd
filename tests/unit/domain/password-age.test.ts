import { expect, test } from 'vitest';
import { passwordState } from '#lib/domain/password-age.ts';

const DAY = 86_400_000;
const policy = { maximumPasswordAgeDays: 30, passwordNoticeDays: 7 };
const agedDays = (days: number, mustChange = false) =>
  passwordState(policy, { changedAt: 1_000, mustChange }, 1_000 + days * DAY);

test('a password ends when it is as old as it may be', () => {
  expect(agedDays(29.999).mustChange).toBeNull();
  expect(agedDays(30)).toEqual({ mustChange: 'expired', daysUntilExpiry: null });
});

test('the notice begins as many days before, and counts down to 1', () => {
  expect(agedDays(22.9).daysUntilExpiry).toBeNull();
  expect(agedDays(23).daysUntilExpiry).toBe(7);
  expect(agedDays(23.5).daysUntilExpiry).toBe(7);
  expect(agedDays(29.5).daysUntilExpiry).toBe(1);
});

test('0 days: passwords do not age; 0 days of notice: there is none', () => {
  const old = { changedAt: 0, mustChange: false };
  const never = { maximumPasswordAgeDays: 0, passwordNoticeDays: 7 };
  expect(passwordState(never, old, 9_999 * DAY)).toEqual({ mustChange: null, daysUntilExpiry: null });
  expect(passwordState({ ...policy, passwordNoticeDays: 0 }, old, 29.5 * DAY).daysUntilExpiry).toBeNull();
});

test('one that an administrator gave must be changed however young it is', () => {
  expect(agedDays(0, true)).toEqual({ mustChange: 'given-by-administrator', daysUntilExpiry: null });
});
