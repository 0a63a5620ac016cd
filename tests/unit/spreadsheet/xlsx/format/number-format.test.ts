import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as SheetJS from 'xlsx';
import { numberFormat } from '#lib/spreadsheet/xlsx/format/number-format.ts';

const shown = (code: string, value: number, date1904 = false): string => numberFormat(code).text(value, date1904);

describe('General', () => {
  test.each([
    [0, '0'],
    [-7, '-7'],
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.333333333'],
    [-1234.5, '-1234.5'],
    [3.14159265358979, '3.141592654'],
    [12345678.9876, '12345678.99'],
    [0.00001, '0.00001'],
    [0.0000123456, '1.23456E-05'],
    [1.5e300, '1.5E+300'],
    [4_917_112_345_678, '4917112345678'],
    [123_456_789_012.5, '1.23457E+11']
  ])('%f is shown as %s', (value, text) => {
    expect(shown('General', value)).toBe(text);
  });

  test('agrees with SheetJS on numbers of ordinary size', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (digits, places) => {
        const value = Number(`${digits}e-${places}`);
        expect(shown('General', value)).toBe(SheetJS.SSF.format('General', value));
      })
    );
  });
});

describe('numbers', () => {
  test.each([
    ['00000', 6083, '06083'],
    ['0000', 123, '0123'],
    ['0', 2.5, '3'],
    ['0.00', 1.005, '1.01'],
    ['0.00', -0.001, '0.00'],
    ['0.0#', 1.5, '1.5'],
    ['#,##0', 1234567.8, '1,234,568'],
    ['#,##0', 0, '0'],
    ['000,000', 12, '000,012'],
    ['#,##0.00;(#,##0.00)', -1234.5, '(1,234.50)'],
    ['0;-0;"none"', 0, 'none'],
    ['0%', 0.256, '26%'],
    ['0.0%', -0.256, '-25.6%'],
    ['0.00E+00', 123456, '1.23E+05'],
    ['0.00E+00', 0.00012, '1.20E-04'],
    ['##0.0E+0', 12345, '12.3E+3'],
    ['0,', 1_234_567, '1235'],
    ['"No." 0', 7, 'No. 7'],
    ['000-00-0000', 123456789, '123-45-6789'],
    ['(000) 000-0000', 5551234567, '(555) 123-4567'],
    ['[<=9999999]000-0000;(000) 000-0000', 5551234, '555-1234'],
    ['[<=9999999]000-0000;(000) 000-0000', 5551234567, '(555) 123-4567'],
    ['_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', 12.3, '12.30'],
    ['[Red]0.0', 1.25, '1.3'],
    ['[$€-407] 0.00', 5, '€ 5.00'],
    ['0" pcs";@', 5, '5 pcs'],
    ['General" h"', 1.5, '1.5 h'],
    ['# ?/?', 0.5, '0.5'],
    ['@', 42, '42']
  ])('%s shows %f as %s', (code, value, text) => {
    expect(shown(code, value)).toBe(text);
  });
});

describe('dates', () => {
  test.each([
    ['yyyy-mm-dd', 44562, '2022-01-01'],
    ['d-mmm-yy', 40352.5, '23-Jun-10'],
    ['dddd, mmmm d, yyyy', 44562, 'Saturday, January 1, 2022'],
    ['h:mm', 0.75, '18:00'],
    ['hh:mm AM/PM', 0.75, '06:00 PM'],
    ['h:mm:ss A/P', 0, '12:00:00 A'],
    ['mm:ss', 0.5 + 65 / 86400, '01:05'],
    ['[h]:mm:ss', 1.5, '36:00:00'],
    ['[mm]:ss', 65 / 86400, '01:05'],
    ['ss.000', 1.2345 / 86400, '01.235'],
    ['yyyy-mm-dd hh:mm:ss', 43831.99999999, '2020-01-02 00:00:00'],
    ['dd/mm/yyyy', 60, '29/02/1900'],
    ['dd/mm/yyyy', 59, '28/02/1900'],
    ['yyyy-mm-dd', 1, '1900-01-01'],
    ['[$-409]d. mmm yyyy', 44562, '1. Jan 2022'],
    ['yyyy"年"m"月"d"日"', 44562, '2022年1月1日'],
    ['mmmmm', 44562, 'J']
  ])('%s shows %f as %s', (code, serial, text) => {
    expect(numberFormat(code).isDate).toBe(true);
    expect(shown(code, serial)).toBe(text);
  });

  test('count from 1904 where the workbook says so', () => {
    expect(shown('yyyy-mm-dd', 0, true)).toBe('1904-01-01');
    expect(shown('yyyy-mm-dd', 43100, true)).toBe(shown('yyyy-mm-dd', 44562));
  });

  test('that are none are shown as numbers', () => {
    expect(shown('yyyy-mm-dd', -1)).toBe('-1');
    expect(shown('yyyy-mm-dd', 3_000_000)).toBe('3000000');
  });

  test('agree with SheetJS on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_958_464 }), fc.integer({ min: 0, max: 86_399 }), (day, second) => {
        const value = day + second / 86_400;
        for (const code of ['yyyy-mm-dd hh:mm:ss', 'd/m/yy h:mm AM/PM', 'ddd dd mmm yyyy']) {
          expect(shown(code, value)).toBe(SheetJS.SSF.format(code, value));
        }
      })
    );
  });
});

test('no format code makes it throw or hang', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...Array.from('0#?.,%;E+-[]"\\_*@ymdhs/:$<=>AP() ')), { maxLength: 60 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      (code, value) => {
        expect(typeof shown(code.join(''), value)).toBe('string');
      }
    )
  );
  expect(shown('['.repeat(1_000_000), 1)).toBe('1');
});
