/**
 * Whether something on the page would be lost by a reload: an import that reads or writes, or a preview that
 * was edited. The notice of a new version waits for it.
 */
export type UnsavedReason = 'reading' | 'edited-preview' | 'committing';

class UnsavedWork {
  /** The import at hand, whichever page is shown: a commit goes on without its own. */
  work = $state.raw<{ readonly unsaved: UnsavedReason | null } | null>(null);

  get reason(): UnsavedReason | null {
    return this.work?.unsaved ?? null;
  }

  get busy(): boolean {
    return this.reason !== null;
  }
}

export const unsavedWork = new UnsavedWork();
