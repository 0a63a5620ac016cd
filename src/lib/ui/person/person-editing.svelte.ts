/** A person's form while it is filled in: its draft, the new password, and what is wrong with them at each key. */
import type { OrgCommand } from '#lib/domain/change.ts';
import { changeAdministrator, losesLastMaster } from '#lib/domain/administrator-change.ts';
import { missingSeat } from '#lib/domain/licenses.ts';
import { isEmail, type Person, type PersonId } from '#lib/domain/person.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import { defaultSettings, type OrganizationSettings } from '#lib/domain/settings.ts';
import { liveAdministrators, liveEmailOwner, liveSeatsUsed, liveSettings } from '#lib/storage/live-queries.ts';
import { groupPath } from '#lib/ui/group/group-finder.ts';
import { commandRefusalSentence } from '#lib/ui/shell/command-words.ts';
import { Editing } from '#lib/ui/shell/editing.svelte.ts';
import { live, type Live } from '#lib/ui/shell/live.svelte.ts';
import { m } from '#i18n/messages.js';
import { faultsOfTouched, personFaults, type PersonFaults, type PersonForm } from './person-form.ts';

interface Edited<Form> {
  readonly form: Form;
  /** null: someone new, who needs a password. */
  readonly personId: PersonId | null;
  readonly tree: () => OrgTree;
}

export class PersonEditing<Form extends PersonForm> extends Editing<Form> {
  readonly settings: OrganizationSettings;
  readonly faults: PersonFaults;
  /** Those of fields that were touched, until somebody tries to save. */
  readonly shown: PersonFaults;
  password = $state('');
  /** Somebody tried to save: from then on every fault is shown. */
  submitted = $state(false);

  readonly #edited: Edited<Form>;
  readonly #seats = live(liveSeatsUsed);
  readonly #administrators = live(() => (this.draft.values.role === undefined ? null : liveAdministrators()));
  readonly #owner: Live<Person | null>;

  /** To be made while a component is: it listens to the database for as long as that lives. */
  constructor(edited: Edited<Form>) {
    super(edited.form);
    this.#edited = edited;
    const settings = live(liveSettings);
    this.#owner = live(() => {
      const { email } = this.draft.values;
      return isEmail(email.trim()) ? liveEmailOwner(email) : null;
    });
    this.settings = $derived(settings.current ?? defaultSettings);
    this.faults = $derived(this.#allFaults());
    this.shown = $derived(
      this.submitted
        ? this.faults
        : { ...faultsOfTouched(this.faults, this.draft.values, this.draft.before), ...this.#refusedFaults() }
    );
  }

  override edit(changes: Partial<PersonForm>): void {
    Object.assign(this.draft.values, changes);
  }

  override get dirty(): boolean {
    return this.draft.dirty || this.password !== '';
  }

  get fine(): boolean {
    return Object.keys(this.faults).length === 0;
  }

  /** Whether it is saved now. Nothing is tried while a field is wrong. */
  async save(actorId: PersonId, command: () => OrgCommand, said: string): Promise<boolean> {
    if (this.busy || !this.dirty) return !this.dirty;
    this.submitted = true;
    return this.fine && (await this.carryOut(actorId, command, said));
  }

  protected override settleWhenSaved(): () => void {
    const settle = super.settleWhenSaved();
    const { password } = this;
    return () => {
      settle();
      if (this.password === password) this.password = '';
      this.submitted = false;
    };
  }

  override discard(): void {
    super.discard();
    this.password = '';
    this.submitted = false;
  }

  #allFaults(): PersonFaults {
    const rules = {
      owner: this.#ownerSentence(),
      minimum: this.settings.minimumPasswordStrength,
      passwordNeeded: this.#edited.personId === null
    };
    return {
      ...personFaults(this.draft.values, this.password, rules),
      ...this.#seatFault(),
      ...this.#lastMasterFault()
    };
  }

  #ownerSentence(): string | null {
    const owner = this.#owner.current;
    if (!owner || owner.id === this.#edited.personId) return null;
    const group = owner.role === 'technician' ? groupPath(this.#edited.tree(), owner.groupId) : '';
    return group === ''
      ? m.person_email_owner({ name: owner.name })
      : m.person_email_owner_in({ name: owner.name, group });
  }

  /** What has nothing to do with typing is said at once. */
  #refusedFaults(): PersonFaults {
    return { ...this.#seatFault(), ...this.#lastMasterFault() };
  }

  /** Said before anybody tries: the role and the mark are where it can be put right. */
  #lastMasterFault(): PersonFaults {
    const people = this.#administrators.current ?? [];
    const before = people.find(({ id }) => id === this.#edited.personId);
    const { role, enabled } = this.draft.values;
    if (!before || role === undefined) return {};
    const after = changeAdministrator(before, { role, enabled });
    const masters = people.filter((one) => one.role === 'master-administrator' && one.enabled);
    if (!losesLastMaster([before], [after], masters.length)) return {};
    const sentence = commandRefusalSentence({ code: 'last-master-administrator' });
    return role === before.role ? { enabled: sentence } : { role: sentence };
  }

  #seatFault(): PersonFaults {
    const used = this.#seats.current;
    const { enabled, standardLicense = false, mobileLicense = false } = this.draft.values;
    if (!used || this.draft.values.standardLicense === undefined) return {};
    const { before } = this.draft;
    const had = this.#edited.personId === null ? null : seatTaker(before);
    const license = missingSeat(this.settings, used, had, { enabled, standardLicense, mobileLicense });
    if (license === null) return {};
    const sentence = commandRefusalSentence({ code: 'no-seat', license });
    const isLicensed = license === 'standard' ? before.standardLicense : before.mobileLicense;
    // The mark that was put last is the one that asks for the seat.
    if (had && !had.enabled && isLicensed) return { enabled: sentence };
    return license === 'standard' ? { standardLicense: sentence } : { mobileLicense: sentence };
  }
}

function seatTaker({ enabled, standardLicense = false, mobileLicense = false }: PersonForm) {
  return { enabled, standardLicense, mobileLicense };
}
