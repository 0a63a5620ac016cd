import { createContext } from 'svelte';
import type { PasswordState } from '#lib/domain/password-age.ts';
import type { Person, PersonId } from '#lib/domain/person.ts';
import { watchDatabaseState, databaseState, type DatabaseState } from '#lib/storage/device.ts';
import {
  liveOrganization,
  livePasswordState,
  livePerson,
  liveSession,
  type Organization
} from '#lib/storage/live-session.ts';
import { live } from './live.svelte.ts';

type DatabaseTrouble = Exclude<DatabaseState, 'opening' | 'ready'>;

/** Why the whole window is taken by one message. */
export type TroubleKind = DatabaseTrouble | 'unexpected' | 'not-found';

type SessionState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'trouble'; readonly trouble: DatabaseTrouble }
  | { readonly kind: 'no-organization' }
  | { readonly kind: 'signed-out'; readonly organization: Organization }
  | {
      readonly kind: 'signed-in';
      readonly organization: Organization;
      readonly person: Person;
      readonly password: PasswordState;
    };

/** Who is here, kept up to date with every tab. Made once, in the frame around all pages. */
export class Session {
  /** While an organization is being made and its person signed in, nobody is sent to another page. */
  settingUp = $state(false);
  /** From **Sign out** to the sign-in page: the next person is not taken to where this one was. */
  leaving = $state(false);

  #database = $state<DatabaseState>('opening');
  readonly #organization = live(() => (this.#database === 'ready' ? liveOrganization() : null));
  readonly #personId = live(() => (this.#database === 'ready' ? liveSession() : null));
  readonly #person = live(() => {
    const id = this.#personId.current;
    return typeof id === 'number' ? livePerson(id) : null;
  });
  readonly #password = live(() => {
    const id = this.#personId.current;
    return typeof id === 'number' ? livePasswordState(id) : null;
  });
  /** Whose password was fine here: whoever is at work when it is changed or ends is asked at the next sign-in. */
  #wasFine = $state<PersonId | null>(null);

  readonly state: SessionState = $derived.by(() => {
    if (this.#database === 'opening') return { kind: 'opening' };
    if (this.#database !== 'ready') return { kind: 'trouble', trouble: this.#database };
    const organization = this.#organization.current;
    const personId = this.#personId.current;
    const person = this.#person.current;
    if (organization === undefined || personId === undefined) return { kind: 'opening' };
    if (organization === null) return { kind: 'no-organization' };
    if (personId === null || person === null) return { kind: 'signed-out', organization };
    const password = this.#password.current;
    if (person === undefined || password === undefined) return { kind: 'opening' };
    const mustChange = this.#wasFine === person.id ? null : password.mustChange;
    return { kind: 'signed-in', organization, person, password: { ...password, mustChange } };
  });

  constructor() {
    $effect(() => {
      const stop = watchDatabaseState((state) => (this.#database = state));
      void databaseState();
      return stop;
    });
    $effect(() => {
      const id = this.#personId.current ?? null;
      if (id === null || this.#password.current?.mustChange === null) this.#wasFine = id;
    });
  }

  /** The signed-in person. Only pages inside the shell may ask: elsewhere nobody may be signed in. */
  get actor(): Person {
    if (this.state.kind !== 'signed-in') throw new Error('asked for the signed-in person while nobody is');
    return this.state.person;
  }
}

export const [getSession, setSession] = createContext<Session>();
