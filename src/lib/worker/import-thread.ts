import { isLocale, overwriteGetLocale } from '#i18n/runtime.js';
import { learnOwners } from '#lib/import/owners.ts';
import { commitImport, previewImport, resultOfImport } from '#lib/import/pipeline.ts';
import { editCell, leaveOutAll, planWith, type PlannedImport, type Surroundings } from '#lib/import/planned-import.ts';
import { splitFile } from '#lib/import/split-file.ts';
import type { StageProgress } from '#lib/import/road.ts';
import {
  columnId,
  example,
  importId,
  kindId,
  planChoices,
  request,
  resultOptions,
  rowPlaces,
  rowsToLeaveOut,
  rowsPerFile,
  source,
  text,
  windowRequest
} from './incoming.ts';
import type {
  CommitOutcome,
  ImportWorkerApi,
  PreviewOutcome,
  PreviewState,
  ResultOutcome
} from './import-worker-api.ts';
import { maskedSource } from './masked-source.ts';
import { previewRow, previewState } from './preview-state.ts';
import { raceAborts } from './race.ts';
import type { ReadyFiles } from './ready-files.ts';
import { seldom } from './seldom.ts';

/** What the client says beside what the page asks. */
export interface ImportThreadApi extends ImportWorkerApi {
  /** Ends the commit, the planning or the result that runs; its own answer says whether it was in time. */
  cancel(): Promise<void>;
  /** The language of the page: a thread cannot see which one was chosen. */
  speak(locale: string): Promise<void>;
}

/** A sign of life for the client, at least so often, in ms, unless the thread is stuck. */
const HEARTBEAT = 1000;

/** The import that this thread holds: its table never leaves it. */
export class ImportThread implements ImportThreadApi {
  readonly #surroundings: Surroundings;
  readonly #files: ReadyFiles;
  #planned: PlannedImport | null = null;
  #complete = false;
  #revision = 0;
  #committedId: number | null = null;
  /** While a commit runs and after it, the plan stays as it was agreed to. */
  #agreed = false;
  /** One after the other; what is agreed to, or planned with, is what is there when all have ended. */
  #changing: Promise<unknown> = Promise.resolve();
  #masked: Promise<Blob | null> = Promise.resolve(null);
  #maskingFailed = false;
  /** Of what belongs to the import at hand; a new one ends it. */
  #life = new AbortController();
  #running = new AbortController();

  constructor(surroundings: Surroundings, files: ReadyFiles) {
    this.#surroundings = surroundings;
    this.#files = files;
  }

