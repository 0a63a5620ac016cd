import { m } from '#i18n/messages.js';
import type { InvalidEmailReason, Problem, ProblemCode } from '#lib/import/problems.ts';
import type { PasswordStrength } from '#lib/domain/password-policy.ts';
import { columnName } from './columns.ts';
import { allOf, listed, number, quoted } from './lists.ts';
import { strengthName } from './strength-name.ts';

/**
 * One problem as one or two sentences: which field, its value where that is no password, who or which row else is
 * involved, and what to do (specification: Preview). A new code does not compile until it has its sentence.
 */
export function problemSentence(problem: Problem): string {
  switch (problem.code) {
    case 'missing-value':
      return m.problem_missing_value({ column: columnName(problem.field) });
    case 'error-value':
      return errorValueSentence(problem);
    case 'invalid-email':
      return invalidEmails[problem.reason ?? 'other']({ value: quoted(problem.value) });
    case 'duplicate-email':
      return duplicateSentence(problem);
    case 'email-in-use':
      return inUseSentence(problem);
    case 'person-not-yours':
      return m.problem_person_not_yours({
        value: quoted(problem.value),
        person: quoted(problem.personName),
        group: quoted(problem.groupName)
      });
    case 'too-long':
      return m.problem_too_long({
        column: columnName(problem.field),
        length: number(problem.length),
        allowed: number(problem.allowed)
      });
    case 'password-too-short':
      return m.problem_password_too_short({ length: problem.length, needed: number(problem.needed) });
    case 'password-whitespace':
      return m.problem_password_whitespace();
    case 'password-too-weak':
      return weakSentence(problem);
    case 'not-yes-no':
      return m.problem_not_yes_no({ column: columnName(problem.field), value: quoted(problem.value) });
    case 'group-missing':
      return m.problem_group_missing();
    case 'group-not-a-number':
      return m.problem_group_not_a_number({ value: quoted(problem.value) });
    case 'group-unknown':
      return unknownGroupSentence(problem);
    case 'group-disabled':
      if (problem.chosen) return m.problem_chosen_group_disabled({ group: quoted(problem.groupName) });
      return m.problem_group_disabled({ value: quoted(problem.value), group: quoted(problem.groupName) });
    case 'group-not-yours':
      if (problem.chosen) return m.problem_chosen_group_not_yours({ group: quoted(problem.groupName) });
      return m.problem_group_not_yours({ value: quoted(problem.value), group: quoted(problem.groupName) });
    case 'too-many-rows':
      return m.problem_too_many_rows({ allowed: number(problem.allowed) });
    case 'no-standard-seat':
      if (problem.seats === 0) return m.problem_no_standard_seat_none();
      return m.problem_no_standard_seat({ seats: problem.seats });
    case 'no-mobile-seat':
      if (problem.seats === 0) return m.problem_no_mobile_seat_none();
      return m.problem_no_mobile_seat({ seats: problem.seats });
    case 'password-masked':
      return m.problem_password_masked();
  }
}

/** A few words for a filter or a chart: "Email in use". */
export function problemName(code: ProblemCode): string {
  return problemNames[code]();
}

/** What a password of this level needs. */
export function strengthAdvice(strength: PasswordStrength): string {
  return {
    good: m.problem_password_advice_good,
    strong: m.problem_password_advice_strong,
    excellent: m.problem_password_advice_excellent
  }[strength]();
}

type Of<Code extends ProblemCode> = Extract<Problem, { code: Code }>;

function errorValueSentence({ field, value }: Of<'error-value'>): string {
  const column = columnName(field);
  return value === '' ? m.problem_error_value_password({ column }) : m.problem_error_value({ column, value });
}

const invalidEmails: Readonly<Record<InvalidEmailReason, (words: { value: string }) => string>> = {
  mailto: m.problem_invalid_email_mailto,
  'display-name': m.problem_invalid_email_display_name,
  several: m.problem_invalid_email_several,
  'no-domain-dot': m.problem_invalid_email_no_domain_dot,
  other: m.problem_invalid_email
};

function duplicateSentence({ value, otherRows, otherRowCount, taken }: Of<'duplicate-email'>): string {
  const rows = otherRows.map(String);
  if (otherRowCount > otherRows.length) {
    const many = taken ? m.problem_duplicate_email_many_taken : m.problem_duplicate_email_many;
    return many({ value: quoted(value), count: number(otherRowCount), rows: listed(rows) });
  }
  const few = taken ? m.problem_duplicate_email_taken : m.problem_duplicate_email;
  return few({ value: quoted(value), count: otherRowCount, rows: allOf(rows) });
}

function inUseSentence({ value, personName, role, groupName }: Of<'email-in-use'>): string {
  const words = { value: quoted(value), person: quoted(personName) };
  if (role === 'master-administrator') return m.problem_email_in_use_master_administrator(words);
  if (groupName === '') return m.problem_email_in_use_administrator(words);
  return m.problem_email_in_use({ ...words, group: quoted(groupName) });
}

function weakSentence({ reached, needed }: Of<'password-too-weak'>): string {
  const words = { needed: strengthName(needed), advice: strengthAdvice(needed) };
  if (reached === 'none') return m.problem_password_unacceptable(words);
  return m.problem_password_too_weak({ ...words, reached: strengthName(reached) });
}

function unknownGroupSentence({ value, nearest, chosen }: Of<'group-unknown'>): string {
  if (chosen) return m.problem_chosen_group_unknown({ value: quoted(value) });
  if (nearest === undefined) return m.problem_group_unknown({ value: quoted(value) });
  return m.problem_group_unknown_nearest({ value: quoted(value), id: String(nearest.id), group: quoted(nearest.name) });
}

const problemNames: Readonly<Record<ProblemCode, () => string>> = {
  'missing-value': m.problem_name_missing_value,
  'error-value': m.problem_name_error_value,
  'invalid-email': m.problem_name_invalid_email,
  'duplicate-email': m.problem_name_duplicate_email,
  'email-in-use': m.problem_name_email_in_use,
  'person-not-yours': m.problem_name_person_not_yours,
  'too-long': m.problem_name_too_long,
  'password-too-short': m.problem_name_password_too_short,
  'password-whitespace': m.problem_name_password_whitespace,
  'password-too-weak': m.problem_name_password_too_weak,
  'not-yes-no': m.problem_name_not_yes_no,
  'group-missing': m.problem_name_group_missing,
  'group-not-a-number': m.problem_name_group_not_a_number,
  'group-unknown': m.problem_name_group_unknown,
  'group-disabled': m.problem_name_group_disabled,
  'group-not-yours': m.problem_name_group_not_yours,
  'too-many-rows': m.problem_name_too_many_rows,
  'no-standard-seat': m.problem_name_no_standard_seat,
  'no-mobile-seat': m.problem_name_no_mobile_seat,
  'password-masked': m.problem_name_password_masked
};
