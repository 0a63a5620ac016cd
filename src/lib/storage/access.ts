/** Setting up, signing in and out (specification: People and tree, Passwords). */
import { derivePassword, samePassword, verifyNobody, verifyPassword } from '#lib/credentials/derive.ts';
import type { PasswordState } from '#lib/domain/password-age.ts';
import { checkPassword, type PasswordVerdict } from '#lib/domain/password-policy.ts';
import { emailKey, isEmail, type PersonId } from '#lib/domain/person.ts';
import { refusedName } from '#lib/domain/group-change.ts';
import { defaultSettings } from '#lib/domain/settings.ts';
import { readPasswordState } from '#lib/storage/passwords/password-state.ts';
import { sealedRecordOf, unsealPasswordOf } from '#lib/storage/passwords/sealed-passwords.ts';
import { forgetFailures, noteFailure, secondsToWait } from '#lib/storage/passwords/sign-in-attempts.ts';
import { database } from './database.ts';
import { toRecord } from './people.ts';
import { ONLY, type PersonRecord, settingsRecord } from './records.ts';
import { beginSession, endSession, sessionPerson } from './session.ts';

interface SetUp {
  readonly organizationName: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly staySignedIn: boolean;
}

export type SetUpRefusal =
  | { readonly code: 'already-set-up' }
  | { readonly code: 'organization-name-missing' }
  | { readonly code: 'organization-name-too-long'; readonly length: number; readonly allowed: number }
  | { readonly code: 'name-missing' }
  | { readonly code: 'name-too-long'; readonly length: number; readonly allowed: number }
  | { readonly code: 'invalid-email' }
  | { readonly code: 'password'; readonly verdict: PasswordVerdict & { readonly ok: false } };

/** Makes the organization and its first Master Administrator, and signs them in. */
export async function setUpOrganization(setUp: SetUp, db = database): Promise<{ readonly ok: true } | SetUpRefusal> {
  const [refusal] = refusedSetUp(setUp);
  if (refusal) return refusal;
  const now = Date.now();
  const personId = 1;
  const name = setUp.name.trim();
  const credentials = { personId, ...(await derivePassword(setUp.password)), changedAt: now, mustChange: false };
  const person = {
    id: personId,
    role: 'master-administrator',
    name,
    email: setUp.email.trim(),
    description: '',
    enabled: true
  } as const;
  const tables = [db.organization, db.settings, db.people, db.credentials, db.audit];
  const made = await db.transaction('rw', tables, async () => {
    if (await db.organization.get(ONLY)) return false;
    const organizationName = setUp.organizationName.trim();
    const counters = { revision: 1, nextGroupId: 1, nextPersonId: personId + 1 };
    await db.organization.add({ id: ONLY, name: organizationName, isSample: false, createdAt: now, ...counters });
    await db.settings.add({ id: ONLY, ...defaultSettings });
    await db.people.add(toRecord(person));
    await db.credentials.add(credentials);
    await db.audit.add({ at: now, actorId: personId, actorName: name, what: 'set-up', details: { organizationName } });
    return true;
  });
  if (!made) return { code: 'already-set-up' };
  await beginSession(personId, setUp.staySignedIn, db);
  return { ok: true };
}

/** Everything that is wrong, in the order of the form. */
export function refusedSetUp({ organizationName, name, email, password }: SetUp): readonly SetUpRefusal[] {
  const refusals: SetUpRefusal[] = [];
  const organization = refusedName(organizationName);
  if (organization?.code === 'name-missing') refusals.push({ code: 'organization-name-missing' });
  if (organization?.code === 'name-too-long') refusals.push({ ...organization, code: 'organization-name-too-long' });
  const person = refusedName(name);
  if (person?.code === 'name-missing' || person?.code === 'name-too-long') refusals.push(person);
  if (!isEmail(email.trim())) refusals.push({ code: 'invalid-email' });
  const verdict = checkPassword(password, defaultSettings.minimumPasswordStrength);
  if (!verdict.ok) refusals.push({ code: 'password', verdict });
  return refusals;
}

