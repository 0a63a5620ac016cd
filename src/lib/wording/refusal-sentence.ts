import { m } from '#i18n/messages.js';
import type { CommitRefusal } from '#lib/import/road.ts';

/** Why an import was not committed, that nothing was written, and what to do. */
export function refusalSentence(refusal: CommitRefusal): string {
  return sentences[refusal.code]();
}

const sentences: Readonly<Record<CommitRefusal['code'], () => string>> = {
  'organization-changed': m.refusal_organization_changed,
  'storage-full': m.refusal_storage_full,
  'not-allowed': m.refusal_not_allowed,
  'group-gone': m.refusal_group_gone,
  'nothing-to-import': m.refusal_nothing_to_import,
  cancelled: m.refusal_cancelled
};
