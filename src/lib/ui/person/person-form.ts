/** The fields of a person's form and what is wrong with them: the rules are the domain's, the same as an import's. */
import type { AdministratorFields, AdministratorRole, AnyAdministrator } from '#lib/domain/administrator-change.ts';
import type { TechnicianFields } from '#lib/domain/change.ts';
import { refusedName } from '#lib/domain/group-change.ts';
import type { GroupId } from '#lib/domain/group.ts';
import { checkPassword, type PasswordStrength } from '#lib/domain/password-policy.ts';
import { isEmail, type Technician } from '#lib/domain/person.ts';
import { commandRefusalSentence } from '#lib/ui/shell/command-words.ts';
import { m } from '#i18n/messages.js';
import { passwordRefusal } from './password-words.ts';

export interface TechnicianForm extends TechnicianFields {
  readonly groupId: GroupId;
}

export interface AdministratorForm extends AdministratorFields {
  readonly role: AdministratorRole;
}

export type PersonForm = AdministratorFields & Partial<TechnicianForm> & Partial<AdministratorForm>;

export type PersonFaults = Readonly<Partial<Record<keyof TechnicianForm | 'role' | 'password', string>>>;

export function technicianForm(technician: Technician): TechnicianForm {
  const { name, nickname, email, ssoId, description, enabled, standardLicense, mobileLicense, groupId } = technician;
  return { name, nickname, email, ssoId, description, enabled, standardLicense, mobileLicense, groupId };
}

export function administratorForm({ name, email, description, enabled, role }: AnyAdministrator): AdministratorForm {
  return { name, email, description, enabled, role };
}

interface PersonRules {
  /** Who has this email already, the person itself not counted. */
  readonly owner: string | null;
  readonly minimum: PasswordStrength;
  readonly passwordNeeded: boolean;
}

/** A sentence for each field that the domain would refuse. */
export function personFaults(form: PersonForm, password: string, rules: PersonRules): PersonFaults {
  const faults: Partial<Record<keyof TechnicianForm | 'password', string>> = {};
  const name = refusedName(form.name);
  if (name) faults.name = commandRefusalSentence(name);
  for (const field of ['nickname', 'ssoId'] as const) {
    const text = form[field]?.trim() ?? '';
    const refusal = text === '' ? null : refusedName(text);
    if (refusal) faults[field] = commandRefusalSentence(refusal);
  }
  const email = form.email.trim();
  if (email === '') faults.email = m.person_email_missing();
  else if (!isEmail(email)) faults.email = m.setup_invalid_email();
  else if (rules.owner !== null) faults.email = rules.owner;
  if (password === '' && rules.passwordNeeded) faults.password = m.person_password_missing();
  else if (password !== '') {
    const verdict = checkPassword(password, rules.minimum);
    if (!verdict.ok) faults.password = passwordRefusal(verdict);
  }
  return faults;
}

/** While typing, a field that nobody touched yet is not called wrong. */
export function faultsOfTouched(faults: PersonFaults, form: PersonForm, before: PersonForm): PersonFaults {
  const touched = Object.entries(faults).filter(
    ([field]) => field !== 'password' && Reflect.get(form, field) !== Reflect.get(before, field)
  );
  return Object.fromEntries(touched);
}
