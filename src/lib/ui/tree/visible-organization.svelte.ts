import type { GroupId } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person } from '#lib/domain/person.ts';
import { visibleGroups } from '#lib/domain/visibility.ts';
import {
  type GroupCounts,
  liveAdministrators,
  liveGroupCounts,
  liveGroups,
  liveSettings
} from '#lib/storage/live-queries.ts';
import { live } from '#lib/ui/shell/live.svelte.ts';
import type { Session } from '#lib/ui/shell/session.svelte.ts';

/** Groups and administrators as far as the signed-in person may see them, kept up to date with every tab. */
export class VisibleOrganization {
  readonly #session: Session;
  readonly #groups = live(liveGroups);
  readonly #counts = live(liveGroupCounts);
  readonly #administrators = live(liveAdministrators);
  readonly #settings = live(liveSettings);

  readonly ready = $derived.by(
    () =>
      this.#groups.current !== undefined &&
      this.#counts.current !== undefined &&
      this.#administrators.current !== undefined &&
      this.#settings.current !== undefined
  );
  /** null while somebody signs out. */
  readonly actor: Person | null = $derived.by(() =>
    this.#session.state.kind === 'signed-in' ? this.#session.state.person : null
  );
  readonly #whole = $derived.by(() => new OrgTree(this.#groups.current ?? []));
  readonly #visible = $derived.by(() => {
    const settings = this.#settings.current;
    return this.actor && settings ? visibleGroups(this.actor, this.#whole, settings) : null;
  });

  readonly tree = $derived.by(() => {
    const visible = this.#visible;
    if (visible === null) return this.#whole;
    return new OrgTree(
      [...this.#whole.groups()].filter(({ id }) => visible.inside.has(id) || visible.leadingTo.has(id))
    );
  });
  /** Of the technicians directly in each group; none of a group that only leads to others. */
  readonly counts: ReadonlyMap<GroupId, GroupCounts> = $derived.by(() => {
    const all = this.#counts.current ?? new Map<GroupId, GroupCounts>();
    const visible = this.#visible;
    return visible === null ? all : new Map([...all].filter(([groupId]) => visible.inside.has(groupId)));
  });
  readonly administrators = $derived.by(() => this.#administrators.current ?? []);

  constructor(session: Session) {
    this.#session = session;
  }
}
