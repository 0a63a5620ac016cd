import { describe, expect, test } from 'vitest';
import { patchProlog } from '#lib/spreadsheet/annotate/sheet-prolog.ts';

function patched(before: string, column = 4): string {
  const text = `<worksheet>${before}<sheetData>`;
  return patchProlog(text, text, '', { column, headerRow: 1 }).slice('<worksheet>'.length, -'<sheetData>'.length);
}

const OWN = '<col min="4" max="4" width="48" customWidth="1"/>';

describe('dimension', () => {
  const dimensionOf = (before: string): string | undefined => /<dimension.*?>/.exec(patched(before))?.[0];

  test('reaches to the result column', () => {
    expect(dimensionOf('<dimension ref="A1:C9"/>')).toBe('<dimension ref="A1:D9"/>');
    expect(dimensionOf("<dimension ref='B2'/>")).toBe('<dimension ref="B1:D2"/>');
    expect(dimensionOf('<dimension ref="A1:XFD1048576"/>')).toBe('<dimension ref="A1:XFD1048576"/>');
  });

  test('stays away where it was', () => {
    expect(dimensionOf('')).toBeUndefined();
  });
});

describe('columns', () => {
  test('get one for the results, in order', () => {
    expect(patched('')).toBe(`<cols>${OWN}</cols>`);
    expect(patched('<cols/>')).toBe(`<cols>${OWN}</cols>`);
    expect(patched('<cols><col min="1" max="3"/></cols>')).toBe(`<cols><col min="1" max="3"/>${OWN}</cols>`);
    expect(patched('<cols><col min="9" max="9"/></cols>')).toBe(`<cols>${OWN}<col min="9" max="9"/></cols>`);
  });

  test('are split where a range covers it; ours is shown and wide enough', () => {
    expect(patched('<cols><col min="2" max="16384" width="9" style="5" hidden="1"/></cols>')).toBe(
      '<cols><col min="2" max="3" width="9" style="5" hidden="1"/>' +
        '<col min="4" max="4" width="48" style="5" customWidth="1"/>' +
        '<col min="5" max="16384" width="9" style="5" hidden="1"/></cols>'
    );
  });

  test('keep a width that is larger', () => {
    expect(patched('<cols><col min="4" max="4" width="80" customWidth="1"/></cols>')).toBe(
      '<cols><col min="4" max="4" width="80" customWidth="1"/></cols>'
    );
  });
});
