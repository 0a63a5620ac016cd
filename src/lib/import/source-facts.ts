import { MASK } from '#lib/spreadsheet/mask.ts';
import { columnCalled } from './headers.ts';
import type { ImportKind } from './kinds.ts';
import { passwordColumns, withoutPasswords } from './password-columns.ts';
import type { Matching, SourceFacts, Table } from './road.ts';

const SAMPLE_ROWS = 4;

/** How the file was understood, with a few of its cells where they tell whether that was right: of text files. */
export function sourceFacts(table: Table, kind: ImportKind, matching: Matching = {}): SourceFacts {
  const { format, text } = table;
  return text ? { format, text, sample: sample(table, kind, matching) } : { format };
}

/**
 * The header, and the first rows that are as wide. While no column is known to be the password's, only the header: a
 * text cut in the wrong places may have passwords anywhere.
 */
function sample(table: Table, kind: ImportKind, matching: Matching): readonly (readonly string[])[] {
  const { header } = table;
  const called = header.flatMap((text, at) => (columnCalled(kind, text) === 'password' ? [at] : []));
  if (typeof matching.password !== 'number' && called.length === 0) return [header];
  const columns = [...passwordColumns(header, matching), ...called];
  const rows: (readonly string[])[] = [header];
  for (let row = 0; row < table.rowCount && row < SAMPLE_ROWS; row++) {
    const cells = table.cells(row);
    if (cells.length !== header.length) continue;
    rows.push(withoutPasswords(cells, columns, MASK));
  }
  return rows;
}
