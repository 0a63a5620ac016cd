import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { previewImport } from '#lib/import/pipeline.ts';
import { problemCodes, type ProblemCode } from '#lib/import/problems.ts';
import type { ImportRequest } from '#lib/import/road.ts';
import { problemSentence } from '#lib/wording/problem-sentence.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { learnOwners } from '#lib/import/owners.ts';
import { FakeOrgStore, type FakeOrganization } from '../unit/import/fake-org-store.ts';

/** Each folder is a claim: `rows.csv` is imported, and `sample.json` says into what and what each row is told. */
interface Sample {
  readonly shows: ProblemCode;
  readonly request: ImportRequest;
  readonly organization: FakeOrganization;
  /** By row number: the sentences, none where the row is ready. */
  readonly rows: Readonly<Record<number, readonly string[]>>;
}

const here = new URL('./', import.meta.url);
const samples = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const file = (of: string): string => readFileSync(new URL(`${name}/${of}`, here), 'utf8');
    return {
      name,
      claim: name.replaceAll('-', ' '),
      csv: file('rows.csv'),
      ...(JSON.parse(file('sample.json')) as Sample)
    };
  });

describe.each(samples)('$claim', ({ csv, shows, request, organization, rows }) => {
  test(shows, async () => {
    const store = new FakeOrgStore(organization);
    const source = { name: 'rows.csv', bytes: new Blob([csv]) };
    const outcome = await previewImport(source, request, { store, phrasebook });
    if (outcome.kind !== 'preview') throw new Error(`There should be a preview, not ${JSON.stringify(outcome)}`);
    const { plan } = outcome.planned;
    const places = plan.select('all', 0, Infinity);
    await learnOwners(plan, places, store);
    const planned = places.map((row) => plan.row(row));
    const told = Object.fromEntries(
      planned.map(({ rowNumber, problems }) => [rowNumber, problems.map(problemSentence)])
    );
    expect(told).toEqual(rows);
    expect(plan.counts.byProblem[shows]).toBeGreaterThan(0);
  });
});

test('every problem code has a sample', () => {
  expect(new Set(samples.map(({ shows }) => shows))).toEqual(new Set(problemCodes));
});
