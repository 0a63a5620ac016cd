import { expect, it } from 'vitest';
import { parseImport } from '#lib/storage/imports/import-repository.ts';

const record = {
  ...{ importId: 1, at: 0, actorId: 1, actorName: 'Ada', kind: 'technicians-file', fileName: 'a.csv', format: 'csv' },
  ...{ groupId: null, groupName: '', firstPersonId: 2, hasSource: true, noticeDismissed: false },
  sheet: { index: 0, name: '', headerRowNumber: 1, header: [], matching: {}, resultColumn: 0, passwordColumns: [] },
  ...{ created: 1, updated: 0, unchanged: 0, failed: 3, leftOut: 0 }
};

it('an import with a kind of problem that this version does not know is read without it', () => {
  const read = parseImport({ ...record, byProblem: { 'missing-value': 2, 'of-another-version': 1 } });
  expect(read.byProblem).toEqual({ 'missing-value': 2 });
  expect(parseImport(record)).not.toHaveProperty('byProblem');
});
