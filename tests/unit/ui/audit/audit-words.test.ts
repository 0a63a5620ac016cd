import { expect, test } from 'vitest';
import type { AuditEntry } from '#lib/storage/audit-trail.ts';
import { detailWords } from '#lib/ui/audit/audit-words.ts';

const imported = (details: AuditEntry['details']): AuditEntry => ({
  id: 1,
  at: 0,
  actorId: 1,
  actorName: 'Ada',
  what: 'import-users',
  subjects: [],
  changed: [],
  details
});

test('an import is told by the outcomes that its rows had, in the words of the import itself', () => {
  const counts = { created: 1200, updated: 0, failed: 40, leftOut: 2 };
  expect(detailWords(imported({ groupName: 'Europe', ...counts }))).toBe(
    'Europe · Created 1,200, Not imported 40, Left out 2'
  );
  expect(detailWords(imported({ groupName: null, ...counts, failed: 0, leftOut: 0, updated: 3 }))).toBe(
    'Created 1,200, Updated 3'
  );
});
