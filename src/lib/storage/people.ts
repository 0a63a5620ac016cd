/** People between the domain's words and the stored record. */
import { emailKey, type Person } from '#lib/domain/person.ts';
import { personRecord, type PersonRecord } from './records.ts';

/** Near enough to a dictionary's order for an index: no case, no accents. */
export function sortKey(name: string): string {
  if (/^[ -~]*$/.test(name)) return name.toLowerCase();
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** `before` is the record that this one replaces: what only the database knows of someone stays. */
export function toRecord(person: Person, before?: PersonRecord): PersonRecord {
  const key = emailKey(person.email);
  const record: PersonRecord = { id: person.id, emailKey: key, name: person.name };
  if (before?.imported !== undefined) record.imported = before.imported;
  if (person.email !== key) record.email = person.email;
  if (person.description) record.description = person.description;
  if (!person.enabled) record.disabled = true;
  if (person.role === 'technician') {
    record.groupId = person.groupId;
    record.sortKey = sortKey(person.name);
    if (person.nickname) record.nickname = person.nickname;
    if (person.ssoId) record.ssoId = person.ssoId;
    if (person.standardLicense) record.standard = true;
    if (person.mobileLicense) record.mobile = true;
  } else {
    record.role = person.role;
    if (person.role === 'administrator') record.assignedGroupIds = [...person.assignedGroupIds];
  }
  return record;
}

/** What was left out of the record has its ordinary value again. */
export function toPerson(record: PersonRecord): Person {
  const base = {
    id: record.id,
    name: record.name,
    email: record.email ?? record.emailKey,
    description: record.description ?? '',
    enabled: !record.disabled
  };
  if (record.role === 'master-administrator') return { ...base, role: record.role };
  if (record.role === 'administrator')
    return { ...base, role: record.role, assignedGroupIds: record.assignedGroupIds ?? [] };
  return {
    ...base,
    role: 'technician',
    groupId: record.groupId ?? 0,
    nickname: record.nickname ?? '',
    ssoId: record.ssoId ?? '',
    standardLicense: record.standard ?? false,
    mobileLicense: record.mobile ?? false
  };
}

/** One person as stored, checked on the way: single records are; lists of thousands are trusted to the one place that writes them. */
export function readPerson(stored: unknown): Person | null {
  return stored === undefined ? null : toPerson(personRecord.parse(stored));
}

/**
 * Of all that a person's record says of them, in 53 bits (cyrb53): equal for equal records, and different for different
 * ones as good as always.
 */
export function fingerprint(record: PersonRecord): number {
  const { emailKey: key, email, name, description, disabled, groupId, nickname, ssoId, standard, mobile } = record;
  const text = [key, email, name, description, disabled, groupId, nickname, ssoId, standard, mobile].join('\0');
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