interface SignIn {
  readonly email: string;
  readonly password: string;
  readonly staySignedIn: boolean;
}

type SignInOutcome =
  | ({ readonly ok: true; readonly personId: PersonId } & PasswordState)
  /** Unknown email, wrong password or disabled: which one is not said, nor shown by the time it takes. */
  | { readonly code: 'wrong' }
  | { readonly code: 'wait'; readonly seconds: number };

/** Begins a session of this tab or, where the person asked for it, of this device; tries are slowed down after a few failures. */
export async function signIn({ email, password, staySignedIn }: SignIn, db = database): Promise<SignInOutcome> {
  const key = emailKey(email);
  const seconds = await secondsToWait(key, db);
  if (seconds > 0) return { code: 'wait', seconds };
  const person = await db.people.get({ emailKey: key });
  const known = person ? await verifyPerson(person, password, db) : await verifyNobody(password);
  if (!person || !known || person.disabled) {
    await noteFailure(key, db);
    return { code: 'wrong' };
  }
  await forgetFailures(key, db);
  await beginSession(person.id, staySignedIn, db);
  await db.audit.add({ at: Date.now(), actorId: person.id, actorName: person.name, what: 'sign-in', details: {} });
  return { ok: true, personId: person.id, ...(await readPasswordState(person.id, db)) };
}

async function verifyPerson(person: PersonRecord, password: string, db = database): Promise<boolean> {
  // The sealed record first: were it derived and deleted in between, the credentials are there by the second look.
  const sealed = await sealedRecordOf(person.id, db);
  const credentials = await db.credentials.get(person.id);
  if (credentials) return await verifyPassword(password, credentials);
  await verifyNobody(password);
  const expected = sealed && (await unsealPasswordOf(person.id, sealed, db));
  return expected !== null && samePassword(password, expected);
}

/** Of this tab, and of this device if the person had stayed signed in. */
export async function signOut(db = database): Promise<void> {
  const actorId = await sessionPerson(db);
  const person = actorId === null ? undefined : await db.people.get(actorId);
  await endSession(db);
  if (!person) return;
  await db.audit.add({ at: Date.now(), actorId: person.id, actorName: person.name, what: 'sign-out', details: {} });
}

type PasswordChange =
  | { readonly ok: true }
  /** The present password is not the one that was given. */
  | { readonly code: 'wrong' }
  | { readonly code: 'same-password' }
  | { readonly code: 'wait'; readonly seconds: number }
  | { readonly code: 'password'; readonly verdict: PasswordVerdict & { readonly ok: false } };

/** A person changes their own password; afterwards it need not be changed at the next sign-in. */
export async function changeOwnPassword(
  personId: PersonId,
  present: string,
  next: string,
  db = database
): Promise<PasswordChange> {
  const person = await db.people.get(personId);
  if (!person) return { code: 'wrong' };
  const seconds = await secondsToWait(person.emailKey, db);
  if (seconds > 0) return { code: 'wait', seconds };
  if (!(await verifyPerson(person, present, db))) {
    await noteFailure(person.emailKey, db);
    return { code: 'wrong' };
  }
  if (samePassword(present, next)) return { code: 'same-password' };
  const settings = settingsRecord.parse(await db.settings.get(ONLY));
  const verdict = checkPassword(next, settings.minimumPasswordStrength);
  if (!verdict.ok) return { code: 'password', verdict };
  const derived = await derivePassword(next);
  const at = Date.now();
  await db.transaction('rw', [db.credentials, db.audit], async () => {
    await db.credentials.put({ personId, ...derived, changedAt: at, mustChange: false });
    await db.audit.add({
      at,
      actorId: personId,
      actorName: person.name,
      what: 'change-own-password',
      changed: ['password'],
      details: { personId }
    });
  });
  return { ok: true };
}
