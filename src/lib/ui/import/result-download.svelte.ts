import type { ResultFailure } from '#lib/import/road.ts';
import { importClient } from './current-import.svelte.ts';
import { downloadFile } from './download-file.ts';

/** One download of a result workbook, from the click to the file or the reason why not. */
export class ResultDownload {
  share = $state<number | null>(null);
  busy = $state(false);
  failure = $state.raw<ResultFailure | 'stopped' | null>(null);

  async start(importId: number, maskPasswords: boolean): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = null;
    this.share = null;
    try {
      const onProgress = (progress: { share: number }): void => void (this.share = progress.share);
      const outcome = await importClient().result(importId, { maskPasswords, onProgress });
      if (outcome.kind === 'result') downloadFile(outcome.file);
      else this.failure = outcome.failure;
    } catch (fault) {
      this.failure = 'stopped';
      reportError(fault);
    } finally {
      this.busy = false;
    }
  }
}