  preview: ImportWorkerApi['preview'] = async (file, asked, onEvent): Promise<PreviewOutcome> => {
    const { signal } = this.#forget();
    let progress: StageProgress = { stage: 'read', share: 0, rows: 0 };
    const tell = (): void => {
      if (!signal.aborted) onEvent(this.#planned ? { progress, preview: this.#state() } : { progress });
    };
    const tellSeldom = seldom(tell);
    const heartbeat = setInterval(tell, HEARTBEAT);
    try {
      const outcome = await previewImport(source.parse(file), request.parse(asked), this.#surroundings, {
        signal,
        onRows: (planned, reached) => {
          if (signal.aborted) return;
          this.#planned = planned;
          this.#revision++;
          progress = reached;
          tellSeldom();
        }
      });
      signal.throwIfAborted();
      if (outcome.kind !== 'preview') {
        this.#planned = null;
        return outcome;
      }
      this.#hold(outcome.planned, signal);
      return { kind: 'preview', preview: this.#state() };
    } finally {
      clearInterval(heartbeat);
    }
  };

  planWith: ImportWorkerApi['planWith'] = async (choices, onEvent) => {
    const { planned: shown, signal, life } = this.#beginRun();
    const asked = planChoices.parse(choices);
    const tell = seldom(onEvent, performance.now());
    let planned: PlannedImport | null = null;
    this.#complete = false;
    try {
      await this.#changing;
      planned = await planWith(asked, shown, this.#surroundings, {
        signal,
        onRows: (grown, progress) => {
          if (signal.aborted) return;
          this.#planned = grown;
          this.#revision++;
          tell({ progress, preview: this.#state() });
        }
      });
    } finally {
      if (!life.aborted) this.#planned = planned ?? shown;
      if (!life.aborted) this.#complete = true;
    }
    life.throwIfAborted();
    return { preview: this.#changed(), cancelled: planned === null };
  };

  rows: ImportWorkerApi['rows'] = async (asked) => {
    const { filter, from, count, showPasswords } = windowRequest.parse(asked);
    const planned = this.#atHand();
    const revision = this.#revision;
    const places = planned.plan.select(filter, from, count);
    await learnOwners(planned.plan, places, this.#surroundings.store);
    const rows = places.map((row) => previewRow(planned, row, showPasswords));
    return { revision, total: planned.plan.howMany(filter), rows };
  };

  cellText: ImportWorkerApi['cellText'] = (row, column) =>
    promised(() => {
      const { checker, plan } = this.#atHand(row);
      return checker.text(row, columnId.parse(column), plan.edits(row));
    });

  editCell: ImportWorkerApi['editCell'] = async (row, column, typed) => {
    const planned = this.#stillOpen(row);
    const mayStill = (): void => {
      this.#stillOpen();
      this.#mustBeAtHand(planned);
    };
    const editing = editCell(planned, row, columnId.parse(column), text.parse(typed), this.#surroundings, mayStill);
    this.#changing = Promise.allSettled([this.#changing, editing]);
    await editing;
    return this.#changed();
  };

  leaveOut: ImportWorkerApi['leaveOut'] = (rows, leftOut) =>
    promised(() => {
      this.#stillOpen().plan.leaveOut(rowPlaces.parse(rows), leftOut);
      return this.#changed();
    });

  leaveOutAll: ImportWorkerApi['leaveOutAll'] = async (asked) => {
    const planned = this.#stillOpen();
    const rows = rowsToLeaveOut.parse(asked);
    const leavingOut = this.#changing.then(() => {
      this.#mustBeAtHand(planned);
      return leaveOutAll(planned, rows, () => this.#mustBeAtHand(planned));
    });
    this.#changing = leavingOut.catch(() => undefined);
    await leavingOut;
    return this.#changed();
  };

  commit: ImportWorkerApi['commit'] = async (onProgress): Promise<CommitOutcome> => {
    const { planned, signal, life } = this.#beginRun();
    this.#agreed = true;
    try {
      await this.#changing;
      life.throwIfAborted();
      const masked = await raceAborts(this.#masked, signal).catch(() => null);
      const watch = { maskedSource: masked, signal, onProgress: seldom(onProgress) };
      const outcome = await commitImport(planned, this.#surroundings, watch);
      if (outcome.kind === 'committed') {
        if (!life.aborted) this.#committedId = outcome.committed.importId;
        return this.#maskingFailed ? { ...outcome, maskingFailed: true } : outcome;
      }
      life.throwIfAborted();
      this.#planned = outcome.planned;
      this.#revision++;
      return { kind: 'refused', refusal: outcome.refusal, preview: this.#state() };
    } finally {
      if (!life.aborted) this.#agreed = this.#committedId !== null;
    }
  };

  result: ImportWorkerApi['result'] = async (id, options, onProgress): Promise<ResultOutcome> => {
    const { signal } = (this.#running = new AbortController());
    const imported = this.#planned && id === this.#committedId ? this.#planned : importId.parse(id);
    const watch = { signal, onProgress: seldom(onProgress) };
    const asked = resultOptions.parse(options);
    const file = await resultOfImport(imported, asked, this.#surroundings, watch);
    if (file === null) throw new Error('There is no such import');
    if ('code' in file) return { kind: 'failure', failure: file };
    return { kind: 'result', file, hasPasswords: typeof imported !== 'number' && !asked.maskPasswords };
  };

  split: ImportWorkerApi['split'] = async (size) => {
    const { planned, signal } = this.#beginRun();
    return splitFile(planned, rowsPerFile.parse(size), signal);
  };

  template: ImportWorkerApi['template'] = (kind) => this.#files.template(kindId.parse(kind));

  exampleFile: ImportWorkerApi['exampleFile'] = (kind, wanted) =>
    this.#files.exampleFile(kindId.parse(kind), example.parse(wanted));

  speak = (locale: string): Promise<void> =>
    promised(() => {
      if (isLocale(locale)) overwriteGetLocale(() => locale);
    });

  cancel = (): Promise<void> => promised(() => this.#running.abort());

  #forget(): AbortController {
    this.#life.abort();
    this.#running.abort();
    this.#planned = null;
    this.#complete = false;
    this.#committedId = null;
    this.#agreed = false;
    this.#masked = Promise.resolve(null);
    this.#maskingFailed = false;
    return (this.#life = new AbortController());
  }

  #hold(planned: PlannedImport, signal: AbortSignal): void {
    this.#planned = planned;
    this.#complete = true;
    this.#revision++;
    this.#masked = maskedSource(planned, signal, () => (this.#maskingFailed = true), this.#surroundings);
  }

  /** What goes over the whole preview: one at a time. */
  #beginRun(): { readonly planned: PlannedImport; readonly signal: AbortSignal; readonly life: AbortSignal } {
    const planned = this.#stillOpen();
    if (!this.#complete) throw new Error('There is no whole preview');
    this.#running = new AbortController();
    return { planned, signal: this.#running.signal, life: this.#life.signal };
  }

  /** `row`: one of its rows that is meant. */
  #atHand(row?: number): PlannedImport {
    const planned = this.#planned;
    if (planned === null) throw new Error('There is no import at hand');
    if (row !== undefined) rowPlaces.parse([row]);
    if (row !== undefined && row >= planned.plan.counts.total) throw new RangeError('There is no such row');
    return planned;
  }

  #stillOpen(row?: number): PlannedImport {
    if (this.#agreed) throw new Error('The import can no more be changed');
    return this.#atHand(row);
  }

  #mustBeAtHand(planned: PlannedImport): void {
    if (this.#planned !== planned) throw new Error('The import is no more at hand');
  }

  #changed(): PreviewState {
    this.#revision++;
    return this.#state();
  }

  #state(): PreviewState {
    return previewState(this.#atHand(), this.#revision, this.#complete);
  }
}

/** What the work throws is a rejection, as with everything that crosses threads. */
function promised<Value>(work: () => Value): Promise<Value> {
  return new Promise((resolve) => resolve(work()));
}
