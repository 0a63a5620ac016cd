/** The thread itself, as a browser has it; what is said to it is tested in tests/unit/worker. */
import { expect, test } from 'vitest';
import { annotateWorkbook } from '#lib/spreadsheet/annotate/annotate-workbook.ts';
import { maskWorkbook } from '#lib/spreadsheet/annotate/mask-workbook.ts';
import { openSpreadsheet } from '#lib/spreadsheet/open-spreadsheet.ts';
import { isFileFailure, type SheetRow } from '#lib/spreadsheet/spreadsheet.ts';
import { writeWorkbook } from '#lib/spreadsheet/write/write-workbook.ts';
import type { InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';
import { InflatingClient, startInflatingWorker } from '#lib/worker/inflating-client.ts';

const ROWS = 20_000;

async function workbook(): Promise<Blob> {
  const rows = Array.from({ length: ROWS }, (_, at) => [`Person ${at}`, `person.${at}@example.org`, `Sample1%${at}`]);
  const columns = rows[0]?.map(() => ({ width: 20, format: 'text' as const })) ?? [];
  return writeWorkbook({ sheets: [{ name: 'Agents', columns, rows: [['Name', 'Email', 'Password'], ...rows] }] });
}

/** Counts what really comes from the other thread. */
function watched(): { readonly inflate: InflateEntry; readonly messages: () => number } {
  let messages = 0;
  const { inflate } = new InflatingClient(() => {
    const worker = startInflatingWorker();
    worker.addEventListener('message', () => messages++);
    return worker;
  });
  return { inflate, messages: () => messages };
}

async function rowsOf(file: Blob, inflate?: InflateEntry): Promise<readonly SheetRow[]> {
  const opened = await openSpreadsheet({ name: 'a.xlsx', bytes: file }, inflate && { inflate });
  if (isFileFailure(opened)) throw new Error(JSON.stringify(opened));
  const rows: SheetRow[] = [];
  const end = await opened.readSheet(0, { onRows: (more) => rows.push(...more) });
  if (isFileFailure(end)) throw new Error(JSON.stringify(end));
  return rows;
}

const bytesOf = async (made: Blob | object): Promise<Uint8Array> =>
  made instanceof Blob ? new Uint8Array(await made.arrayBuffer()) : Promise.reject(new Error(JSON.stringify(made)));

test('what a thread of its own inflates is read, masked and patched to the same bytes', async () => {
  const file = await workbook();
  const { inflate, messages } = watched();
  const rows = await rowsOf(file, inflate);
  expect(messages()).toBeGreaterThan(1);
  expect(rows).toHaveLength(ROWS + 1);
  expect(rows).toEqual(await rowsOf(file));

  const masking = { sheet: 0, headerRowNumber: 1, maskColumns: [3] };
  expect(await bytesOf(await maskWorkbook(file, { ...masking, inflate }))).toEqual(
    await bytesOf(await maskWorkbook(file, masking))
  );
  const patching = {
    sheet: 0,
    header: { rowNumber: 1, text: 'Result' },
    cellFor: () => ({ text: 'Created', tone: 'good' as const }),
    column: 4,
    maskColumns: []
  };
  expect(await bytesOf(await annotateWorkbook(file, { ...patching, inflate }))).toEqual(
    await bytesOf(await annotateWorkbook(file, patching))
  );
});

test('a thread whose script is not there is not missed', async () => {
  const { inflate } = new InflatingClient(() => new Worker('/nothing-here.js', { type: 'module' }));
  expect(await rowsOf(await workbook(), inflate)).toHaveLength(ROWS + 1);
});
