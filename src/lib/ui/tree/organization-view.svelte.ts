/** What the organization page knows: the tree and its people, what is open, found and selected. */
import { createContext } from 'svelte';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { Group } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import { liveAdministrators, liveGroupCounts, liveGroups } from '#lib/storage/live-queries.ts';
import { addresses } from '#lib/ui/shell/addresses.ts';
import { live } from '#lib/ui/shell/live.svelte.ts';
import { Expansion } from './expansion.svelte.ts';
import { groupTotals, NOBODY, type PeopleCounts } from './group-totals.ts';
import { TechnicianPages } from './technician-pages.svelte.ts';
import { findInTree } from './tree-findings.ts';
import { groupKey, parseNodeKey, type NodeKey, type Selection } from './tree-nodes.ts';
import { TreeRows } from './tree-rows.ts';

export class OrganizationView {
  readonly expansion = new Expansion();
  readonly pages = new TechnicianPages();
  search = $state('');
  /** A node that the focus goes to as soon as it stands in the tree. */
  focusWanted = $state<NodeKey | null>(null);

  readonly #groups = live(liveGroups);
  readonly #counts = live(liveGroupCounts);
  readonly #administrators = live(liveAdministrators);

  readonly ready = $derived(this.#groups.current !== undefined && this.#counts.current !== undefined);
  readonly tree = $derived(new OrgTree(this.#groups.current ?? []));
  readonly totals = $derived(groupTotals(this.tree, this.#counts.current ?? new Map()));
  readonly administrators = $derived(this.#administrators.current ?? []);
  readonly findings = $derived(
    findInTree(this.search, this.tree, { administrators: this.administrators, technicians: this.#known() })
  );

  readonly rows = $derived(
    new TreeRows({
      tree: this.tree,
      masters: this.administrators.filter((person) => person.role === 'master-administrator'),
      administrators: this.administrators.filter((person) => person.role === 'administrator'),
      technicianCount: (groupId) => this.#counts.current?.get(groupId)?.people ?? 0,
      technicianAt: (groupId, index) => this.pages.at(groupId, index),
      isExpanded: (key) => this.expansion.has(key),
      found: this.findings
    })
  );

  readonly selectedKey: NodeKey | null = $derived(page.url.searchParams.get('select'));
  readonly selection: Selection | null = $derived(parseNodeKey(this.selectedKey));

  own(group: Group): PeopleCounts {
    return this.#counts.current?.get(group.id) ?? NOBODY;
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
  reveal(groupId: number): void {
    const above = this.tree.ancestors(groupId).map((group) => groupKey(group.id));
    this.expansion.open('technician-groups', ...above);
  }

  #known() {
    // While nobody searches, a page of people that arrives changes nothing here.
    return this.search === '' ? [] : this.pages.known();
  }
}

export const [getOrganizationView, setOrganizationView] = createContext<OrganizationView>();
