import ExcelJS from 'exceljs';

export interface Agent {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const HEADER = ['Name', 'Email', 'Password'] as const;
export const HEADER_COLOUR = 'FF0B6E4F';

export const goodAgents = (count: number, prefix = 'agent'): Agent[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${prefix} ${index + 1}`,
    email: `${prefix}.${index + 1}@example.org`,
    password: `Sample1%${index}`
  }));

/** A workbook that somebody cared for: coloured header, frozen row, widths, a note, a second sheet without data of its own. */
export async function styledWorkbook(agents: readonly Agent[], name = 'new agents.xlsx'): Promise<Upload> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Agents', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [{ width: 28 }, { width: 36 }, { width: 18 }];
  const header = sheet.addRow([...HEADER]);
  header.eachCell((cell) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_COLOUR } };
    cell.font = { bold: true, color: { argb: 'FFFFFFFF' } };
  });
  for (const agent of agents) sheet.addRow([agent.name, agent.email, agent.password]);
  sheet.getCell('B2').font = { italic: true, color: { argb: 'FFC00000' } };
  sheet.getCell('A2').note = 'From the spring list';
  return { name, mimeType: XLSX, buffer: Buffer.from(await workbook.xlsx.writeBuffer()) };
}

/** Sixty rows, forty of them with one problem each (ten of each kind); rows 2 to 21 are good. */
export function agentsWithFortyProblems(): Agent[] {
  const good = goodAgents(60);
  return good.map((agent, index) => {
    if (index < 20) return agent;
    if (index < 30) return { ...agent, name: '' };
    if (index < 40) return { ...agent, email: 'no email here' };
    if (index < 50) return { ...agent, password: 'short1%' };
    return { ...agent, password: 'onlylowercase' };
  });
}

export async function openWorkbook(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('the workbook has no sheet');
  return sheet;
}
