interface Refused<Refusal> extends Error {
  readonly refusal: Refusal;
}

/**
 * What is thrown inside a transaction to undo all of it: Dexie aborts on whatever is thrown. Caught where the
 * transaction began; each kind of refusal has a class of its own, so that it is known there.
 */
export function refusedWith<Refusal extends { readonly code: string }>(): new (refusal: Refusal) => Refused<Refusal> {
  return class extends Error {
    readonly refusal: Refusal;

    constructor(refusal: Refusal) {
      super(refusal.code);
      this.refusal = refusal;
    }
  };
}
