/** What the search worker and the page say to each other. */
import type { GroupId, NamedGroup } from '#lib/domain/group.ts';
import type { PersonId, Role } from '#lib/domain/person.ts';

export interface FoundGroup {
  readonly groupId: GroupId;
  readonly name: string;
  /** From the top down, the group itself not among them. */
  readonly path: readonly NamedGroup[];
}

export interface FoundPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly nickname: string;
  readonly email: string;
  readonly enabled: boolean;
  readonly role: Role;
  /** null for administrators. */
  readonly groupId: GroupId | null;
  /** From the top down to the technician's group; empty for administrators. */
  readonly path: readonly NamedGroup[];
}

export interface SearchResult {
  /** The text that was searched for, as it was given. */
  readonly text: string;
  readonly groups: readonly FoundGroup[];
  readonly people: readonly FoundPerson[];
  /** All that match, of which `groups` and `people` are the first. */
  readonly groupTotal: number;
  readonly peopleTotal: number;
  /** 0 to 1: how much of the people is indexed. Below 1 there may be more. */
  readonly indexed: number;
}

export interface SearchThreadApi {
  /** Begins to read; `onChange` is called whenever an answer may have become another. */
  start(onChange: () => void): Promise<void>;
  search(actorId: PersonId, text: string, limit: number): Promise<SearchResult>;
}
