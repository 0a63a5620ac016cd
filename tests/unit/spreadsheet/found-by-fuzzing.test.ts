/** Files that `npm run fuzz` found something with, made small. What is well-formed to nobody else is refused here too. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tryReadRows } from './text/read-rows.ts';

const folder = new URL('../../fixtures/found-by-fuzzing/', import.meta.url);

/** Each was read as one thing, and its result written as another. */
describe('a workbook whose rows cannot be told for sure is damaged', () => {
  test.each(readdirSync(folder))('%s', async (name) => {
    const file = new Uint8Array(readFileSync(new URL(name, folder)));
    expect(await tryReadRows(name, file)).toEqual({
      code: 'damaged',
      detail: 'xml',
      part: 'xl/worksheets/sheet1.xml'
    });
  });
});
