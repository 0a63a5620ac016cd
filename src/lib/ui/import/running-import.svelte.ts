import { SvelteMap } from 'svelte/reactivity';
import * as z from 'zod/mini';
import type { GroupId } from '#lib/domain/group.ts';
import type { StageProgress } from '#lib/import/road.ts';

const progressMessage = z.object({
  groupId: z.nullable(z.number()),
  share: z.number(),
  rows: z.number(),
  ofRows: z.optional(z.number())
});
const endMessage = z.object({ groupId: z.nullable(z.number()), ended: z.literal(true) });
const message = z.union([endMessage, progressMessage]);

type RunningImport = z.infer<typeof progressMessage>;

/** A tab that was closed says no more: after this long without a word its import is not shown as running, ms. */
const SILENCE = 5000;

const running = new SvelteMap<GroupId | null, RunningImport>();
const timers = new Map<GroupId | null, ReturnType<typeof setTimeout>>();
let channel: BroadcastChannel | null = null;

/** The import that is being written into this group now, here or in another tab. */
export function runningImport(groupId: GroupId): RunningImport | undefined {
  listen();
  return running.get(groupId);
}

/** Whether one is being written anywhere: until it ends, nobody else can read what it writes. */
export function isImportRunning(): boolean {
  listen();
  return running.size > 0;
}

/** `groupId` null: each row names its own. `progress` null: it ended, however. */
export function tellOtherTabs(groupId: GroupId | null, progress: StageProgress | null): void {
  const { share = 0, rows = 0, ofRows } = progress ?? {};
  const told = progress
    ? { groupId, share, rows, ...(ofRows === undefined ? {} : { ofRows }) }
    : { groupId, ended: true as const };
  listen().postMessage(told);
  note(told);
}

function listen(): BroadcastChannel {
  if (channel) return channel;
  channel = new BroadcastChannel('muster-running-import');
  channel.addEventListener('message', (event: MessageEvent<unknown>) => {
    const told = message.safeParse(event.data);
    if (told.success) note(told.data);
  });
  return channel;
}

function note(told: z.infer<typeof message>): void {
  clearTimeout(timers.get(told.groupId));
  timers.delete(told.groupId);
  if ('ended' in told) {
    running.delete(told.groupId);
    return;
  }
  running.set(told.groupId, told);
  timers.set(
    told.groupId,
    setTimeout(() => running.delete(told.groupId), SILENCE)
  );
}
