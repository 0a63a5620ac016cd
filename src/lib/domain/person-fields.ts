import type { CommandRefusal } from './change.ts';
import { refusedName } from './group-change.ts';
import { isEmail, type Person } from './person.ts';

/** The rules a person's own fields obey, whoever writes them. Expects them `trimmed`. */
export function refusedPerson(person: Person): CommandRefusal | null {
  const short = person.role === 'technician' ? [person.nickname, person.ssoId].filter((text) => text !== '') : [];
  const refusal = [person.name, ...short].map(refusedName).find((refused) => refused !== null);
  if (refusal) return refusal;
  return isEmail(person.email) ? null : { code: 'invalid-email' };
}

/** Without white space around what was typed. */
export function trimmed<Anyone extends Person>(person: Anyone): Anyone {
  const base = { name: person.name.trim(), email: person.email.trim(), description: person.description.trim() };
  if (person.role !== 'technician') return { ...person, ...base };
  return { ...person, ...base, nickname: person.nickname.trim(), ssoId: person.ssoId.trim() };
}
