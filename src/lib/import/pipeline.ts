/** The plot of an import: file → table → matched table → checked rows → plan → committed import → result file. */
import type { PersonId } from '#lib/domain/person.ts';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import { openTable } from './1-read/open-table.ts';
import { matchHeader } from './2-match-header/match-header.ts';
import { workToCommit } from './5-commit/work-to-commit.ts';
import { resultFile } from './6-result/result-file.ts';
import { hasRoomForResult } from './6-result/result-room.ts';
import { importKinds } from './kinds.ts';
import { learnOwners } from './owners.ts';
import { beginPlan, planAgain, planRows, type PlannedImport, type Surroundings } from './planned-import.ts';
import { keptImport, shownImport } from './result-source.ts';
import { sourceFacts } from './source-facts.ts';
import type {
  CommitRefusal,
  CommittedImport,
  HeaderMismatch,
  ImportRequest,
  ReadFailure,
  ResultFailure,
  ResultFile,
  ResultFormat,
  SheetChoice,
  SourceFacts,
  SourceFile,
  StageProgress
} from './road.ts';

export type Previewed =
  | { readonly kind: 'preview'; readonly planned: PlannedImport }
  | { readonly kind: 'choose-sheet'; readonly choice: SheetChoice }
  | { readonly kind: 'header-mismatch'; readonly mismatch: HeaderMismatch; readonly facts: SourceFacts }
  | FileRefused;

/** `facts`: of a text file, as far as it was understood: read in another way, it may be no failure. */
interface FileRefused {
  readonly kind: 'failure';
  readonly failure: ReadFailure;
  readonly facts?: SourceFacts;
}

export interface PreviewWatch {
  readonly signal?: AbortSignal;
  /** After each stretch of rows; the plan can be looked at while it grows, and changed once it is whole. */
  readonly onRows?: (planned: PlannedImport, progress: StageProgress) => void;
}

/** Stages 1 to 4. Writes nothing. Rejects with the signal's reason. */
export async function previewImport(
  source: SourceFile,
  request: ImportRequest,
  surroundings: Surroundings,
  { signal, ...watch }: PreviewWatch = {}
): Promise<Previewed> {
  const stop = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  try {
    const watched = { ...watch, signal: stopped };
    const believed = await readAndPlan(source, request, surroundings, { ...watched, trusting: true });
    if (believed.kind !== 'misread') return believed;
    const read = await readAndPlan(source, request, surroundings, { ...watched, trusting: false });
    if (read.kind === 'misread') throw new Error('A file was misread that was read whole before');
    return read;
  } catch (failure) {
    // Of the store, perhaps: the reading goes on by itself.
    stop.abort(failure);
    throw failure;
  }
}

interface Reading extends PreviewWatch {
  /** See [Note: the beginning is believed]. */
  readonly trusting: boolean;
}

/** Nothing that was seen of the file counts. */
interface FileMisread {
  readonly kind: 'misread';
}

async function readAndPlan(
  source: SourceFile,
  request: ImportRequest,
  surroundings: Surroundings,
  { signal, onRows, trusting }: Reading
): Promise<Previewed | FileMisread> {
  const kind = importKinds[request.kind];
  let facts: SourceFacts | undefined;
  // Only text files can be misread; of these nothing is refused for what their beginning promised.
  const final = (outcome: Previewed): Previewed | FileMisread =>
    trusting && facts !== undefined ? { kind: 'misread' } : outcome;
  const refused = (failure: ReadFailure): FileRefused => ({ kind: 'failure', failure, ...(facts && { facts }) });
  const onText = (understood: SourceFacts): void => void (facts = understood);
  const { inflateToRead: inflate } = surroundings;
  const [organization, reading] = await Promise.all([
    surroundings.store.facts(request.actorId),
    openTable(source, kind, { ...request, trusting, signal, onText, inflate })
  ]);
  if ('code' in reading) return final(refused(reading));
  if ('sheets' in reading) return { kind: 'choose-sheet', choice: reading };

  const matched = matchHeader(reading.table, kind, request.matching, request.groupId !== null);
  if ('proposed' in matched) {
    reading.stop();
    return final({ kind: 'header-mismatch', mismatch: matched, facts: sourceFacts(reading.table, kind) });
  }

  const planned = beginPlan({ source, request, kind, reading, matched, organization }, surroundings);
  for await (const span of reading.spans()) {
    await planRows(planned, span, surroundings);
    onRows?.(planned, { stage: reading.share < 1 ? 'read' : 'check-rows', share: reading.share, rows: span.to });
    await pauseWhenDue(signal);
  }
  if (reading.misread) return { kind: 'misread' };
  if (reading.failure) return final(refused(reading.failure));
  // Said now: after the commit it would be too late to put right.
  if (!hasRoomForResult(matched)) return { kind: 'failure', failure: { code: 'no-room' } };
  return { kind: 'preview', planned };
}

