import { expect, type Page } from '@playwright/test';
import type { Upload } from './workbooks.ts';

const COLUMNS = [
  'Name',
  'Nickname',
  'Email',
  'Single Sign-On ID',
  'Description',
  'Password',
  'Enabled',
  'Standard License',
  'Mobile License',
  'Tech Group ID'
] as const;

type TechnicianRow = Readonly<Record<(typeof COLUMNS)[number], string>>;

export const technician = (number: number, groupId: string, more: Partial<TechnicianRow> = {}): TechnicianRow => ({
  Name: `Person ${number}`,
  Nickname: `P${number}`,
  Email: `person.${number}@example.org`,
  'Single Sign-On ID': '',
  Description: '',
  Password: `Sample1%${number}`,
  Enabled: 'TRUE',
  'Standard License': 'yes',
  'Mobile License': '0',
  'Tech Group ID': groupId,
  ...more
});

interface Dialect {
  readonly separator?: string;
  readonly lineEnd?: string;
  readonly name?: string;
}

export function csvText(rows: readonly TechnicianRow[], { separator = ',', lineEnd = '\r\n' }: Dialect = {}): string {
  const quoted = (text: string) => (/[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => COLUMNS.map((column) => quoted(row[column])).join(separator));
  return [COLUMNS.join(separator), ...lines, ''].join(lineEnd);
}

export const csv = (rows: readonly TechnicianRow[], dialect: Dialect = {}): Upload =>
  textFile(dialect.name ?? 'people.csv', csvText(rows, dialect));

export const textFile = (name: string, content: string | Buffer): Upload => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content)
});

/** By the way a person has: My Account › Import technicians. */
export async function goToTechnicians(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'My Account', exact: true }).locator('visible=true').first().click();
  await page.getByRole('link', { name: 'Import technicians' }).click();
  await expect(page.getByRole('heading', { name: 'Import technicians' })).toBeVisible();
}

export async function uploadTechnicians(page: Page, file: Upload): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Upload file', exact: true }).click()
  ]);
  await chooser.setFiles(file);
}

/** Starts and waits for the summary. */
export async function importTechnicians(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Start import/ }).click();
  await expect(page.getByRole('heading', { name: 'Import Summary' })).toBeVisible({ timeout: 60_000 });
}
