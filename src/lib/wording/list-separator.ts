/**
 * What stands between a list's items on this system, as its spreadsheet program takes it. No browser tells; where the
 * comma is needed in numbers, it is the semicolon.
 */
export function systemSeparator(): ',' | ';' {
  const decimal = new Intl.NumberFormat().formatToParts(1.5).find(({ type }) => type === 'decimal');
  return decimal?.value === ',' ? ';' : ',';
}
