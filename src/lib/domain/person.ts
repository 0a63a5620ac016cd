import type { GroupId } from './group.ts';

export type PersonId = number;

export type Role = 'master-administrator' | 'administrator' | 'technician';

interface PersonBase {
  readonly id: PersonId;
  readonly name: string;
  /** As typed; `emailKey` is what must be unique. */
  readonly email: string;
  readonly description: string;
  readonly enabled: boolean;
}

export interface MasterAdministrator extends PersonBase {
  readonly role: 'master-administrator';
}

export interface Administrator extends PersonBase {
  readonly role: 'administrator';
  readonly assignedGroupIds: readonly GroupId[];
}

export interface Technician extends PersonBase {
  readonly role: 'technician';
  readonly groupId: GroupId;
  readonly nickname: string;
  readonly ssoId: string;
  readonly standardLicense: boolean;
  readonly mobileLicense: boolean;
}

export type Person = MasterAdministrator | Administrator | Technician;

/** In characters as a person counts them (code points); also of group names and of the other short fields. */
export const MAX_NAME_LENGTH = 128;
const MAX_EMAIL_LENGTH = 254;
const MAX_LOCAL_PART_LENGTH = 64;

/** Two emails are the same person's when their keys are equal (specification: unique without regard to case). */
export function emailKey(email: string): string {
  return email.trim().toLowerCase().normalize('NFC');
}

/** An address as most are, already its own key: so short that none of its parts can be too long. */
const PLAIN_EMAIL = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z]{2,}$/;
const LONGEST_PLAIN = 64;

/** `emailKey` of a trimmed text, or '' where it is no email: of files with a million of them. */
export function keyOfEmail(text: string): string {
  if (text.length <= LONGEST_PLAIN && PLAIN_EMAIL.test(text)) return text;
  return isEmail(text) ? emailKey(text) : '';
}

const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+(?!\p{N}+$)[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])$/u;

/**
 * Addresses people have: RFC 5321 without quoted local parts and address literals, with RFC 6531's letters.
 * Expects trimmed text, as cells and fields hand it on.
 */
export function isEmail(text: string): boolean {
  if (text.length > MAX_EMAIL_LENGTH) return false;
  const at = text.lastIndexOf('@');
  if (at < 1 || at > MAX_LOCAL_PART_LENGTH) return false;
  return LOCAL_PART.test(text.slice(0, at)) && DOMAIN.test(text.slice(at + 1));
}

/** Length in code points. */
export function characterCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit < 0xdc00) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0xdc00 && next < 0xe000) at++;
    }
    count++;
  }
  return count;
}
