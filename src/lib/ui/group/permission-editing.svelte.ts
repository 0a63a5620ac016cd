/** The permissions of one group, or of "Technician Groups" itself, while they are edited: what differs is saved at once. */
import type { GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import {
  changePermissions,
  effectivePermissions,
  permissionIds,
  type EffectivePermissions,
  type PermissionId,
  type PermissionsByGroup,
  type PermissionSetting
} from '#lib/domain/permissions.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { liveGroupPermissions } from '#lib/storage/live-queries.ts';
import { Editing } from '#lib/ui/shell/editing.svelte.ts';
import { live } from '#lib/ui/shell/live.svelte.ts';

/** null: inherited. */
type PermissionForm = Record<PermissionId, PermissionSetting | null>;

export class PermissionEditing extends Editing<PermissionForm> {
  readonly #groupId: GroupId | null;
  readonly #settings = live(liveGroupPermissions);

  /** To be made while a component is: it listens to the database for as long as that lives. */
  constructor(groupId: GroupId | null) {
    super(formOf({}));
    this.#groupId = groupId;
    $effect(() => {
      const settings = this.#settings.current;
      if (settings) this.draft.follow(formOf(settings.get(groupId) ?? {}));
    });
  }

  get ready(): boolean {
    return this.#settings.current !== undefined;
  }

  get saved(): PermissionsByGroup {
    return this.#settings.current ?? new Map<GroupId, never>();
  }

  /** As it will be once what is edited is saved. */
  effective(tree: OrgTree): EffectivePermissions {
    const own = changePermissions(this.saved.get(this.#groupId) ?? {}, this.draft.changes);
    return effectivePermissions(tree, this.#groupId, new Map(this.saved).set(this.#groupId, own));
  }

  set(id: PermissionId, setting: PermissionSetting | null): void {
    this.draft.values[id] = setting;
  }

  /** Whether it is saved now. */
  save(actorId: PersonId, said: string): Promise<boolean> {
    const { changes, expected } = this.draft;
    const command = () => ({ kind: 'set-permissions', groupId: this.#groupId, changes, expected }) as const;
    return this.carryOut(actorId, command, said);
  }
}

function formOf(own: Partial<PermissionForm>): PermissionForm {
  return Object.fromEntries(permissionIds.map((id) => [id, own[id] ?? null])) as PermissionForm;
}
