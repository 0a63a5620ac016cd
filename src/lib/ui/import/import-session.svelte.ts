import type { GroupId } from '#lib/domain/group.ts';
import type {
  CommitRefusal,
  CommittedImport,
  HeaderMismatch,
  ImportRequest,
  Matching,
  ReadFailure,
  SheetChoice,
  SourceFacts,
  SourceFile,
  StageProgress
} from '#lib/import/road.ts';
import type { PlanChoices, PreviewEvent, PreviewOutcome, PreviewState } from '#lib/worker/import-worker-api.ts';
import type { ImportClient } from '#lib/worker/import-worker-client.ts';
import type { UnsavedReason } from './unsaved-work.svelte.ts';

/** Where the person stands on the page of an import. */
type ImportStep =
  | { readonly kind: 'choose-file' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'choose-sheet'; readonly choice: SheetChoice }
  | { readonly kind: 'header-mismatch'; readonly mismatch: HeaderMismatch }
  | { readonly kind: 'failure'; readonly failure: ReadFailure }
  | { readonly kind: 'preview' }
  | { readonly kind: 'committing' }
  | { readonly kind: 'done'; readonly committed: CommittedImport }
  /** The worker died or met a bug. */
  | { readonly kind: 'stopped'; readonly during: 'reading' | 'preview' | 'committing' };

/** Hears of a commit's progress, and null when it ended. */
export type TellProgress = (groupId: GroupId | null, progress: StageProgress | null) => void;

/** What the person chose for this file beside the file itself. */
export type Choices = Pick<ImportRequest, 'sheet' | 'matching' | 'text' | 'existing' | 'groupId'>;

/** They outlive the file: the next one is read with them too. */
type LastingChoices = Pick<ImportRequest, 'existing' | 'groupId'>;

/** One visit of the page, from the file to the committed import; the table itself stays in the worker. */
export class ImportSession {
  step = $state.raw<ImportStep>({ kind: 'choose-file' });
  source = $state.raw<SourceFile | null>(null);
  progress = $state.raw<StageProgress | null>(null);
  /** Absent until the header is matched; it grows while the file is still being read. */
  preview = $state.raw<PreviewState | null>(null);
  /** How the file was understood; kept while the same file is read again with other choices. */
  facts = $state.raw<SourceFacts | null>(null);
  choices = $state.raw<Choices>({ groupId: null });
  /** Why the last Start import did not import. */
  refusal = $state.raw<CommitRefusal | null>(null);
  /** A commit was asked to stop and has not answered yet. */
  cancelling = $state(false);
  /** Whether something was changed in the preview by hand. */
  edited = $state(false);
  /** The rows are planned anew with other choices: nothing can be changed meanwhile. */
  planning = $state(false);
  /** Its page was left, which only a commit outlives: what is not done by then is given up. */
  left = false;
  readonly request: ImportRequest;
  readonly client: ImportClient;
  #running: AbortController | null = null;

  readonly #tell: TellProgress;

  constructor(client: ImportClient, request: ImportRequest, tell: TellProgress = () => undefined) {
    this.client = client;
    this.request = request;
    this.choices = { groupId: request.groupId };
    this.#tell = tell;
  }

  /** What a reload would lose. */
  get unsaved(): UnsavedReason | null {
    if (this.step.kind === 'committing') return 'committing';
    if (this.step.kind === 'reading' || (this.step.kind === 'preview' && !this.preview?.complete)) return 'reading';
    return this.step.kind === 'preview' && this.edited ? 'edited-preview' : null;
  }

  /** Reads a file from its beginning; what was read before is forgotten. */
  async read(source: SourceFile): Promise<void> {
    this.facts = null;
    this.choices = this.#lasting;
    await this.#read(source);
  }

  async chooseSheet(sheet: number): Promise<void> {
    await this.change({ sheet });
  }

  async useMatching(matching: Matching): Promise<void> {
    await this.change({ matching });
  }

