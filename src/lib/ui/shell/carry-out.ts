import type { CommandDone, CommandRefusal, OrgCommand } from '#lib/domain/change.ts';
import type { PersonId } from '#lib/domain/person.ts';
import { execute } from '#lib/storage/commands/commands.ts';
import { showToast } from '#lib/ui/kit/toasts.svelte.ts';
import { m } from '#i18n/messages.js';
import { commandRefusalSentence } from './command-words.ts';

/** Carries a command out, says what was done and offers to undo it. A refusal is the caller's to show. */
export async function carryOut(
  actorId: PersonId,
  command: OrgCommand,
  done: string
): Promise<CommandDone | CommandRefusal> {
  const outcome = await execute(actorId, command);
  if ('code' in outcome) return outcome;
  const { undo } = outcome;
  showToast(done, undo ? { action: { label: m.kit_undo(), run: () => takeBack(actorId, undo) } } : {});
  return outcome;
}

/** As `carryOut`, for where there is no place for a refusal: it becomes a toast as well. */
export async function carryOutOrSay(actorId: PersonId, command: OrgCommand, done: string): Promise<CommandDone | null> {
  const outcome = await carryOut(actorId, command, done);
  if (!('code' in outcome)) return outcome;
  showToast(commandRefusalSentence(outcome), { tone: 'danger' });
  return null;
}

async function takeBack(actorId: PersonId, undo: OrgCommand): Promise<void> {
  const outcome = await execute(actorId, undo);
  if ('code' in outcome) showToast(commandRefusalSentence(outcome), { tone: 'danger' });
  else showToast(m.kit_undone());
}
