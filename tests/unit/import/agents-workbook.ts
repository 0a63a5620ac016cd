import { writeWorkbook } from '#lib/spreadsheet/write/write-workbook.ts';
import type { ImportRequest, SourceFile } from '#lib/import/road.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { previewImport, type PreviewWatch } from '#lib/import/pipeline.ts';
import type { PlannedImport } from '#lib/import/planned-import.ts';
import type { FakeOrgStore } from './fake-org-store.ts';

export const REQUEST: ImportRequest = { kind: 'agents-workbook', groupId: 5, actorId: 1 };

export async function workbookOf(rows: readonly (readonly string[])[], name = 'agents.xlsx'): Promise<SourceFile> {
  const columns = [20, 30, 20, 20].map((width) => ({ width, format: 'text' as const }));
  return { name, bytes: await writeWorkbook({ sheets: [{ name: 'Agents', columns, rows }] }) };
}

export async function planOf(
  source: SourceFile,
  store: FakeOrgStore,
  watch: PreviewWatch = {}
): Promise<PlannedImport> {
  const outcome = await previewImport(source, REQUEST, { store, phrasebook }, watch);
  if (outcome.kind !== 'preview') throw new Error(`There should be a preview, not ${JSON.stringify(outcome)}`);
  return outcome.planned;
}
