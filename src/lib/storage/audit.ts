import type { OrgCommand } from '#lib/domain/change.ts';
import type { AuditRecord } from './records.ts';

/** What a command was done to, flat and without a password, as the audit trail keeps it. */
export function auditDetails(
  command: OrgCommand,
  done: { readonly groupId?: number; readonly personId?: number }
): AuditRecord['details'] {
  const details: Record<string, string | number | boolean | null> = {};
  const note = (fields: object): void => {
    for (const [key, value] of Object.entries(fields)) {
      if (key === 'kind' || key === 'expected' || key === 'password') continue;
      if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
        details[key] = value;
      else if (Array.isArray(value))
        details[key] = value.map((item) => (typeof item === 'number' ? item : item?.personId)).join(' ');
      else if (typeof value === 'object') note(value);
    }
  };
  note(command);
  if ('password' in command && command.password !== undefined) details.passwordSet = true;
  if (done.groupId !== undefined) details.groupId = done.groupId;
  if (done.personId !== undefined) details.personId = done.personId;
  return details;
}
