/** Thrown inside a transaction to undo all of it: Dexie aborts on whatever is thrown. Caught where the transaction began. */
export class Refused<Refusal extends { readonly code: string }> extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
