import type { CommandRefusal, GroupFields } from '#lib/domain/change.ts';
import type { Group } from '#lib/domain/group.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { carryOut } from '#lib/ui/shell/carry-out.ts';
import { Draft } from '#lib/ui/shell/draft.svelte.ts';
import { m } from '#i18n/messages.js';

/** The properties of a group while they are edited. */
export class GroupEditing {
  readonly draft: Draft<GroupFields>;
  busy = $state(false);
  refusal = $state.raw<CommandRefusal | null>(null);

  readonly #group: Group;

  constructor(group: Group) {
    this.#group = group;
    this.draft = new Draft(groupFields(group));
  }

  follow(group: Group): void {
    this.draft.follow(groupFields(group));
  }

  edit(changes: Partial<GroupFields>): void {
    Object.assign(this.draft.values, changes);
  }

  /** Whether it is saved now. */
  async save(actorId: PersonId): Promise<boolean> {
    const { changes, expected, values } = this.draft;
    if (this.busy || !this.draft.dirty) return !this.draft.dirty;
    this.busy = true;
    const outcome = await carryOut(
      actorId,
      { kind: 'update-group', groupId: this.#group.id, ...changes, expected },
      m.group_saved({ name: values.name.trim() })
    );
    this.busy = false;
    // What was changed meanwhile shows with both values as soon as this tab has read it.
    this.refusal = 'code' in outcome && outcome.code !== 'changed-meanwhile' ? outcome : null;
    if ('code' in outcome) return false;
    this.draft.saved();
    return true;
  }

  discard(): void {
    this.draft.discard();
    this.refusal = null;
  }
}

function groupFields({ name, description, enabled }: Group): GroupFields {
  return { name, description, enabled };
}
