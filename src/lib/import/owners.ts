import type { Plan } from './4-plan/plan.ts';
import type { OrgStore } from './5-commit/org-store.ts';

const EMAILS_AT_ONCE = 1000;

/**
 * Asks the store who has the emails of these rows that are in use. The plan itself only needs to know that they are;
 * the names are for those who look.
 */
export async function learnOwners(plan: Plan, rows: Iterable<number>, store: OrgStore): Promise<void> {
  const keys = plan.unknownOwners(rows);
  for (let from = 0; from < keys.length; from += EMAILS_AT_ONCE) {
    plan.learnOwners(await store.ownersOf(keys.slice(from, from + EMAILS_AT_ONCE)));
  }
}
