import { expect, test } from 'vitest';
import { resultName } from '#lib/import/6-result/result-file.ts';

test.each([
  ['agents.xlsx', 'xlsx', 'agents-result.xlsx'],
  ['agents.v2.xlsm', 'xlsm', 'agents.v2-result.xlsm'],
  ['people.csv', 'csv', 'people-result.xlsx'],
  ['pasted rows', 'csv', 'pasted rows-result.xlsx']
] as const)('the result of %s is named so that its program opens it', (name, format, expected) => {
  expect(resultName(name, format)).toBe(expected);
});
