/**
 * The formats that a workbook names by number only (ECMA-376 part 1, 18.8.30). Those that Excel shows by the
 * system's locale (14, 22, the East Asian ones) are shown as ISO dates: the same text on every machine.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0;-$#,##0',
  6: '$#,##0;-$#,##0',
  7: '$#,##0.00;-$#,##0.00',
  8: '$#,##0.00;-$#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd hh:mm',
  32: 'h:mm',
  33: 'h:mm:ss',
  34: 'h:mm AM/PM',
  35: 'h:mm:ss AM/PM',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  41: '#,##0;-#,##0;-',
  42: '$#,##0;-$#,##0;$-',
  43: '#,##0.00;-#,##0.00;-',
  44: '$#,##0.00;-$#,##0.00;$-',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  55: 'h:mm',
  56: 'h:mm:ss'
};

const EAST_ASIAN_DATES = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];

/** The code of a built-in format; General for those without one. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? (EAST_ASIAN_DATES.includes(id) ? 'yyyy-mm-dd' : 'General');
}
