/** What the actions of the tree do: the command, the words said afterwards, and where the focus and the selection go. */
import type { CommandDone, CommandRefusal, OneCommand, OrgCommand } from '#lib/domain/change.ts';
import type { Group, GroupId } from '#lib/domain/group.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { showToast } from '#lib/ui/kit/toasts.svelte.ts';
import { commandRefusalSentence } from '#lib/ui/shell/command-words.ts';
import { carryOut, carryOutOrSay } from '#lib/ui/shell/carry-out.ts';
import type { Session } from '#lib/ui/shell/session.svelte.ts';
import { m } from '#i18n/messages.js';
import { countOf, deleteCommand, moveCommand, switchCommand, type Carried } from './carried.ts';
import type { OrganizationView } from '#lib/ui/tree/organization-view.svelte.ts';
import { groupKey, personKey, type NodeKey, type TreePerson } from '#lib/ui/tree/tree-nodes.ts';
import { saidDeleted, saidMoved, saidMovedMeanwhile, saidSwitched } from './change-words.ts';

const REFUSED: CommandRefusal = { code: 'not-allowed' };

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
    this.#view.search.clear();
    this.#view.expansion.open('technician-groups', ...(parentId === null ? [] : [groupKey(parentId)]));
    if (outcome.groupId === undefined) return null;
    this.#view.select(groupKey(outcome.groupId));
    this.#view.focusWanted = groupKey(outcome.groupId);
    return null;
  }

  async renameGroup(group: Group, name: string): Promise<CommandRefusal | null> {
    return await this.#rename(group.name, name, {
      ...{ kind: 'update-group', groupId: group.id, name },
      expected: { name: group.name }
    });
  }

  async renamePerson(person: TreePerson, name: string): Promise<CommandRefusal | null> {
    const change = { personId: person.id, changes: { name }, expected: { name: person.name } };
    const kind = person.role === 'technician' ? 'update-technician' : 'update-administrator';
    return await this.#rename(person.name, name, { kind, ...change });
  }

  async renameOrganization(before: string, name: string): Promise<CommandRefusal | null> {
    return await this.#rename(before, name, { kind: 'rename-organization', name });
  }

  /** `name`: of the one that is moved; of several their number is said. An administrator is assigned. */
  async move(
    carried: Carried,
    name: string,
    target: GroupId | null,
    moved: 'refuse' | 'all-the-same' = 'refuse'
  ): Promise<CommandRefusal | null> {
    const command = moveCommand(carried, target, this.#around, moved);
    if (!command) return REFUSED;
    const into = (target !== null && this.#view.tree.group(target)?.name) || m.tree_groups();
    const outcome = await carryOut(this.#actorId, command, saidMoved(carried, name, into));
    if ('code' in outcome) return outcome;
    this.#view.marks.clear();
    this.#view.expansion.open('technician-groups', ...(target === null ? [] : [groupKey(target)]));
    const [group] = carried.groups;
    if (group) this.#view.focusWanted = groupKey(group.id);
    return null;
  }

  /** The move of what was dragged: where somebody else moved it meanwhile, its toast asks. */
  async drop(carried: Carried, name: string, target: GroupId | null): Promise<void> {
    const refusal = await this.move(carried, name, target);
    if (!refusal) return;
    const { tree } = this.#view;
    if (refusal.code !== 'changed-meanwhile') showToast(commandRefusalSentence(refusal), { tone: 'danger' });
    else
      showToast(saidMovedMeanwhile(carried, name, refusal.now, tree), {
        tone: 'danger',
        action: {
          label: m.tree_move_all_the_same(),
          run: async () => {
            const again = await this.move(carried, name, target, 'all-the-same');
            if (again) showToast(commandRefusalSentence(again), { tone: 'danger' });
          }
        }
      });
  }

  async setEnabled(carried: Carried, name: string, enabled: boolean): Promise<void> {
    const command = switchCommand(carried, enabled, this.#around);
    if (command) await carryOutOrSay(this.#actorId, command, saidSwitched(carried, name, enabled));
  }

  /** `contentTo`: where goes what the groups hold. `above`: where the focus goes when what had it is gone. */
  async remove(
    carried: Carried,
    name: string,
    contentTo: GroupId | null,
    above: NodeKey
  ): Promise<CommandRefusal | null> {
    const command = deleteCommand(carried, contentTo, this.#around);
    if (!command) return REFUSED;
    const selected = this.#view.selectedKey;
    const outcome = await this.#carryOut(command, saidDeleted(carried, name));
    if ('code' in outcome) return outcome;
    const gone: NodeKey[] = [
      ...carried.groups.map(({ id }) => groupKey(id)),
      ...[...carried.technicians, ...carried.administrators].map(({ id }) => personKey(id))
    ];
    this.#view.marks.clear();
    if (selected !== null && gone.includes(selected)) this.#view.select(above);
    if (countOf(carried) === 1) this.#view.focusWanted = above;
    return null;
  }

  /** `groupId`: a technician's group; null for an administrator. */
  personMade(personId: PersonId, groupId: GroupId | null): void {
    this.#view.search.clear();
    if (groupId === null) this.#view.expansion.open('administrators', 'master-administrators');
    else {
      this.#view.reveal(groupId);
      this.#view.expansion.open(groupKey(groupId));
    }
    this.#view.select(personKey(personId));
  }

  async #rename(before: string, name: string, command: OneCommand): Promise<CommandRefusal | null> {
    if (name.trim() === before) return null;
    const outcome = await this.#carryOut(command, m.tree_renamed({ before, name: name.trim() }));
    return 'code' in outcome ? outcome : null;
  }

  #carryOut(command: OrgCommand, said: string): Promise<CommandDone | CommandRefusal> {
    return carryOut(this.#actorId, command, said);
  }

  get #around() {
    return { actor: this.#session.actor, tree: this.#view.tree };
  }

  get #actorId(): PersonId {
    return this.#session.actor.id;
  }
}