  /**
   * Other choices, or none, where the settings changed. What only says what becomes of the rows is planned in place; for
   * others the file, if there is one, is read again, and what was changed in the preview is forgotten: see `forgets`. A
   * matching belongs to the columns that it was made for.
   */
  async change(changes: Partial<Choices>): Promise<void> {
    if (this.#mayPlan(changes)) return this.#planWith(changes);
    const { matching, ...others } = this.choices;
    const keepsColumns = changes.text === undefined && changes.sheet === undefined;
    this.choices = { ...(matching && keepsColumns && { matching }), ...others, ...changes };
    if (this.source && this.step.kind !== 'committing' && this.step.kind !== 'done') await this.#read(this.source);
  }

  /** Whether such a change would throw away what was changed in the preview by hand. */
  forgets(changes: Partial<Choices>): boolean {
    return this.unsaved === 'edited-preview' && !this.#mayPlan(changes);
  }

  /** Back to the choice of a file: reading ends, and the preview is forgotten. */
  startOver(): void {
    this.#forget();
    this.source = null;
    this.facts = null;
    this.choices = this.#lasting;
    this.step = { kind: 'choose-file' };
  }

  async startImport(): Promise<void> {
    this.refusal = null;
    this.progress = null;
    this.cancelling = false;
    this.step = { kind: 'committing' };
    this.#tell(this.choices.groupId, { stage: 'commit', share: 0, rows: 0 });
    await this.#run('committing', async (signal) => {
      const outcome = await this.client.commit({ onProgress: (progress) => this.#advance(progress), signal });
      if (outcome.kind === 'committed') {
        this.edited = false;
        this.step = { kind: 'done', committed: outcome.committed };
        if (outcome.maskingFailed) reportError(new Error('An import’s file could not be masked'));
        return;
      }
      this.refusal = outcome.refusal;
      this.preview = outcome.preview;
      this.step = { kind: 'preview' };
    });
    if (this.left) this.#giveUp();
  }

  /**
   * Ends what runs. A commit answers itself whether it was in time: cancelled with nothing written, or done. Where the
   * rows were being planned anew the preview is as before.
   */
  cancel(): void {
    if (this.step.kind === 'committing') this.cancelling = true;
    if (this.step.kind === 'committing' || this.planning) this.#running?.abort();
    else this.startOver();
  }

  /** The counts after a change made by hand. */
  take(preview: PreviewState): void {
    this.preview = preview;
    this.edited = true;
    this.refusal = null;
  }

  /** A call for rows or a cell failed: the worker is gone, and the table with it. */
  stop(): void {
    if (this.step.kind === 'preview') this.step = { kind: 'stopped', during: 'preview' };
  }

  #giveUp(): void {
    if (this.step.kind !== 'done') this.startOver();
  }

  get #lasting(): LastingChoices {
    const { existing, groupId } = this.choices;
    return { groupId, ...(existing && { existing }) };
  }

  async #read(source: SourceFile): Promise<void> {
    this.#forget();
    this.source = source;
    this.step = { kind: 'reading' };
    await this.#run('reading', async (signal) => {
      const onEvent = (event: PreviewEvent): void => {
        if (signal.aborted) return;
        this.progress = event.progress;
        if (event.preview) this.#show(event.preview);
      };
      const outcome = await this.client.preview(source, { ...this.request, ...this.choices }, { onEvent, signal });
      if (!signal.aborted) this.#arrive(outcome);
    });
  }

  #mayPlan({ existing: _existing, groupId, ...others }: Partial<Choices>): boolean {
    const isWhole = this.step.kind === 'preview' && (this.planning || this.preview?.complete === true);
    const { matching } = this.choices;
    // Each row would have to name its own: reading says that no column does.
    const lacksGroups = groupId === null && matching !== undefined && typeof matching.groupId !== 'number';
    return isWhole && !lacksGroups && Object.keys(others).length === 0;
  }

  /** Choices that come meanwhile take the place of those that are being planned with. */
  async #planWith(changes: PlanChoices): Promise<void> {
    let shown = this.choices;
    this.choices = { ...shown, ...changes };
    if (this.planning) return this.#running?.abort();
    this.planning = true;
    this.refusal = null;
    let wanted: Choices;
    do {
      wanted = this.choices;
      const { existing = 'report', groupId } = wanted;
      await this.#run('preview', async (signal) => {
        const isCurrent = (): boolean => this.#running?.signal === signal;
        const onEvent = (event: PreviewEvent): void => {
          if (!isCurrent()) return;
          this.progress = event.progress;
          if (event.preview) this.preview = event.preview;
        };
        const { preview, cancelled } = await this.client.planWith({ existing, groupId }, { onEvent, signal });
        if (!isCurrent()) return;
        if (!cancelled) shown = wanted;
        else if (this.choices === wanted) this.choices = wanted = shown;
        this.#arrive({ kind: 'preview', preview });
      });
    } while (this.#wantsOther(wanted));
    this.planning = false;
  }

  #wantsOther(planned: Choices): boolean {
    return this.planning && this.step.kind === 'preview' && this.choices !== planned;
  }

  #advance(progress: StageProgress): void {
    this.progress = progress;
    this.#tell(this.choices.groupId, progress);
  }

  #show(preview: PreviewState): void {
    this.preview = preview;
    this.facts = preview.facts;
    if (this.step.kind === 'reading') this.step = { kind: 'preview' };
  }

  #arrive(outcome: PreviewOutcome): void {
    if (outcome.kind === 'preview') {
      this.preview = outcome.preview;
      this.facts = outcome.preview.facts;
      this.step = { kind: 'preview' };
    } else {
      this.preview = null;
      if (outcome.kind !== 'choose-sheet' && outcome.facts) this.facts = outcome.facts;
      this.step = outcome;
    }
  }

  #forget(): void {
    this.#running?.abort();
    this.#running = null;
    this.progress = null;
    this.preview = null;
    this.refusal = null;
    this.edited = false;
    this.planning = false;
  }

  async #run(
    during: 'reading' | 'preview' | 'committing',
    work: (signal: AbortSignal) => Promise<void>
  ): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    try {
      await work(running.signal);
    } catch (fault) {
      if (running.signal.aborted && during !== 'committing') return;
      this.step = { kind: 'stopped', during };
      reportError(fault);
    } finally {
      if (during === 'committing') this.#tell(this.choices.groupId, null);
      if (this.#running === running) this.#running = null;
    }
  }
}
