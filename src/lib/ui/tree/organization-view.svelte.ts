/** What the organization page knows: the tree and its people, what is open, found, selected and marked. */
import { createContext } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { Group, GroupId } from '#lib/domain/group.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { technicianPlace } from '#lib/storage/technician-order.ts';
import { addresses } from '#lib/ui/shell/addresses.ts';
import type { Session } from '#lib/ui/shell/session.svelte.ts';
import { Expansion } from './expansion.svelte.ts';
import { groupTotals, NOBODY, type PeopleCounts } from './group-totals.ts';
import { TechnicianPages } from './technician-pages.svelte.ts';
import { findingsOf } from './tree-findings.ts';
import { TreeMarks } from './tree-marks.svelte.ts';
import { groupKey, parseNodeKey, slotKey, type NodeKey, type Selection } from './tree-nodes.ts';
import { TreeRows } from './tree-rows.ts';
import { TreeSearch } from './tree-search.svelte.ts';
import { VisibleOrganization } from './visible-organization.svelte.ts';

export class OrganizationView {
  readonly expansion: Expansion;
  readonly pages = new TechnicianPages();
  readonly marks = new TreeMarks();
  readonly search: TreeSearch;
  /** A node that the focus goes to as soon as it stands in the tree. */
  focusWanted = $state<NodeKey | null>(null);
  /** A node that is scrolled into sight as soon as it stands in the tree; the focus stays where it is. */
  sightWanted = $state<NodeKey | null>(null);

  readonly #seen: VisibleOrganization;

  constructor(session: Session) {
    this.#seen = new VisibleOrganization(session);
    this.search = new TreeSearch(() => this.#seen.actor?.id ?? null);
    this.expansion = new Expansion(session.state.kind === 'signed-in' ? session.state.organization.createdAt : 0);
  }

  get ready(): boolean {
    return this.#seen.ready;
  }
  get tree() {
    return this.#seen.tree;
  }
  get administrators() {
    return this.#seen.administrators;
  }

  readonly totals = $derived.by(() => groupTotals(this.#seen.tree, this.#seen.counts));
  readonly findings = $derived.by(() => (this.search.result ? findingsOf(this.search.result) : undefined));

  readonly rows = $derived.by(() => {
    const { tree, counts, administrators } = this.#seen;
    return new TreeRows({
      tree,
      masters: administrators.filter((person) => person.role === 'master-administrator'),
      administrators: administrators.filter((person) => person.role === 'administrator'),
      technicianCount: (groupId) => counts.get(groupId)?.people ?? 0,
      technicianAt: (groupId, index) => this.pages.at(groupId, index),
      isExpanded: (key) => this.expansion.has(key),
      found: this.findings
    });
  });

  readonly selectedKey: NodeKey | null = $derived(page.url.searchParams.get('select'));
  readonly selection: Selection | null = $derived(parseNodeKey(this.selectedKey));

  own(group: Group): PeopleCounts {
    return this.#seen.counts.get(group.id) ?? NOBODY;
  }

  ownPeople(groupId: GroupId): number {
    return this.#seen.counts.get(groupId)?.people ?? 0;
  }

  inside(group: Group | null): PeopleCounts {
    return this.totals.get(group?.id ?? null) ?? NOBODY;
  }

  /** Where a node stands in the open rows; -1 where it does not. */
  indexOf(key: NodeKey): number {
    const index = this.rows.indexOf(key);
    if (index >= 0) return index;
    const [, groupId, place] = /^group-(\d+)-technician-(\d+)$/.exec(key) ?? [];
    if (groupId !== undefined) return this.rows.indexOfTechnician(Number(groupId), Number(place));
    const wanted = parseNodeKey(key);
    const known = wanted?.kind === 'person' ? this.pages.placeOf(wanted.personId) : null;
    return known ? this.rows.indexOfTechnician(known.groupId, known.index) : -1;
  }

  select(key: NodeKey): void {
    if (key !== this.selectedKey) void goto(addresses.organization(key), { keepFocus: true, noScroll: true });
  }

  /** Opens everything above a group, so that it can be seen. */
  reveal(groupId: GroupId): void {
    const above = this.tree.ancestors(groupId).map((group) => groupKey(group.id));
    this.expansion.open('technician-groups', ...above);
    this.sightWanted = groupKey(groupId);
  }

  /** Opens everything above a person, who is scrolled into sight. */
  async revealPerson(personId: PersonId): Promise<void> {
    const key: NodeKey = `person-${personId}`;
    if (this.indexOf(key) < 0) {
      const administrator = this.administrators.find(({ id }) => id === personId);
      if (administrator) {
        this.expansion.open(administrator.role === 'administrator' ? 'administrators' : 'master-administrators');
      } else {
        const place = await technicianPlace(personId);
        if (!place || !this.tree.group(place.groupId)) return;
        this.reveal(place.groupId);
        this.expansion.open(groupKey(place.groupId));
        this.sightWanted = slotKey(place.groupId, place.index);
        return;
      }
    }
    this.sightWanted = key;
  }
}

export const [getOrganizationView, setOrganizationView] = createContext<OrganizationView>();
