import { getLocale } from '#i18n/runtime.js';

/** One for each language: making a format costs a hundred times what using it does. */
const listFormats = new Map<string, Intl.ListFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** "7, 8 and 12", as the person's language writes lists. */
export function allOf(items: readonly string[]): string {
  const locale = getLocale();
  const format = listFormats.get(locale) ?? new Intl.ListFormat(locale, { type: 'conjunction' });
  listFormats.set(locale, format);
  return format.format(items);
}

/** "7, 8, 12": for lists that go on, and for cells of a file. */
export function listed(items: readonly string[]): string {
  return items.join(', ');
}

/** "1,234", as the person's language writes numbers. */
export function number(value: number): string {
  const locale = getLocale();
  const format = numberFormats.get(locale) ?? new Intl.NumberFormat(locale);
  numberFormats.set(locale, format);
  return format.format(value);
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size in bytes as "512 bytes", "1.5 MB", "500 MB": in steps of 1,000, as browsers count. */
export function byteSize(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** step;
  return new Intl.NumberFormat(getLocale(), {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0
  }).format(value);
}

const QUOTED_LENGTH = 80;

/** A cell's text inside a sentence: on one line, and no longer than a sentence bears. */
export function quoted(value: string): string {
  const line = value.replace(/\s+/gu, ' ');
  if (line.length <= QUOTED_LENGTH) return line;
  // Not between the two halves of a character.
  const end = /[\ud800-\udbff]/.test(line.charAt(QUOTED_LENGTH - 1)) ? QUOTED_LENGTH - 1 : QUOTED_LENGTH;
  return `${line.slice(0, end)}…`;
}

/** "A", "Z", "AA": the letters over a spreadsheet's columns; the first is 0. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
