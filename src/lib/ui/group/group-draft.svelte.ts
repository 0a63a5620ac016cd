import type { GroupFields } from '#lib/domain/change.ts';
import type { Group } from '#lib/domain/group.ts';

/** The fields of a group while they are edited, beside what they were when the editing began. */
export class GroupDraft {
  #base = $state.raw<GroupFields>({ name: '', description: '', enabled: true });
  name = $state('');
  description = $state('');
  enabled = $state(true);

  readonly dirty = $derived(Object.keys(this.changes).length > 0);

  constructor(group: Group) {
    this.take(group);
  }

  /** What differs from the beginning: only that is saved. */
  get changes(): Partial<GroupFields> {
    return {
      ...(this.name.trim() !== this.#base.name && { name: this.name }),
      ...(this.description.trim() !== this.#base.description && { description: this.description }),
      ...(this.enabled !== this.#base.enabled && { enabled: this.enabled })
    };
  }

  /** What the changed fields were: a command that expects them is refused when somebody else changed them meanwhile. */
  get expected(): Partial<GroupFields> {
    return Object.fromEntries(Object.keys(this.changes).map((field) => [field, Reflect.get(this.#base, field)]));
  }

  take({ name, description, enabled }: Group): void {
    this.#base = { name, description, enabled };
    this.name = name;
    this.description = description;
    this.enabled = enabled;
  }
}
