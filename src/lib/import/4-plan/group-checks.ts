import { authorize } from '#lib/domain/authorization.ts';
import type { Group, GroupId, NamedGroup } from '#lib/domain/group.ts';
import { OrgTree } from '#lib/domain/org-tree.ts';
import type { Problem } from '#lib/import/problems.ts';
import type { PlanFacts } from './plan-facts.ts';

type GroupProblemCode = 'group-unknown' | 'group-disabled' | 'group-not-yours';
type GroupProblem = Extract<Problem, { code: GroupProblemCode }>;

/** Whether rows may go into the groups they name. A file names few groups many times: each is judged once. */
export class GroupChecks {
  readonly #facts: PlanFacts;
  readonly #tree: OrgTree;
  readonly #verdicts = new Map<GroupId, GroupProblemCode | null>();

  constructor(facts: PlanFacts) {
    this.#facts = facts;
    this.#tree = new OrgTree(facts.groups);
  }

  code(id: GroupId): GroupProblemCode | null {
    let verdict = this.#verdicts.get(id);
    if (verdict === undefined) {
      verdict = this.#judge(id);
      this.#verdicts.set(id, verdict);
    }
    return verdict;
  }

  /** Whether the person may change who is in it, enabled or not. */
  reaches(id: GroupId): boolean {
    const code = this.code(id);
    return code === null || code === 'group-disabled';
  }

  named(id: GroupId): NamedGroup {
    return { id, name: this.#tree.group(id)?.name ?? '' };
  }

  /** `value` is the cell's text. */
  problem(id: GroupId, value: string): GroupProblem | null {
    const code = this.code(id);
    if (code === null) return null;
    if (code !== 'group-unknown') return { field: 'groupId', code, value, groupName: this.#tree.group(id)?.name ?? '' };
    const nearest = this.#nearest(id);
    return { field: 'groupId', code, value, ...(nearest && { nearest: { id: nearest.id, name: nearest.name } }) };
  }

  #judge(id: GroupId): GroupProblemCode | null {
    const group = this.#tree.group(id);
    if (group === undefined) return 'group-unknown';
    if (!this.#mayUse(id)) return 'group-not-yours';
    return group.enabled ? null : 'group-disabled';
  }

  #mayUse(id: GroupId): boolean {
    const { actor } = this.#facts;
    return actor !== null && authorize(actor, { kind: 'import-users', groupIds: [id] }, this.#tree) === null;
  }

  /** Among the groups that the person may use: a typing slip is most often a number close by. */
  #nearest(id: GroupId): Group | undefined {
    let best: Group | undefined;
    for (const group of this.#facts.groups) {
      if (this.code(group.id) !== null) continue;
      if (best === undefined || Math.abs(group.id - id) < Math.abs(best.id - id)) best = group;
    }
    return best;
  }
}
