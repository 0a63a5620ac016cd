/** See [Note: the beginning is believed]. */
import { describe, expect, test } from 'vitest';
import { previewImport, type Previewed } from '#lib/import/pipeline.ts';
import type { PlannedImport } from '#lib/import/planned-import.ts';
import { sourceFacts } from '#lib/import/source-facts.ts';
import { encodeText } from '#lib/spreadsheet/text/encode.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { FakeOrgStore } from './fake-org-store.ts';
import { HEADER, technicianRow } from './technicians-file.ts';

/** More than what is looked at before rows are handed on. */
const MANY = 6000;
const LAST = MANY - 1;

const rowOf = (at: number): string[] =>
  technicianRow(at === LAST ? 'Žofie' : `Ann ${at}`, `ann${at}@example.com`, { Description: 'x'.repeat(20) });
const rows = Array.from({ length: MANY }, (_, at) => rowOf(at));
const text = [HEADER, ...rows].map((row) => row.join(',')).join('\n');
const items = rows.map((row) => Object.fromEntries(HEADER.map((key, at) => [key, row[at]])));

/** `onFirst`: what the person does when the first rows are there. */
async function previewOf(
  name: string,
  content: BlobPart,
  onFirst: (planned: PlannedImport) => void = () => undefined
): Promise<Previewed> {
  let seen = false;
  const request = { kind: 'technicians-file', groupId: null, actorId: 1 } as const;
  const surroundings = { store: new FakeOrgStore(), phrasebook };
  return previewImport({ name, bytes: new Blob([content]) }, request, surroundings, {
    onRows: (planned) => {
      if (!seen) onFirst(planned);
      seen = true;
    }
  });
}

function planned(outcome: Previewed): PlannedImport {
  if (outcome.kind !== 'preview') throw new Error(`There should be a preview, not ${outcome.kind}`);
  return outcome.planned;
}

describe('a file whose first rows are shown before all of it is read', () => {
  test('is read again in the encoding that only its last row tells of', async () => {
    let shown = 0;
    const outcome = await previewOf('people.csv', encodeText(text, 'windows-1250') ?? '', ({ plan, matched }) => {
      shown = plan.counts.total;
      expect(matched.table.text?.encoding).toBe('utf-8');
    });
    const { matched, kind, checker, plan } = planned(outcome);
    expect(shown).toBeGreaterThan(0);
    expect(sourceFacts(matched.table, kind).text?.encoding).toBe('windows-1250');
    expect(checker.text(LAST, 'name')).toBe('Žofie');
    expect(plan.counts).toMatchObject({ total: MANY, ready: 500 });
  });

  test('has the columns that only its last item has', async () => {
    const sparse = items.map((item, at) =>
      at === LAST ? { ...item, Nickname: 'Žof' } : { ...item, Nickname: undefined }
    );
    const { checker, plan } = planned(await previewOf('people.json', JSON.stringify(sparse)));
    expect(checker.text(LAST, 'nickname')).toBe('Žof');
    expect(plan.counts).toMatchObject({ total: MANY, ready: 500 });
  });

  test('is refused for a fault at its end', async () => {
    let shown = 0;
    const outcome = await previewOf('people.json', JSON.stringify(items).slice(0, -1), () => shown++);
    expect(shown).toBe(1);
    expect(outcome).toMatchObject({ kind: 'failure', failure: { code: 'json-syntax', line: 1 } });
  });
});
