import { m } from '#i18n/messages.js';
import type { KeptPerson, UndoRefusal } from '#lib/storage/imports/undo-import.ts';

export function undoRefusalSentence({ code }: UndoRefusal): string {
  return refusals[code]();
}

const refusals: Readonly<Record<UndoRefusal['code'], () => string>> = {
  'not-allowed': m.imports_undo_not_allowed,
  'unknown-import': m.imports_gone_title,
  'already-undone': m.imports_undo_already,
  'organization-changed': m.imports_undo_changed,
  'storage-full': m.refusal_storage_full
};

export function whyKeptSentence({ why }: KeptPerson): string {
  return reasons[why]();
}

const reasons: Readonly<Record<KeptPerson['why'], () => string>> = {
  changed: m.imports_kept_changed,
  'password-changed': m.imports_kept_password,
  'group-gone': m.imports_kept_group_gone,
  'no-seat': m.imports_kept_no_seat,
  'password-gone': m.imports_kept_password_gone,
  unknown: m.imports_kept_unknown
};
