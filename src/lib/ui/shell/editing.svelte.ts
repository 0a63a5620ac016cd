import type { CommandRefusal, OrgCommand } from '#lib/domain/change.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { showToast } from '#lib/ui/kit/toasts.svelte.ts';
import { m } from '#i18n/messages.js';
import { carryOut } from './carry-out.ts';
import { Draft } from './draft.svelte.ts';

/** What is edited and saved by one command: its draft, whether it is being saved, and why the last try was refused. */
export class Editing<Fields extends object> {
  readonly draft: Draft<Fields>;
  busy = $state(false);
  refusal = $state.raw<CommandRefusal | null>(null);

  constructor(fields: Fields) {
    this.draft = new Draft(fields);
  }

  get dirty(): boolean {
    return this.draft.dirty;
  }

  edit(changes: Partial<Fields>): void {
    Object.assign(this.draft.values, changes);
  }

  discard(): void {
    this.draft.discard();
    this.refusal = null;
  }

  /**
   * Whether what was edited when it began is saved now. `command` is only asked for where there is something to save;
   * `said` when it is done. Rejects where it fails as nobody expected, which is said too.
   */
  protected async carryOut(actorId: PersonId, command: () => OrgCommand, said: string): Promise<boolean> {
    if (this.busy || !this.dirty) return !this.dirty;
    this.busy = true;
    try {
      const settle = this.settleWhenSaved();
      const outcome = await carryOut(actorId, command(), said);
      // What was changed meanwhile shows with both values as soon as this tab has read it.
      this.refusal = 'code' in outcome && outcome.code !== 'changed-meanwhile' ? outcome : null;
      const isSaved = !('code' in outcome);
      if (isSaved) settle();
      return isSaved;
    } catch (failure) {
      showToast(m.edit_failed(), { tone: 'danger' });
      throw failure;
    } finally {
      // Last: whoever waits for the end asks then whether anything is left to save.
      this.busy = false;
    }
  }

  /** Keeps what is being saved; to be called when it is: what was typed since is still edited. */
  protected settleWhenSaved(): () => void {
    const { toSave } = this.draft;
    return () => this.draft.saved(toSave);
  }
}
