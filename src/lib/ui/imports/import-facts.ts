import { m } from '#i18n/messages.js';
import type { ImportRecord, UndoneImport } from '#lib/import/5-commit/org-store.ts';
import { moment } from '#lib/wording/times.ts';

export function kindOf(record: ImportRecord): string {
  return record.kind === 'agents-workbook' ? m.imports_kind_agents() : m.imports_kind_technicians();
}

/** Where its people went. */
export function destinationOf(record: ImportRecord): string {
  return record.groupName === '' ? m.imports_into_several() : m.imports_into({ group: record.groupName });
}

export function mayBeUndone({ undone, created, updated }: ImportRecord): boolean {
  return !undone && created + updated > 0;
}

/** That an import was taken back, by whom, and what came of it. */
export function undoneSentence(undone: UndoneImport): string {
  return [
    m.imports_undone({ when: moment(undone.at), who: undone.actorName }),
    m.imports_undone_removed({ count: undone.removed }),
    ...(undone.restored > 0 ? [m.imports_undone_restored({ count: undone.restored })] : []),
    ...(undone.kept > 0 ? [m.imports_undone_kept({ count: undone.kept })] : [])
  ].join(' ');
}
