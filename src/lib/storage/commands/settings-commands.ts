import { type CommandDone, type CommandRefusal, isRefusal, type SettingsCommand } from '#lib/domain/change.ts';
import { differingFields, pickFields } from '#lib/domain/expectation.ts';
import { refusedName } from '#lib/domain/group-change.ts';
import { changeSettings } from '#lib/domain/settings-change.ts';
import { ONLY, organizationRecord, settingsRecord } from '#lib/storage/records.ts';
import type { CommandFrame } from './command-frame.ts';

/** Runs inside the transaction of `execute`, after authorization. */
export async function executeSettingsCommand(
  command: SettingsCommand,
  { db }: CommandFrame
): Promise<CommandDone | CommandRefusal> {
  if (command.kind === 'rename-organization') {
    const organization = organizationRecord.parse(await db.organization.get(ONLY));
    const name = command.name.trim();
    const refusal = refusedName(name);
    if (refusal) return refusal;
    await db.organization.put({ ...organization, name });
    return { ok: true, undo: { kind: 'rename-organization', name: organization.name } };
  }
  const { id, ...before } = settingsRecord.parse(await db.settings.get(ONLY));
  const after = changeSettings(before, command.changes, command.expected);
  if (isRefusal(after)) return after;
  await db.settings.put({ id, ...after });
  const changed = differingFields(before, after);
  const undo = { changes: pickFields(before, changed), expected: pickFields(after, changed) };
  return { ok: true, undo: { kind: 'update-settings', ...undo } };
}
