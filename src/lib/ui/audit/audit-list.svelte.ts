import { type AuditEntry, type AuditFilter, type AuditPage, liveAudit } from '#lib/storage/audit-trail.ts';

/** Entries read around what is in sight. */
const PAGE = 100;

/** A window over the trail, kept up to date: what was read last stays until the next is there. */
export class AuditList {
  /** The first and the last row in sight. */
  from = $state(0);
  to = $state(0);
  #page = $state.raw<(AuditPage & { readonly offset: number }) | null>(null);

  readonly #offset = $derived(Math.max(0, Math.floor(this.from / PAGE) - 1) * PAGE);

  constructor(filter: () => AuditFilter) {
    $effect(() => {
      const [asked, offset] = [filter(), this.#offset];
      const subscription = liveAudit(asked, { offset, limit: 3 * PAGE }).subscribe((page) => {
        this.#page = { ...page, offset };
      });
      return () => subscription.unsubscribe();
    });
  }

  get ready(): boolean {
    return this.#page !== null;
  }

  get total(): number {
    return this.#page?.total ?? 0;
  }

  /** undefined while it is not read. */
  at(index: number): AuditEntry | undefined {
    return this.#page?.entries[index - this.#page.offset];
  }
}
