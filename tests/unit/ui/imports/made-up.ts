import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';

/** An import of five rows, one of each outcome. */
export const importRecord = (more: Partial<ImportRecord> = {}): ImportRecord => ({
  importId: 1,
  at: new Date(2026, 4, 4, 12).getTime(),
  actorId: 1,
  actorName: 'Ada Lovelace',
  kind: 'technicians-file',
  fileName: 'people.csv',
  format: 'csv',
  groupId: null,
  groupName: '',
  sheet: {
    index: 0,
    name: 'people',
    headerRowNumber: 1,
    header: ['Name'],
    matching: { name: 0 },
    resultColumn: 1,
    passwordColumns: []
  },
  created: 1,
  updated: 1,
  unchanged: 1,
  failed: 1,
  leftOut: 1,
  firstPersonId: 2,
  hasSource: false,
  noticeDismissed: false,
  ...more
});
