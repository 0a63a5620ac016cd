import { expect, test } from 'vitest';
import * as rowState from '#lib/import/4-plan/row-state.ts';
import { problemCodes } from '#lib/import/problems.ts';

const { BY_HAND, LEFT_OUT, CHANGED, TAKES_STANDARD, TAKES_MOBILE, HOLDS_STANDARD, HOLDS_MOBILE } = rowState;
const { UPDATES, UNCHANGED, DONE, EXISTING, PROBLEM_BITS } = rowState;
const flags = [BY_HAND, LEFT_OUT, CHANGED, TAKES_STANDARD, TAKES_MOBILE, HOLDS_STANDARD, HOLDS_MOBILE];

test('each problem code and each flag has a bit of its own', () => {
  expect(problemCodes.length).toBeLessThanOrEqual(PROBLEM_BITS);
  const bits = [...problemCodes.map(rowState.problemBit), ...flags, UPDATES, UNCHANGED, DONE, EXISTING];
  expect(new Set(bits).size).toBe(bits.length);
  for (const bit of bits) expect(Math.log2(bit) % 1).toBe(0);
  expect(Math.min(...flags, UPDATES, UNCHANGED, DONE, EXISTING)).toBe(1 << PROBLEM_BITS);
});
