import { read, utils } from 'xlsx';

/** All cells of a workbook's sheet as an independent reader shows them. */
export async function cellsOf(file: Blob, sheet = 0): Promise<string[][]> {
  const workbook = read(new Uint8Array(await file.arrayBuffer()), { type: 'array' });
  const worksheet = workbook.Sheets[workbook.SheetNames[sheet] ?? ''] ?? {};
  return utils.sheet_to_json<string[]>(worksheet, { header: 1, raw: false, defval: '', blankrows: true });
}
