import type { PersonId } from '#lib/domain/person.ts';
import type { OrganizationSettings } from '#lib/domain/settings.ts';
import { Editing } from '#lib/ui/shell/editing.svelte.ts';
import { m } from '#i18n/messages.js';
import { settingsForm, settingsOf, type SettingsForm } from './settings-form.ts';

/** The global settings while they are edited. */
export class SettingsEditing extends Editing<SettingsForm> {
  constructor(settings: OrganizationSettings) {
    super(settingsForm(settings));
  }

  follow(settings: OrganizationSettings): void {
    this.draft.follow(settingsForm(settings));
  }

  /** Whether they are saved now. */
  save(actorId: PersonId): Promise<boolean> {
    const { changes, expected } = this.draft;
    const command = () =>
      ({ kind: 'update-settings', changes: settingsOf(changes), expected: settingsOf(expected) }) as const;
    return this.carryOut(actorId, command, m.settings_saved());
  }
}
