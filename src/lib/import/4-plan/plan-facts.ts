import type { OrganizationFacts } from '#lib/import/organization-facts.ts';

/** What a plan has to know of the organization. */
export type PlanFacts = Omit<OrganizationFacts, 'revision'>;
