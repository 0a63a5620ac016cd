import type { CommandRefusal } from './change.ts';
import { refusedName } from './group-change.ts';
import { isEmail, type Technician } from './person.ts';

/** The rules a technician's own fields obey, whoever writes them. */
export function refusedTechnician(technician: Technician): CommandRefusal | null {
  const refusal =
    refusedName(technician.name) ?? (technician.nickname.trim() ? refusedName(technician.nickname) : null);
  if (refusal) return refusal;
  return isEmail(technician.email) ? null : { code: 'invalid-email' };
}
