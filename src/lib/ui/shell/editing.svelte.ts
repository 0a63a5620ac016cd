import type { CommandRefusal, OrgCommand } from '#lib/domain/change.ts';
import type { PersonId } from '#lib/domain/person.ts';
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

  /** Whether it is saved now. `command` is only asked for where there is something to save; `said` when it is done. */
  protected async carryOut(actorId: PersonId, command: () => OrgCommand, said: string): Promise<boolean> {
    if (this.busy || !this.dirty) return !this.dirty;
    this.busy = true;
    const outcome = await carryOut(actorId, command(), said);
    // What was changed meanwhile shows with both values as soon as this tab has read it.
    this.refusal = 'code' in outcome && outcome.code !== 'changed-meanwhile' ? outcome : null;
    const isSaved = !('code' in outcome);
    if (isSaved) this.settle();
    // Last: whoever waits for the end asks then whether anything is left to save.
    this.busy = false;
    return isSaved;
  }

  /** What was edited is what there is now. */
  protected settle(): void {
    this.draft.saved();
  }
}
