import { describe, expect, test } from 'vitest';
import type { ResultFile } from '#lib/import/road.ts';
import { readyFiles } from '#lib/worker/ready-files.ts';
import type { Example } from '#lib/worker/import-worker-api.ts';
import { FakeOrgStore, group } from './fake-org-store.ts';
import { plannedOf } from './technicians-file.ts';

const examples: Example[] = [
  ...([',', ';', '\t', 'system'] as const).map((separator) => ({ format: 'csv', separator }) as const),
  { format: 'json' }
];

describe('an example', () => {
  test.each(examples)('%o is read without a question and has two people to look at', async (example) => {
    const file: ResultFile = await readyFiles.exampleFile('technicians-file', example);
    const store = new FakeOrgStore({ groups: [group(1, 'First')], settings: { minimumPasswordStrength: 'excellent' } });
    const { plan, matched } = await plannedOf(file, store);
    expect(plan.counts).toMatchObject({ total: 2, ready: 2 });
    expect([...plan.drafts()].every(({ name, email }) => /example/i.test(name) && email.endsWith('@example.com'))).toBe(
      true
    );
    if (example.format === 'csv' && example.separator !== 'system') {
      expect(matched.table.text?.separator).toBe(example.separator);
    }
    expect(file.name).toBe(`technicians-example.${example.format}`);
  });
});
