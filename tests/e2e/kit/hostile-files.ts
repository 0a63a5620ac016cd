import ExcelJS from 'exceljs';
import XLSX from 'xlsx';
import { goodAgents, HEADER, styledWorkbook, type Upload } from './workbooks.ts';

interface HostileFile {
  readonly claim: string;
  readonly sentence: RegExp;
  readonly make: () => Promise<Upload> | Upload;
}

const file = (name: string, buffer: Buffer): Upload => ({ name, mimeType: 'application/octet-stream', buffer });

async function sheetOf(rows: readonly (readonly ExcelJS.CellValue[])[], name = 'agents.xlsx'): Promise<Upload> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Agents').addRows(rows.map((row) => [...row]));
  return file(name, Buffer.from(await workbook.xlsx.writeBuffer()));
}

/** What Office writes for "protect with a password": not a zip at all, but a compound file around the encrypted one. */
function encryptedWorkbook(): Upload {
  const compound = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(compound, '/EncryptionInfo', Buffer.from('<encryption/>'));
  XLSX.CFB.utils.cfb_add(compound, '/EncryptedPackage', Buffer.alloc(4096, 7));
  return file('secret.xlsx', Buffer.from(XLSX.CFB.write(compound, { type: 'buffer' }) as Uint8Array));
}

async function cutOff(): Promise<Upload> {
  const { buffer } = await styledWorkbook(goodAgents(50));
  return file('cut.xlsx', buffer.subarray(0, Math.floor(buffer.length * 0.6)));
}

export const hostileFiles: readonly HostileFile[] = [
  { claim: 'an empty file', sentence: /The file is empty/, make: () => file('empty.xlsx', Buffer.alloc(0)) },
  {
    claim: 'a text file named .xlsx',
    sentence: /plain text, not a workbook/,
    make: () => file('notes.xlsx', Buffer.from('Dear all,\nhere is what we talked about.\n'))
  },
  {
    claim: 'a PDF named .xlsx',
    sentence: /PDF/,
    make: () => file('list.xlsx', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'))
  },
  { claim: 'a workbook that was cut off', sentence: /The file ends too early/, make: cutOff },
  { claim: 'an encrypted workbook', sentence: /protected by a password/, make: encryptedWorkbook },
  { claim: 'a workbook without any text', sentence: /No cell of the file has text/, make: () => sheetOf([]) },
  {
    claim: 'rows without a header',
    sentence: /holds data, not column names/,
    make: () => sheetOf([['Ann', 'ann@example.org', 'Sample1%']])
  },
  {
    claim: 'a header with a renamed and a moved column',
    sentence: /instead of/,
    make: () =>
      sheetOf([
        ['E-Mail', 'Name', 'Password'],
        ['ann@example.org', 'Ann', 'Sample1%']
      ])
  },
  {
    claim: 'a header and nothing below it',
    sentence: /has a header but no people below it/,
    make: () => sheetOf([HEADER])
  }
];
