import { m } from '#i18n/messages.js';
import type { ReadFailure } from '#lib/import/road.ts';
import type { TextEncodingName, TextFormat } from '#lib/spreadsheet/spreadsheet.ts';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

const separatorNames: Readonly<Record<string, () => string>> = {
  ',': m.import_choice_comma,
  ';': m.import_choice_semicolon,
  '\t': m.import_choice_tab,
  '|': m.import_choice_bar
};

/** `found` is among them, whatever it is. */
export function separatorChoices(found: string): readonly Choice<string>[] {
  const known = Object.entries(separatorNames).map(([value, name]) => ({ value, label: name() }));
  return found in separatorNames || found === '' ? known : [...known, { value: found, label: found }];
}

/** The choice that nothing quotes: of a text '' says so, of a list that nothing is chosen. */
export const NO_QUOTE = 'none';

export function quoteChoices(): readonly Choice<string>[] {
  return [
    { value: '"', label: m.import_choice_double_quote() },
    { value: "'", label: m.import_choice_apostrophe() },
    { value: NO_QUOTE, label: m.import_choice_no_quote() }
  ];
}

export function lineEndChoices(): readonly Choice<TextFormat['lineEnd']>[] {
  return [
    { value: '\r\n', label: m.import_choice_crlf() },
    { value: '\n', label: m.import_choice_lf() },
    { value: '\r', label: m.import_choice_cr() }
  ];
}

const encodings: Readonly<Record<TextEncodingName, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
  'windows-1250': 'Windows-1250',
  shift_jis: 'Shift-JIS'
};

export function encodingChoices(): readonly Choice<TextEncodingName>[] {
  return Object.entries(encodings).map(([value, label]) => ({ value: value as TextEncodingName, label }));
}

const ABOUT_TEXT: readonly ReadFailure['code'][] = ['unclosed-quote', 'no-header', 'unsupported-encoding'];

/** Whether another way of reading a text may help against a failure. */
export function mayBeMisread(failure: ReadFailure, fileName: string): boolean {
  return ABOUT_TEXT.includes(failure.code) && /\.(csv|tsv|txt)$/i.test(fileName);
}
