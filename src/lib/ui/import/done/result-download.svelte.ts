import type { ResultFailure, ResultFormat } from '#lib/import/road.ts';
import { getSession } from '#lib/ui/shell/session.svelte.ts';
import { importClient } from '#lib/ui/import/current-import.svelte.ts';
import { downloadFile } from '#lib/ui/kit/download-file.ts';

/** 'masked': there is a file, but with dots where passwords were asked for. */
export type ResultTrouble = ResultFailure | 'stopped' | 'masked';

/** One download of a result workbook, from the click to the file or the reason why not. */
export class ResultDownload {
  share = $state<number | null>(null);
  /** Which one is being written. */
  busy = $state<ResultFormat | null>(null);
  /** Made with its panel, as `getSession` wants it. */
  readonly #session = getSession();
  failure = $state.raw<ResultTrouble | null>(null);

  async start(importId: number, maskPasswords: boolean, format: ResultFormat = 'xlsx'): Promise<void> {
    if (this.busy) return;
    this.busy = format;
    this.failure = null;
    this.share = null;
    try {
      const onProgress = (progress: { share: number }): void => void (this.share = progress.share);
      const actorId = this.#session.actor.id;
      const outcome = await importClient().result(importId, { actorId, maskPasswords, format, onProgress });
      if (outcome.kind === 'failure') {
        this.failure = outcome.failure;
        return;
      }
      downloadFile(outcome.file);
      // The worker may have died since, and the file with it.
      if (!maskPasswords && !outcome.hasPasswords) this.failure = 'masked';
    } catch (fault) {
      this.failure = 'stopped';
      reportError(fault);
    } finally {
      this.busy = null;
    }
  }
}
