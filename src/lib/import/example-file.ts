import { writeCsv } from '#lib/spreadsheet/csv/write-csv.ts';
import type { ColumnId, ImportKind } from './kinds.ts';
import type { ResultFile } from './road.ts';

/** One person of an example; the columns' headers are data. */
export type ExamplePerson = Readonly<Record<ColumnId, string | boolean | number>>;

export interface ExampleWords {
  /** Without ending. */
  readonly fileName: string;
  readonly people: readonly ExamplePerson[];
}

/** A file to look at and to fill in: UTF-8 with a mark, by which Excel knows it. */
export function exampleCsv({ columns }: ImportKind, { fileName, people }: ExampleWords, separator: string): ResultFile {
  const rows = people.map((person) => columns.map(({ id }) => csvText(person[id])));
  const format = { encoding: 'utf-8', byteOrderMark: true, lineEnd: '\r\n', separator, quote: '"' } as const;
  return { name: `${fileName}.csv`, bytes: writeCsv([columns.map(({ header }) => header), ...rows], format).file };
}

/** The same as an array of objects. */
export function exampleJson({ columns }: ImportKind, { fileName, people }: ExampleWords): ResultFile {
  const items = people.map((person) => Object.fromEntries(columns.map(({ id, header }) => [header, person[id]])));
  const bytes = new Blob([`${JSON.stringify(items, null, 2)}\n`], { type: 'application/json' });
  return { name: `${fileName}.json`, bytes };
}

function csvText(value: string | boolean | number): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
