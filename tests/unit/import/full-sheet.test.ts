import { describe, expect, test } from 'vitest';
import { previewImport, type Previewed } from '#lib/import/pipeline.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { textRow, workbook } from '../../fixtures/workbook-builder.ts';
import { REQUEST } from './agents-workbook.ts';
import { FakeOrgStore } from './fake-org-store.ts';

const HEADER = ['Name', 'Email', 'Password'];
const inLast = (row: number, text: string): string => `<c r="XFD${row}" t="inlineStr"><is><t>${text}</t></is></c>`;
const withCell = (row: string, cell: string): string => row.replace('</row>', `${cell}</row>`);

function preview(header: string, row: string): Promise<Previewed> {
  const bytes = workbook({ sheets: [{ rows: header + row }] });
  return previewImport({ name: 'full.xlsx', bytes }, REQUEST, { store: new FakeOrgStore(), phrasebook });
}

describe('a sheet that is full to its last column', () => {
  const header = textRow(1, ...HEADER);
  const ana = textRow(2, 'Ana', 'ana@example.com', 'Sample12');

  test('is refused before anything can be imported: its result would have no room', async () => {
    const refused = { kind: 'failure', failure: { code: 'no-room' } };
    expect(await preview(header, withCell(ana, inLast(2, 'a note')))).toEqual(refused);
    expect(await preview(header, withCell(ana, '<c r="XFD2"/>'))).toEqual(refused);
  });

  test('has room where the last column is its own Result', async () => {
    expect(await preview(withCell(header, inLast(1, 'Result')), ana)).toMatchObject({ kind: 'preview' });
  });

  test('is not full one column earlier', async () => {
    expect(await preview(header, withCell(ana, '<c r="XFC2"/>'))).toMatchObject({ kind: 'preview' });
  });
});
