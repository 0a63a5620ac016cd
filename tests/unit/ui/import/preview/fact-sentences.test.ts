import { expect, test } from 'vitest';
import type { TableFacts } from '#lib/import/road.ts';
import { factSentences } from '#lib/ui/import/preview/fact-sentences.ts';

const notes = { hiddenRows: 0, hiddenColumns: 0, formulas: 0, errorCells: 0, dates: 0 };
const FACTS: TableFacts = {
  format: 'xlsx',
  sheets: [],
  sheet: 0,
  notes,
  hiddenSheet: false,
  hasResultColumn: false,
  group: null,
  ignoredGroupIds: 0,
  rowLimit: null
};

const said = (facts: Partial<TableFacts>): readonly string[] => factSentences({ ...FACTS, ...facts }).slice(1);

test('formulas are read by their results only where they have one', () => {
  expect(said({ notes: { ...notes, formulas: 5, formulasWithoutResult: 3 } })).toEqual([
    '2 formulas read by their results',
    '3 cells hold a formula without a saved result and are read as empty. Open the file in your spreadsheet program, save it, and choose it again.'
  ]);
  expect(said({ notes: { ...notes, formulas: 1, formulasWithoutResult: 1 } })).toEqual([
    '1 cell holds a formula without a saved result and is read as empty. Open the file in your spreadsheet program, save it, and choose it again.'
  ]);
  expect(said({ notes: { ...notes, formulas: 1 } })).toEqual(['1 formula read by its result']);
});

test('rows above the header are told', () => {
  expect(said({ rowsAboveHeader: 2 })).toEqual(['2 rows above the header passed over']);
});

test('a result that came again says how many of its rows are left out, and which', () => {
  expect(said({ hasResultColumn: true, doneBefore: 1200 })).toEqual([
    'has a Result column from an earlier import: 1,200 rows marked as created, updated, unchanged or left out are left out'
  ]);
});
