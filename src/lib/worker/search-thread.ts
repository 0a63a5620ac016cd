import * as z from 'zod/mini';
import type { Group, GroupId, NamedGroup } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { Person } from '#lib/domain/person.ts';
import { searchForm } from '#lib/domain/search-form.ts';
import { visibleGroups } from '#lib/domain/visibility.ts';
import {
  type FeedMark,
  liveFeedMark,
  readFeedChanges,
  readFeedMark,
  readFound,
  readGroups,
  readSearcher,
  readSpan
} from '#lib/storage/search-feed.ts';
import { SearchIndex } from './search-index.ts';
import type { FoundGroup, FoundPerson, SearchResult, SearchThreadApi } from './search-worker-api.ts';

// The page's Content-Security-Policy has no unsafe-eval.
z.config({ jitless: true });

const request = z.tuple([z.number(), z.string(), z.int().check(z.gte(1), z.lte(1000))]);

/** A whole index, kept up to date; what it knows of groups and people is the database's. */
export class SearchThread implements SearchThreadApi {
  readonly #index = new SearchIndex();
  #tree = new OrgTree([]);
  #forms: readonly { readonly group: Group; readonly form: string }[] = [];
  #mark: FeedMark = { createdAt: -1, auditId: 0, spans: 0 };
  #onChange: () => void = () => undefined;
  #started: Promise<void> | null = null;
  /** One reading after another. */
  #reading: Promise<void> = Promise.resolve();

  start(onChange: () => void): Promise<void> {
    this.#onChange = onChange;
    this.#started ??= this.#begin();
    return this.#started;
  }

  async search(...words: Parameters<SearchThreadApi['search']>): Promise<SearchResult> {
    const [actorId, text, limit] = request.parse(words);
    await this.start(this.#onChange);
    const wanted = searchForm(text.trim());
    const { actor, settings } = await readSearcher(actorId);
    const nothing = { text, groups: [], people: [], groupTotal: 0, peopleTotal: 0, indexed: this.#indexed };
    if (!actor || actor.role === 'technician' || wanted === '') return nothing;
    const visible = visibleGroups(actor, this.#tree, settings);
    const sees = (groupId: GroupId): boolean => visible === null || visible.inside.has(groupId);
    const groups = this.#findGroups(wanted, sees);
    const { personIds, total } = this.#index.find(wanted, limit, sees);
    return {
      ...nothing,
      groups: groups.slice(0, limit).map((group) => this.#foundGroup(group)),
      people: (await readFound(personIds)).map((person) => this.#foundPerson(person)),
      groupTotal: groups.length,
      peopleTotal: total
    };
  }

  get #indexed(): number {
    return this.#mark.spans === 0 ? 1 : Math.min(1, this.#index.spans / this.#mark.spans);
  }

  /** Resolves as soon as groups can be found; people follow. */
  async #begin(): Promise<void> {
    await this.#readGroups();
    this.#mark = await readFeedMark();
    this.#enqueue(() => this.#readSpans(Array.from({ length: this.#mark.spans }, (_, span) => span)));
    liveFeedMark().subscribe(() => this.#enqueue(() => this.#follow()));
  }

  #enqueue(read: () => Promise<void>): void {
    // A reading that fails (the database was closed, or deleted) leaves what is known; the next change tries again.
    this.#reading = this.#reading.then(read).catch(() => undefined);
  }

  async #follow(): Promise<void> {
    const { mark, all, spans } = await readFeedChanges(this.#mark);
    if (mark.auditId === this.#mark.auditId && !all) return;
    await this.#readGroups();
    const known = this.#mark.spans;
    this.#mark = mark;
    if (all) this.#index.clear();
    const added = Array.from({ length: mark.spans }, (_, span) => span).filter((span) => all || span >= known);
    await this.#readSpans(new Set([...spans, ...added]));
    this.#onChange();
  }

  async #readSpans(spans: Iterable<number>): Promise<void> {
    for (const span of spans) this.#index.set(span, await readSpan(span));
    this.#onChange();
  }

  async #readGroups(): Promise<void> {
    const groups = await readGroups();
    this.#tree = new OrgTree(groups);
    this.#forms = groups.map((group) => ({ group, form: searchForm(group.name) }));
  }

  /** Whose ID it is first, then names that begin so, then the others. */
  #findGroups(wanted: string, sees: (groupId: GroupId) => boolean): Group[] {
    const rank = ({ group, form }: { group: Group; form: string }): number =>
      String(group.id) === wanted ? 0 : form.startsWith(wanted) ? 1 : 2;
    return this.#forms
      .filter(({ group, form }) => (form.includes(wanted) || String(group.id).includes(wanted)) && sees(group.id))
      .sort((a, b) => rank(a) - rank(b))
      .map(({ group }) => group);
  }

  #foundGroup({ id, name }: Group): FoundGroup {
    return { groupId: id, name, path: this.#path(id).slice(0, -1) };
  }

  #foundPerson(person: Person): FoundPerson {
    const { id: personId, name, email, enabled, role } = person;
    const groupId = person.role === 'technician' ? person.groupId : null;
    const nickname = person.role === 'technician' ? person.nickname : '';
    return {
      personId,
      name,
      nickname,
      email,
      enabled,
      role,
      groupId,
      path: groupId === null ? [] : this.#path(groupId)
    };
  }

  #path(groupId: GroupId): NamedGroup[] {
    return this.#tree.path(groupId).map(({ id, name }) => ({ id, name }));
  }
}
