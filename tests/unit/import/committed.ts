import { commitImport } from '#lib/import/pipeline.ts';
import type { PlannedImport } from '#lib/import/planned-import.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import type { FakeOrgStore } from './fake-org-store.ts';

/** Carries out an import that nothing stands in the way of; gives its id. */
export async function committed(
  planned: PlannedImport,
  store: FakeOrgStore,
  maskedSource: Blob | null = null
): Promise<number> {
  const outcome = await commitImport(planned, { store, phrasebook }, { maskedSource });
  if (outcome.kind !== 'committed') throw new Error(`It should be committed, not ${outcome.refusal.code}`);
  return outcome.committed.importId;
}
