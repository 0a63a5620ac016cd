import { importKinds, type ImportKindId } from '#lib/import/kinds.ts';
import type { SourceFile } from '#lib/import/road.ts';

/** Rows copied from a spreadsheet come as tab-separated text. null where the text has nothing to import. */
export function pastedRows(text: string, name: string): SourceFile | null {
  if (text.trim() === '') return null;
  return { name: `${name}.tsv`, bytes: new Blob([text], { type: 'text/tab-separated-values' }) };
}

/** The same rows below the kind's own header, for rows that were copied without theirs. */
export function withHeader(source: SourceFile, kind: ImportKindId): SourceFile {
  const header = importKinds[kind].columns.map((column) => column.header).join('\t');
  return { name: source.name, bytes: new Blob([`${header}\r\n`, source.bytes], { type: source.bytes.type }) };
}
