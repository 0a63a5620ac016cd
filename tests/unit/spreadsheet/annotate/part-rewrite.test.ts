/** Rows taken from the bytes against the same rows taken from the text. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ElementSplitter, type PieceHandler } from '#lib/spreadsheet/annotate/element-splitter.ts';
import { IndexSet } from '#lib/spreadsheet/annotate/index-set.ts';
import { MaskedSheetSurvey } from '#lib/spreadsheet/annotate/mask-survey.ts';
import { PartRewrite, type WriteBytes } from '#lib/spreadsheet/annotate/part-rewrite.ts';
import { Plaintexts } from '#lib/spreadsheet/annotate/plaintexts.ts';
import { SharedPasswords, SharedStringsMask } from '#lib/spreadsheet/annotate/shared-strings-mask.ts';
import { SheetMask } from '#lib/spreadsheet/annotate/sheet-mask.ts';
import { SheetPatch } from '#lib/spreadsheet/annotate/sheet-patch.ts';

const encoder = new TextEncoder();

function sheetPatch(column: number, mask?: SheetMask): SheetPatch {
  const styles = { good: 7, bad: 8, muted: 0 };
  const cellFor = (row: number) =>
    row % 3 === 0
      ? undefined
      : ({ text: row % 2 ? 'Created' : `Row ${row} ‹é› & co`, tone: row % 2 ? 'good' : 'bad' } as const);
  return new SheetPatch({ column, header: { rowNumber: 2, text: 'Result' }, cellFor }, styles, mask);
}

type List = ['sheetData', 'row'] | ['sst', 'si'];

function fromText(text: string, handler: PieceHandler, list: List = ['sheetData', 'row']): string {
  const splitter = new ElementSplitter(list[0], list[1], handler);
  return splitter.push(text) + splitter.finish();
}

function fromBytes(
  bytes: Uint8Array,
  handler: PieceHandler,
  pieceSize = bytes.length,
  list: List = ['sheetData', 'row']
): Buffer {
  const written: Uint8Array[] = [];
  const write: WriteBytes = (piece, from, to) => void written.push(piece.slice(from, to));
  const rewrite = new PartRewrite(new ElementSplitter(list[0], list[1], handler), write);
  for (let at = 0; at < bytes.length; at += pieceSize) rewrite.push([bytes.slice(at, at + pieceSize)]);
  rewrite.finish();
  return Buffer.concat(written);
}

const cellText = fc.constantFrom('Ada', 'Zoë 😀', '', '&lt;row r=&quot;', ']]&gt;');
const cell = (reference: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.nat(99).map((index) => `<c r="${reference}" s="1" t="s"><v>${index}</v></c>`) },
    cellText.map((text) => `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`),
    cellText.map((text) => `<c r="${reference}" t="str"><f>A1&amp;"x"</f><v>${text}</v></c>`),
    fc.constantFrom(
      `<c r="${reference}"/>`,
      '<c><v>1</v></c>',
      `<c t="n" r="${reference}"><v>5</v></c>`,
      `<c\nr="${reference}"/>`
    )
  );
const cells = (row: number): fc.Arbitrary<string> =>
  fc
    .subarray(['A', 'B', 'C', 'D', 'E', 'AA', 'b'])
    .chain((columns) => fc.tuple(...columns.map((column) => cell(`${column}${row}`))))
    .map((all) => all.join(''));
const attributes = fc.constantFrom(
  '',
  ' spans="1:3"',
  " spans='1:3'",
  ' spans="1:9" ht="15"',
  ' spans="1:3" x:d="a>b"'
);
const row = (number: number): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(attributes, cells(number)).map(([more, inner]) => `<row r="${number}"${more}>${inner}</row>`)
    },
    cells(number).map((inner) => `<row>${inner}</row>`),
    cells(number).map((inner) => `<row ht="9" r="${number}">${inner}</row>`),
    cells(number).map((inner) => `<row r="${number}">${inner}<extLst><ext/></extLst></row>`),
    fc.constantFrom(
      `<row r="${number}"/>`,
      `<row r="${number}" ></row>`,
      `\n  <row r="${number}" ht="3" />\n`,
      '<!-- <row> -->'
    ),
    fc.constant(`<row r="${number}"><c r="A${number}" t="str"><v><![CDATA[</row>]]></v></c></row>`)
  );
const sheet = fc
  .tuple(
    fc.constantFrom(
      '<worksheet>',
      '<!-- <sheetData> --><worksheet><cols><col min="1" max="2"/></cols>',
      '﻿<worksheet>'
    ),
    fc.array(fc.nat(), { maxLength: 12 }).chain((rows) => fc.tuple(...rows.map((_, at) => row(at + 1)))),
    fc.constantFrom('</sheetData></worksheet>', '</sheetData><!-- ö --><mergeCells/></worksheet>')
  )
  .map(([start, rows, end]) => `${start}<sheetData>${rows.join('')}${end}`);

const area = { columns: new Set([2, 4]), headerRow: 2 };

function surveyed(read: (handler: PieceHandler) => unknown): object {
  const use = { masked: new IndexSet(), elsewhere: new IndexSet() };
  const plaintexts = new Plaintexts();
  const survey = new MaskedSheetSurvey(area, use, plaintexts);
  read(survey);
  const indexes = (set: IndexSet): number[] =>
    Array.from({ length: 100 }, (_, index) => index).filter((index) => set.has(index));
  const { asksForPlaintexts } = survey;
  return {
    masked: indexes(use.masked),
    elsewhere: indexes(use.elsewhere),
    asksForPlaintexts,
    shows: plaintexts.equals('Zoë 😀')
  };
}

function masking(column: number): SheetPatch {
  const plaintexts = new Plaintexts();
  plaintexts.add('Zoë 😀');
  return sheetPatch(column, new SheetMask(plaintexts, area));
}

describe('a sheet whose rows are taken from the bytes', () => {
  test('gets the same results as one whose rows are taken from the text', () => {
    fc.assert(
      fc.property(
        sheet,
        fc.integer({ min: 2, max: 28 }),
        fc.integer({ min: 2, max: 400 }),
        (text, column, pieceSize) => {
          expect(fromBytes(encoder.encode(text), sheetPatch(column), pieceSize).toString()).toBe(
            fromText(text, sheetPatch(column))
          );
        }
      ),
      { numRuns: 400 }
    );
  });

  test('is masked as one whose rows are taken from the text', () => {
    fc.assert(
      fc.property(
        sheet,
        fc.integer({ min: 5, max: 28 }),
        fc.integer({ min: 2, max: 400 }),
        (text, column, pieceSize) => {
          const bytes = encoder.encode(text);
          expect(fromBytes(bytes, masking(column), pieceSize).toString()).toBe(fromText(text, masking(column)));
          expect(surveyed((handler) => fromBytes(bytes, handler, pieceSize))).toEqual(
            surveyed((handler) => fromText(text, handler))
          );
        }
      ),
      { numRuns: 400 }
    );
  });

  test('has its shared strings masked alike', () => {
    const string = fc.oneof(
      { weight: 5, arbitrary: cellText.map((text) => `<si><t>${text}</t></si>`) },
      fc.constantFrom(
        '<si><r><t>a</t></r><r><t> b</t></r></si>',
        '<si/>',
        '\n<si xml:space="preserve"><t>x</t></si>',
        '<!-- <si> -->'
      )
    );
    const part = fc
      .array(string, { maxLength: 12 })
      .map((all) => `<?xml version="1.0"?><sst count="9">${all.join('')}</sst>`);
    fc.assert(
      fc.property(part, fc.uniqueArray(fc.nat(12)), fc.integer({ min: 2, max: 200 }), (text, indexes, pieceSize) => {
        const use = { masked: new IndexSet(), elsewhere: new IndexSet() };
        for (let index = 0; index < 13; index++) (indexes.includes(index) ? use.masked : use.elsewhere).add(index);
        const bytes = encoder.encode(text);
        expect(fromBytes(bytes, new SharedStringsMask(use), pieceSize, ['sst', 'si']).toString()).toBe(
          fromText(text, new SharedStringsMask(use), ['sst', 'si'])
        );
        const learnt = (read: (handler: PieceHandler) => unknown): boolean[] => {
          const plaintexts = new Plaintexts();
          read(new SharedPasswords(use, plaintexts));
          return ['Zoë 😀', '<row r="', 'a b'].map((password) => plaintexts.equals(password));
        };
        expect(learnt((handler) => fromBytes(bytes, handler, pieceSize, ['sst', 'si']))).toEqual(
          learnt((handler) => fromText(text, handler, ['sst', 'si']))
        );
      }),
      { numRuns: 300 }
    );
  });

  test('makes no text of rows that are written as usual', () => {
    const texts: string[] = [];
    class Watched extends SheetPatch {
      override item(...[item]: Parameters<SheetPatch['item']>): string {
        texts.push(item.text);
        return super.item(item);
      }
    }
    const rows = [1, 2, 3, 4, 5].map(
      (number) => `<row r="${number}" spans="1:1"><c r="A${number}" t="s"><v>0</v></c></row>`
    );
    const text = `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`;
    const { column, header, cellFor } = {
      column: 2,
      header: { rowNumber: 1, text: 'Result' },
      cellFor: () => ({ text: 'Created', tone: 'good' }) as const
    };
    expect(fromBytes(encoder.encode(text), new Watched({ column, header, cellFor }, undefined)).toString()).toContain(
      'B5'
    );
    expect(texts).toEqual([rows[0]]);
  });

  test('is refused, not held whole, where a tag before them has no end', () => {
    const rewrite = new PartRewrite(new ElementSplitter('sheetData', 'row', sheetPatch(2)), () => undefined);
    const piece = new Uint8Array(4 * 1024 * 1024).fill(0x20);
    rewrite.push([encoder.encode('<worksheet')]);
    expect(() => {
      for (let pieces = 0; pieces < 40; pieces++) rewrite.push([piece]);
    }).toThrow('"unpacked-bytes"');
  });

  test('is a text where it is no UTF-8', () => {
    const text = '\uFEFF<worksheet><sheetData><row r="1"><c r="A1"/></row></sheetData></worksheet>';
    const bytes = new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);
    const result = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(fromBytes(bytes, sheetPatch(2), 7));
    expect(result).toBe(fromText(text, sheetPatch(2)));
  });
});
