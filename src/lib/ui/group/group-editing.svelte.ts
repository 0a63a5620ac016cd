import type { GroupFields } from '#lib/domain/change.ts';
import type { Group, GroupId } from '#lib/domain/group.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { Editing } from '#lib/ui/shell/editing.svelte.ts';
import { m } from '#i18n/messages.js';

/** The properties of a group while they are edited. */
export class GroupEditing extends Editing<GroupFields> {
  readonly #groupId: GroupId;

  constructor(group: Group) {
    super(groupFields(group));
    this.#groupId = group.id;
  }

  follow(group: Group): void {
    this.draft.follow(groupFields(group));
  }

  /** Whether it is saved now. */
  save(actorId: PersonId): Promise<boolean> {
    const { changes, expected, values } = this.draft;
    const command = () => ({ kind: 'update-group', groupId: this.#groupId, ...changes, expected }) as const;
    return this.carryOut(actorId, command, m.group_saved({ name: values.name.trim() }));
  }
}

function groupFields({ name, description, enabled }: Group): GroupFields {
  return { name, description, enabled };
}
