import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { picture } from './picture.mjs';
import { table } from './tables.mjs';

/** Between these two stands what people write; the bench keeps it. */
const NOTES_BEGIN = '<!-- written by hand: the bench keeps what stands from here … -->';
const NOTES_END = '<!-- … to here -->';
const NO_NOTES = '## What bounds a row that is not met\n\nNothing is noted yet.';

/**
 * Writes docs/performance.md and its picture.
 * @param {string} root of the checkout
 * @param {{ found: readonly import('./rows.mjs').Row[], machine: string, rounds: number, rows: number }} bench
 */
export function writeReport(root, { found, machine, rounds, rows }) {
  const path = join(root, 'docs/performance.md');
  const former = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const count = rows.toLocaleString('en');
  const text = `# Performance

Made by \`npm run bench\` in one run: ${count} made-up technicians × 10 columns, the same each time. Medians of ${rounds} rounds
in which everything takes its turn, each measurement in a fresh browser, the production build against the bare calls of
the libraries.

Machine: ${machine}

![Muster’s times beside the libraries’](performance.svg)

## Import

${table(found, 'import')}

## Limits

A sheet of full height, and files made to break readers (tests/fixtures/attacks.ts), each once.

${table(found, 'limits')}

## Organization tree

10,000 groups six levels deep and 100,000 people.

${table(found, 'tree')}

${NOTES_BEGIN}

${notes(former)}

${NOTES_END}

## How to read this

- Every measurement has a browser process and a profile on the disk of its own, in which the organization is set up and
  the app is there for offline use, as on a person’s second day.
- Ours runs from the person’s own doing (the choice of the file, the click) to the frame that shows what came of it:
  all rows read, matched, checked against each other and the organization, and planned. Theirs is the bare call in a
  worker of an empty page: SheetJS and exceljs with the file’s bytes in memory, PapaParse and JSON.parse with its text.
- The result of SheetJS has none of the looks of the file; ours is the uploaded workbook with one column more.
- Memory is the largest size that the tab’s process had less its size before, as the system counts it, page and workers
  together; that of the sheet of full height is the sum over all processes of the browser, looked at four times a second.
  That of the tree’s page is \`performance.measureUserAgentSpecificMemory\`: JavaScript and DOM of the page
  and its workers.
- The commit is counted from the click to the Import Summary. Its sealing, the time from the first to the last password
  that is encrypted before the transaction begins, is told apart, since plain puts have nothing like it. The puts are
  of the records that this very import wrote: one relaxed transaction, stores with the same indexes, in a worker of a
  page without the product.
- Passwords are being derived in the background while the result is written, as they are for a person.
- “Longest task” is of the page’s own thread; browsers tell of tasks over 50 ms only. react-spreadsheet-import’s way is
  SheetJS on that thread, then each rule over all rows (tests/bench/page/spreadsheet-import.js).
- The organization tree has three rounds; exceljs, react-spreadsheet-import’s way, the million rows, the updating
  and the limits have one: they are for comparison, and would make the run long.
- \`npm run bench -- csv tree --rounds 3\` measures parts alone and writes nothing here.
`;
  writeFileSync(path, text);
  writeFileSync(join(root, 'docs/performance.svg'), picture(found));
}

/** @param {string} former text of the file */
function notes(former) {
  const [, after] = former.split(NOTES_BEGIN);
  return after?.split(NOTES_END)[0]?.trim() || NO_NOTES;
}
