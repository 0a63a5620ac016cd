import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { annotateWorkbook } from '#lib/spreadsheet/annotate/annotate-workbook.ts';
import { maskWorkbook } from '#lib/spreadsheet/annotate/mask-workbook.ts';
import { loadWorkbook } from '#lib/spreadsheet/xlsx/workbook.ts';
import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import type { ResultToCompare } from '../../../fixtures/independent-readers.ts';
import { comparedByOpenpyxl, openpyxlIsThere } from '../../../fixtures/independent-readers.ts';
import { expectWellFormed } from './annotated.ts';
import { differingParts, packageParts } from '../../../fixtures/package-parts.ts';

const corpus = new URL('../../../../../shared/corpus/xlsx/', import.meta.url);
const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => !/100,000x10/.test(name)) : [];
/** Right of all data in these files; the one that goes further is refused by its caller's last column. */
const COLUMN = 300;
/** In bytes: it takes minutes for the few larger ones. */
const FAST_FOR_OPENPYXL = 40_000;

const CORPUS_MASK = { sheet: 0, headerRowNumber: 1, maskColumns: [2] };

interface Annotated extends ResultToCompare {
  readonly name: string;
  readonly changed: readonly string[];
  readonly allowed: readonly string[];
}

async function annotated(name: string): Promise<Annotated | undefined> {
  const original = new Blob([readFileSync(new URL(encodeURIComponent(name), corpus))]);
  const book = await loadWorkbook({ file: original, limits: spreadsheetLimits }).catch(() => undefined);
  const sheet = book?.sheets[0];
  if (!book || !sheet?.entry) return undefined;
  const result = await annotateWorkbook(original, {
    sheet: 0,
    header: { rowNumber: 1, text: 'Result' },
    cellFor: (row) => ({ text: `Row ${row}`, tone: row % 2 ? 'good' : 'bad' }),
    column: COLUMN,
    maskColumns: []
  });
  if (!(result instanceof Blob)) throw new Error(`${name}: ${result.code}`);
  const allowed = [sheet.entry.name, book.styles?.name ?? ''];
  const changed = await differingParts(original, result);
  return { name, original, result, sheetName: sheet.name, column: COLUMN, changed, allowed };
}

describe.runIf(files.length > 0)('a result of every workbook of the corpus', async () => {
  const results = (await Promise.all(files.map(annotated))).filter((one) => one !== undefined);

  test('differs in the sheet and the styles alone', () => {
    expect(results.length).toBeGreaterThan(100);
    for (const { name, changed, allowed } of results) {
      expect(
        changed.filter((part) => !allowed.includes(part)),
        name
      ).toEqual([]);
    }
  });

  test('has a sheet and styles that are well-formed XML', async () => {
    for (const { name, result, allowed } of results.filter(({ original }) => original.size < FAST_FOR_OPENPYXL)) {
      for (const part of await packageParts(result)) {
        if (!allowed.includes(part.name) || part.bytes()[1] === 0) continue;
        expect(() => expectWellFormed(part.text()), `${name} ${part.name}`).not.toThrow();
      }
    }
  });

  test('has its parts in the order of the original', async () => {
    for (const { name, original, result } of results) {
      const names = async (file: Blob): Promise<string[]> => (await packageParts(file)).map((part) => part.name);
      expect(await names(result), name).toEqual(await names(original));
    }
  });

  test.runIf(openpyxlIsThere)('opens in openpyxl with all values and the Result column', async () => {
    const small = results.filter(({ original }) => original.size < FAST_FOR_OPENPYXL);
    const compared = await comparedByOpenpyxl(small);
    expect(compared.filter(({ original }) => original === 'read').length).toBeGreaterThan(60);
    for (const [index, { name }] of small.entries()) {
      const { error, differences, results: column } = compared[index]!;
      expect(error, name).toBeNull();
      expect(differences, name).toEqual([]);
      for (const [row, text] of Object.entries(column)) expect(text, name).toBe(row === '1' ? 'Result' : `Row ${row}`);
    }
  });

  test.runIf(openpyxlIsThere)('masks a column of any of them and leaves all other cells alone', async () => {
    const small = results.filter(({ original }) => original.size < FAST_FOR_OPENPYXL);
    const maskings = await Promise.all(
      small.map(async (one) => ({ ...one, column: 2, result: await maskWorkbook(one.original, CORPUS_MASK) }))
    );
    const masked = maskings.map(({ result, ...one }) => {
      if (!(result instanceof Blob)) throw new Error(`${one.name}: ${result.code}`);
      return { ...one, result };
    });
    for (const [index, { error, differences, results: column }] of (await comparedByOpenpyxl(masked)).entries()) {
      const { name } = masked[index]!;
      expect(error, name).toBeNull();
      expect(differences, name).toEqual([]);
      const shown = Object.entries(column).filter(([row]) => Number(row) > 1);
      for (const [, text] of shown) expect(text, name).toMatch(/^(•{8}|="•{8}"|)$/);
    }
  });
});
