import { describe, expect, test } from 'vitest';
import { chooseSheet } from '#lib/import/1-read/choose-sheet.ts';
import { importKinds } from '#lib/import/kinds.ts';
import type { SheetInfo } from '#lib/spreadsheet/spreadsheet.ts';

const sheet = (name: string, firstRow: string[]): SheetInfo => ({
  name,
  hidden: false,
  hasData: firstRow.length > 0,
  firstRow
});
const agents = importKinds['agents-workbook'];

const people = sheet('People', ['name', 'EMAIL Address', 'PASSWORD']);
const instructions = sheet('Instructions', ['Fill in one person per row']);
const empty = sheet('Sheet3', []);

describe('the sheet to read', () => {
  test('is the one that was asked for', () => {
    expect(chooseSheet([people, instructions], agents, 1)).toBe(1);
  });

  test('is the only one with data', () => {
    expect(chooseSheet([empty, instructions], agents, undefined)).toBe(1);
  });

  test('is the only one with the kind’s header, aliases included', () => {
    expect(chooseSheet([instructions, people], agents, undefined)).toBe(1);
  });

  test('is the person’s to choose where two have the header, or none', () => {
    expect(chooseSheet([people, people], agents, undefined)).toEqual({ sheets: [people, people] });
    expect(chooseSheet([instructions, instructions], agents, undefined)).toEqual({
      sheets: [instructions, instructions]
    });
  });

  test('is none in a workbook without data', () => {
    expect(chooseSheet([empty, empty], agents, undefined)).toEqual({ code: 'no-data' });
  });
});