export type Committed =
  | { readonly kind: 'committed'; readonly committed: CommittedImport }
  | {
      readonly kind: 'refused';
      readonly refusal: CommitRefusal;
      /** Planned anew where the organization changed. */
      readonly planned: PlannedImport;
    };

interface CommitWatch {
  /** The source workbook with its passwords masked, to be kept for a result after a restart. */
  readonly maskedSource?: Blob | null;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: StageProgress) => void;
}

/** Others may go on changing the organization; after so many plans in vain the person decides. */
const MOST_PLANS = 5;

/**
 * Stage 5. Where the organization changed since it was planned with, plans again: when every row's outcome is as it was
 * shown, commits at once; otherwise refuses with the differences marked (specification: Commit). An abort before the
 * transaction ends is refused as 'cancelled', and nothing is written.
 */
export async function commitImport(
  shown: PlannedImport,
  surroundings: Surroundings,
  { maskedSource = null, signal, onProgress }: CommitWatch = {}
): Promise<Committed> {
  const { store } = surroundings;
  let planned = shown;
  for (let plans = 1; ; plans++) {
    const { plan, organization } = planned;
    const { ready } = plan.counts;
    if (ready === 0) return { kind: 'refused', refusal: { code: 'nothing-to-import' }, planned };

    await learnOwners(plan, plan.select('email-in-use', 0, Infinity), store);
    const work = workToCommit({ ...planned, revision: organization.revision, maskedSource });
    const outcome = await store.commit(work, {
      ...(signal && { signal }),
      pause: () => pauseWhenDue(signal),
      onProgress: (people) => onProgress?.({ stage: 'commit', share: people / ready, rows: people, ofRows: ready })
    });
    if (!('code' in outcome)) return { kind: 'committed', committed: outcome };
    if (outcome.code !== 'organization-changed') return { kind: 'refused', refusal: outcome, planned };

    const again = await planAgain(planned, surroundings, signal);
    if (again === null) return { kind: 'refused', refusal: { code: 'cancelled' }, planned };
    planned = again;
    if (planned.plan.counts.changed > 0 || plans === MOST_PLANS) return { kind: 'refused', refusal: outcome, planned };
  }
}

interface ResultWatch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: StageProgress) => void;
}

/**
 * Stage 6, from the import at hand, or from what the store kept of it (its passwords are masked then). Refuses where the
 * sheet has no column left, and with null where there is no such import for this person. Rejects with the signal's reason.
 */
export async function resultOfImport(
  imported: PlannedImport | number,
  options: { readonly actorId: PersonId; readonly maskPasswords: boolean; readonly format?: ResultFormat },
  { store, phrasebook, inflate, deflate }: Surroundings,
  { signal, onProgress }: ResultWatch = {}
): Promise<ResultFile | ResultFailure | null> {
  const source =
    typeof imported === 'number' ? await keptImport(imported, options.actorId, store) : shownImport(imported);
  if (source === null) return null;
  return resultFile(source, {
    phrasebook,
    ...options,
    ...(signal && { signal }),
    ...(inflate && { inflate }),
    ...(deflate && { deflate }),
    onProgress: (share) =>
      onProgress?.({ stage: 'result', share, rows: Math.round(share * source.rowCount), ofRows: source.rowCount })
  });
}
