/** The rows of the tree that are open, top to bottom, without an object for each of a hundred thousand people. */
import type { Group, GroupId } from '#lib/domain/group.ts';
import type { OrgTree } from '#lib/domain/org-tree.ts';
import {
  groupKey,
  nodeKey,
  ORGANIZATION_KEY,
  type NodeKey,
  type Section,
  type TreeNode,
  type TreePerson
} from './tree-nodes.ts';

export interface TreeRow {
  readonly key: NodeKey;
  readonly node: TreeNode;
  /** 1 for the organization, as `aria-level` counts. */
  readonly level: number;
  readonly setSize: number;
  /** From 1. */
  readonly posInSet: number;
  /** null: nothing can be below it. */
  readonly expanded: boolean | null;
}

export interface TreeSource {
  readonly tree: OrgTree;
  readonly masters: readonly TreePerson[];
  readonly administrators: readonly TreePerson[];
  /** Technicians directly in a group. */
  readonly technicianCount: (groupId: GroupId) => number;
  /** The technician at a place in its group; undefined while its page is not read. */
  readonly technicianAt: (groupId: GroupId, index: number) => TreePerson | undefined;
  readonly isExpanded: (key: NodeKey) => boolean;
  /** While searching: only these groups and people are shown, all of them open. */
  readonly found?: TreeFindings | undefined;
}

export interface TreeFindings {
  readonly groups: ReadonlySet<GroupId>;
  readonly technicians: ReadonlyMap<GroupId, readonly TreePerson[]>;
  readonly administrators: ReadonlySet<number>;
}

/** Either one row, or a run of technicians that are only counted. */
interface Segment {
  readonly start: number;
  readonly length: number;
  readonly parent: number;
  readonly row?: TreeRow;
  readonly people?: {
    readonly groupId: GroupId;
    readonly level: number;
    readonly setSize: number;
    readonly before: number;
  };
}

export class TreeRows {
  readonly #segments: Segment[] = [];
  readonly #indexes = new Map<NodeKey, number>();
  readonly #source: TreeSource;
  #length = 0;

  constructor(source: TreeSource) {
    this.#source = source;
    const root = this.#add(
      { kind: 'organization' },
      { level: 1, setSize: 1, posInSet: 1, parent: -1, expandable: true }
    );
    if (!root.open) return;
    const sections = [
      ['master-administrators', source.masters],
      ['administrators', source.administrators]
    ] as const;
    sections.forEach(([section, people], place) => this.#addAdministrators(section, people, place + 1, root.index));
    this.#addGroups(root.index);
  }

  get length(): number {
    return this.#length;
  }

  /** Throws outside of 0…length. */
  row(index: number): TreeRow {
    const segment = this.#segmentAt(index);
    if (segment.row) return segment.row;
    const { people } = segment;
    if (!people) throw new RangeError(`no row ${index}`);
    const place = index - segment.start;
    const person = this.#source.technicianAt(people.groupId, place);
    const node: TreeNode = person
      ? { kind: 'person', person }
      : { kind: 'slot', groupId: people.groupId, index: place };
    const { level, setSize, before } = people;
    return { key: nodeKey(node), node, level, setSize, posInSet: before + place + 1, expanded: null };
  }

  /** -1 where it is not among the open rows. A technician is found by its group and place: see `indexOfTechnician`. */
  indexOf(key: NodeKey): number {
    return this.#indexes.get(key) ?? -1;
  }

  indexOfTechnician(groupId: GroupId, place: number): number {
    const run = this.#indexes.get(`${groupKey(groupId)}-technicians`);
    return run === undefined ? -1 : run + place;
  }

  /** -1 for the organization. */
  parentOf(index: number): number {
    return this.#segmentAt(index).parent;
  }

  /** The rows that stand beside this one, itself among them. */
  *siblings(index: number): Generator<number> {
    const { parent } = this.#segmentAt(index);
    for (const segment of this.#segments) {
      if (segment.parent !== parent) continue;
      for (let step = 0; step < segment.length; step++) yield segment.start + step;
    }
  }

  #addAdministrators(section: Section, all: readonly TreePerson[], posInSet: number, parent: number): void {
    const found = this.#source.found;
    const people = found ? all.filter((person) => found.administrators.has(person.id)) : all;
    if (found && people.length === 0) return;
    const head = this.#add(
      { kind: 'section', section },
      { level: 2, setSize: 3, posInSet, parent, expandable: people.length > 0 }
    );
    if (!head.open) return;
    people.forEach((person, place) =>
      this.#add(
        { kind: 'person', person },
        { level: 3, setSize: people.length, posInSet: place + 1, parent: head.index, expandable: false }
      )
    );
  }

  #addGroups(parent: number): void {
    const top = this.#shown(null);
    if (this.#source.found && top.length === 0) return;
    const head = this.#add(
      { kind: 'section', section: 'technician-groups' },
      { level: 2, setSize: 3, posInSet: 3, parent, expandable: top.length > 0 }
    );
    if (head.open) this.#addChildren(top, 0, 3, head.index);
  }

  #addChildren(groups: readonly Group[], people: number, level: number, parent: number): void {
    const setSize = groups.length + people;
    groups.forEach((group, place) => {
      const below = this.#shown(group.id);
      const held = this.#source.found
        ? (this.#source.found.technicians.get(group.id)?.length ?? 0)
        : this.#source.technicianCount(group.id);
      const own = this.#add(
        { kind: 'group', group },
        { level, setSize, posInSet: place + 1, parent, expandable: below.length + held > 0 }
      );
      if (!own.open) return;
      this.#addChildren(below, held, level + 1, own.index);
      if (held > 0) this.#addTechnicians(group.id, held, below.length, level + 1, own.index);
    });
  }

  #addTechnicians(groupId: GroupId, held: number, before: number, level: number, parent: number): void {
    const setSize = before + held;
    const found = this.#source.found?.technicians.get(groupId);
    if (found) {
      found.forEach((person, place) =>
        this.#add(
          { kind: 'person', person },
          { level, setSize, posInSet: before + place + 1, parent, expandable: false }
        )
      );
      return;
    }
    this.#indexes.set(`${groupKey(groupId)}-technicians`, this.#length);
    this.#segments.push({ start: this.#length, length: held, parent, people: { groupId, level, setSize, before } });
    this.#length += held;
  }

  #add(
    node: TreeNode,
    place: { level: number; setSize: number; posInSet: number; parent: number; expandable: boolean }
  ): { index: number; open: boolean } {
    const key = nodeKey(node);
    const open =
      place.expandable &&
      (this.#source.found !== undefined || key === ORGANIZATION_KEY || this.#source.isExpanded(key));
    const { parent, expandable, ...rest } = place;
    const index = this.#length++;
    this.#segments.push({
      start: index,
      length: 1,
      parent,
      row: { key, node, ...rest, expanded: expandable ? open : null }
    });
    this.#indexes.set(key, index);
    return { index, open };
  }

  #shown(id: GroupId | null): readonly Group[] {
    const children = this.#source.tree.children(id);
    const found = this.#source.found;
    return found ? children.filter((group) => found.groups.has(group.id)) : children;
  }

  #segmentAt(index: number): Segment {
    let low = 0;
    let high = this.#segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#segments[middle]?.start ?? Infinity) <= index) low = middle;
      else high = middle - 1;
    }
    const segment = this.#segments[low];
    if (!segment || index < 0 || index >= this.#length) throw new RangeError(`no row ${index} of ${this.#length}`);
    return segment;
  }
}
