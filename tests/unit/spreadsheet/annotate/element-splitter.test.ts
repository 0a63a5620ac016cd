import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ElementSplitter } from '#lib/spreadsheet/annotate/element-splitter.ts';

const SHEET =
  '<?xml version="1.0"?><!-- <sheetData> --><x:worksheet a="1>2"><x:dimension ref="A1"/><x:sheetData z=\'<\'> ' +
  '<x:row r="1"><x:c r="A1"><x:v><![CDATA[</x:row>]]></x:v></x:c></x:row>\n<x:row/><!-- </x:row> --><other><x:v/></other>' +
  "<x:row r='7' note='>'><x:rowish>x</x:rowish></x:row ><?row?></x:sheetData><x:mergeCells><x:mergeCell ref=\"A1:B1\"/></x:mergeCells> </x:worksheet>\n";

function split(chunks: readonly string[]): { items: string[]; whole: string } {
  const items: string[] = [];
  const splitter = new ElementSplitter('sheetData', 'row', {
    item(item) {
      items.push(item.text);
      return item.text;
    },
    tail: (text) => text
  });
  const pieces = chunks.map((chunk) => splitter.push(chunk));
  return { items, whole: pieces.join('') + splitter.finish() };
}

function cutAt(text: string, places: readonly number[]): string[] {
  const cuts = [0, ...[...places].sort((a, b) => a - b), text.length];
  return cuts.slice(1).map((end, index) => text.slice(cuts[index], end));
}

describe('a part cut into its items', () => {
  test('finds the rows and nothing that only looks like one', () => {
    expect(split([SHEET]).items).toEqual([
      '<x:row r="1"><x:c r="A1"><x:v><![CDATA[</x:row>]]></x:v></x:c></x:row>',
      '<x:row/>',
      "<x:row r='7' note='>'><x:rowish>x</x:rowish></x:row >"
    ]);
  });

  test('is the same wherever its text is cut while it comes', () => {
    const places = fc.array(fc.nat(SHEET.length), { maxLength: 40 });
    fc.assert(
      fc.property(places, (cuts) => {
        const { items, whole } = split(cutAt(SHEET, cuts));
        expect(whole).toBe(SHEET);
        expect(items).toEqual(split([SHEET]).items);
      })
    );
  });

  test('is refused where it ends in the middle of its rows', () => {
    expect(() => split([SHEET.slice(0, SHEET.indexOf('</x:sheetData'))])).toThrow('damaged');
  });

  test('passes whole where there is no such list', () => {
    expect(split(['<chartsheet/>']).whole).toBe('<chartsheet/>');
  });
});
