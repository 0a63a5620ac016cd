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

/** Counts what really comes from the other thread, by its kind. */
function watched() {
  const came: string[] = [];
  const { inflate, deflate } = new InflatingClient(() => {
    const worker = startInflatingWorker();
    worker.addEventListener('message', ({ data }) => came.push((data as { readonly kind: string }).kind));
    return worker;
  });
  return { inflate, deflate, count: (kind: string) => came.filter((each) => each === kind).length };
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

test('with a thread of its own a workbook is read to the same rows, and masked and patched to the same bytes', async () => {
  const file = await workbook();
  const { inflate, deflate, count } = watched();
  const rows = await rowsOf(file, inflate);
  expect(count('window')).toBeGreaterThan(1);
  expect(rows).toHaveLength(ROWS + 1);
  expect(rows).toEqual(await rowsOf(file));

  const masking = { sheet: 0, headerRowNumber: 1, maskColumns: [3] };
  expect(await bytesOf(await maskWorkbook(file, { ...masking, inflate, deflate }))).toEqual(
    await bytesOf(await maskWorkbook(file, masking))
  );
  const whileMasking = count('deflated');
  expect(whileMasking).toBeGreaterThan(0);
  const patching = {
    sheet: 0,
    header: { rowNumber: 1, text: 'Result' },
    cellFor: () => ({ text: 'Created', tone: 'good' as const }),
    column: 4,
    maskColumns: []
  };
  expect(await bytesOf(await annotateWorkbook(file, { ...patching, inflate, deflate }))).toEqual(
    await bytesOf(await annotateWorkbook(file, patching))
  );
  expect(count('deflated')).toBeGreaterThan(whileMasking);
});

test('a thread whose script is not there is not missed', async () => {
  const { inflate } = new InflatingClient(() => new Worker('/nothing-here.js', { type: 'module' }));
  expect(await rowsOf(await workbook(), inflate)).toHaveLength(ROWS + 1);
});
