import { previewImport, resultOfImport, type Previewed } from '#lib/import/pipeline.ts';
import { learnOwners } from '#lib/import/owners.ts';
import type { PlannedImport } from '#lib/import/planned-import.ts';
import type { ImportRequest, ResultFile, ResultFormat, SourceFile } from '#lib/import/road.ts';
import type { Technician } from '#lib/domain/person.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { headerOf } from './made-table.ts';
import type { FakeOrgStore } from './fake-org-store.ts';

export const HEADER = headerOf('technicians-file');

/** The cells of one technician, in the file's order. */
export function technicianRow(name: string, email: string, more: { [column: string]: string } = {}): string[] {
  const cells: Record<string, string> = {
    ...{ Name: name, Email: email, Password: 'Sample12', Enabled: 'TRUE' },
    ...{ 'Standard License': 'TRUE', 'Mobile License': 'FALSE', 'Tech Group ID': '5' },
    ...more
  };
  return HEADER.map((header) => cells[header] ?? '');
}

export function technician(id: number, name: string, email: string, more: Partial<Technician> = {}): Technician {
  return {
    ...{ id, role: 'technician', name, email, description: '', nickname: '', ssoId: '', groupId: 5 },
    ...{ enabled: true, standardLicense: true, mobileLicense: false, ...more }
  };
}

export function csv(rows: readonly (readonly string[])[], name = 'people.csv'): SourceFile {
  return { name, bytes: new Blob([[HEADER, ...rows].map((row) => `${row.join(',')}\r\n`).join('')]) };
}

export function preview(
  source: SourceFile,
  store: FakeOrgStore,
  request: Partial<ImportRequest> = {}
): Promise<Previewed> {
  const whole: ImportRequest = { kind: 'technicians-file', groupId: null, actorId: 1, ...request };
  return previewImport(source, whole, { store, phrasebook });
}

export async function plannedOf(
  source: SourceFile,
  store: FakeOrgStore,
  request: Partial<ImportRequest> = {}
): Promise<PlannedImport> {
  const outcome = await preview(source, store, request);
  if (outcome.kind !== 'preview') throw new Error(`There should be a preview, not ${JSON.stringify(outcome)}`);
  const { plan } = outcome.planned;
  await learnOwners(plan, plan.select('all', 0, Infinity), store);
  return outcome.planned;
}

export async function resultOf(
  imported: PlannedImport | number,
  store: FakeOrgStore,
  format: ResultFormat = 'same',
  maskPasswords = false
): Promise<ResultFile> {
  const made = await resultOfImport(imported, { actorId: 1, maskPasswords, format }, { store, phrasebook });
  if (made === null || 'code' in made) throw new Error(`There should be a result, not ${JSON.stringify(made)}`);
  return made;
}
