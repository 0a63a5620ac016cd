/** What the actions of the tree do: the command, the words said afterwards, and where the focus and the selection go. */
import type { CommandDone, CommandRefusal } from '#lib/domain/change.ts';
import type { Group, GroupId } from '#lib/domain/group.ts';
import { carryOut, carryOutOrSay } from '#lib/ui/shell/carry-out.ts';
import type { Session } from '#lib/ui/shell/session.svelte.ts';
import { m } from '#i18n/messages.js';
import type { OrganizationView } from './organization-view.svelte.ts';
import { groupKey } from './tree-nodes.ts';

export class NodeChanges {
  readonly #session: Session;
  readonly #view: OrganizationView;

  constructor(session: Session, view: OrganizationView) {
    this.#session = session;
    this.#view = view;
  }

  async create(parentId: GroupId | null, name: string): Promise<CommandRefusal | null> {
    const outcome = await carryOut(
      this.#actorId,
      { kind: 'create-group', parentId, name },
      m.group_created({ name: name.trim() })
    );
    if ('code' in outcome) return outcome;
    this.#view.search = '';
    this.#view.expansion.open('technician-groups', ...(parentId === null ? [] : [groupKey(parentId)]));
    this.#goTo(outcome);
    return null;
  }

  async rename(group: Group, name: string): Promise<CommandRefusal | null> {
    if (name.trim() === group.name) return null;
    const command = { kind: 'update-group', groupId: group.id, name, expected: { name: group.name } } as const;
    return refusalOf(await carryOut(this.#actorId, command, m.tree_renamed({ before: group.name, name: name.trim() })));
  }

  async renameOrganization(before: string, name: string): Promise<CommandRefusal | null> {
    if (name.trim() === before) return null;
    const command = { kind: 'rename-organization', name } as const;
    return refusalOf(await carryOut(this.#actorId, command, m.tree_renamed({ before, name: name.trim() })));
  }

  async move(group: Group, parentId: GroupId | null): Promise<CommandRefusal | null> {
    const target = (parentId !== null && this.#view.tree.group(parentId)?.name) || m.tree_groups();
    const command = { kind: 'move-group', groupId: group.id, parentId } as const;
    const outcome = await carryOut(this.#actorId, command, m.group_moved({ name: group.name, target }));
    if ('code' in outcome) return outcome;
    this.#view.expansion.open('technician-groups', ...(parentId === null ? [] : [groupKey(parentId)]));
    this.#view.focusWanted = groupKey(group.id);
    return null;
  }

  async setEnabled(group: Group, enabled: boolean): Promise<void> {
    const said = enabled ? m.group_enabled({ name: group.name }) : m.group_disabled({ name: group.name });
    await carryOutOrSay(this.#actorId, { kind: 'update-group', groupId: group.id, enabled }, said);
  }

  async remove(group: Group): Promise<void> {
    const above = group.parentId === null ? 'technician-groups' : groupKey(group.parentId);
    const selected = this.#view.selectedKey === groupKey(group.id);
    const done = await carryOutOrSay(
      this.#actorId,
      { kind: 'delete-group', groupId: group.id },
      m.group_deleted({ name: group.name })
    );
    if (!done) return;
    if (selected) this.#view.select(above);
    this.#view.focusWanted = above;
  }

  get #actorId(): number {
    return this.#session.actor.id;
  }

  #goTo({ groupId }: CommandDone): void {
    if (groupId === undefined) return;
    this.#view.select(groupKey(groupId));
    this.#view.focusWanted = groupKey(groupId);
  }
}

function refusalOf(outcome: CommandDone | CommandRefusal): CommandRefusal | null {
  return 'code' in outcome ? outcome : null;
}
