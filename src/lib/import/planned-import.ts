import { emailKey } from '#lib/domain/person.ts';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import type { DeflateElsewhere } from '#lib/spreadsheet/zip/deflate-part.ts';
import type { InflateEntry } from '#lib/spreadsheet/zip/entry-data.ts';
import type { RowSpan, TableReading } from './1-read/table-reading.ts';
import { rowChecker } from './3-check-rows/check-rows.ts';
import { Plan } from './4-plan/plan.ts';
import type { OrgStore } from './5-commit/org-store.ts';
import type { ColumnId, ImportKind } from './kinds.ts';
import type { OrganizationFacts } from './organization-facts.ts';
import type {
  ImportRequest,
  MatchedTable,
  Phrasebook,
  RowChecker,
  RowFilter,
  SourceFile,
  StageProgress
} from './road.ts';

/** What the road needs of the world around it. */
export interface Surroundings {
  readonly store: OrgStore;
  readonly phrasebook: Phrasebook;
  /** Who inflates the large parts of a workbook that is read; absent: the same thread. */
  readonly inflateToRead?: InflateEntry;
  /** And of one that is written again, as a result is. */
  readonly inflate?: InflateEntry;
  /** Who deflates some of what is written, at the same time. */
  readonly deflate?: DeflateElsewhere;
}

/** What a plan is made of, before its first row. */
interface PlanGround {
  readonly source: SourceFile;
  readonly request: ImportRequest;
  readonly kind: ImportKind;
  readonly reading: TableReading;
  readonly matched: MatchedTable;
  readonly organization: OrganizationFacts;
}

/** An import that the person looks at: nothing of it is written yet. */
export interface PlannedImport extends PlanGround {
  readonly checker: RowChecker;
  readonly plan: Plan;
}

/** A plan without rows yet; edits and left-out rows of the plan `before` it carry over. */
export function beginPlan(ground: PlanGround, { phrasebook }: Surroundings, before?: Plan): PlannedImport {
  const { kind, matched, organization, request } = ground;
  const { existing = 'report' } = request;
  const checker = rowChecker(matched, kind, {
    minimumPasswordStrength: organization.settings.minimumPasswordStrength,
    groupId: request.groupId,
    saysDone: (result) => phrasebook.saysDone(result),
    ...(existing === 'update' && { updates: (key: string) => organization.emailKeys.has(key) })
  });
  const facts = organization;
  const plan = new Plan({ kind, table: matched.table, checker, facts, existing, chosenGroup: request.groupId }, before);
  return { ...ground, checker, plan };
}

/** Stages 3 and 4 for the next rows. Gives nothing to wait for unless people have to be looked up. */
export function planRows(
  { plan, matched }: PlannedImport,
  { from, to }: RowSpan,
  { store }: Surroundings
): Promise<void> | undefined {
  // The first rows do not wait for the people of all others.
  const unknown = plan.unknownPeopleIn(to, from === 0 ? to : matched.table.rowCount);
  if (unknown.length === 0) {
    plan.grow(to);
    return undefined;
  }
  return store.peopleWith(unknown).then((people) => {
    plan.learnPeople(people);
    plan.grow(to);
  });
}

/** What was typed into a cell of the preview. `mayStill` throws where the store's answer came too late for it. */
export async function editCell(
  { plan }: PlannedImport,
  row: number,
  column: ColumnId,
  text: string,
  { store }: Surroundings,
  mayStill: () => void = () => undefined
): Promise<void> {
  const unknown = column === 'email' ? plan.unknownPeople([emailKey(text)]) : [];
  if (unknown.length > 0) plan.learnPeople(await store.peopleWith(unknown));
  mayStill();
  plan.edit(row, column, text);
}

/** Which rows are left out, or taken in again, at once. */
export interface RowsToLeaveOut {
  readonly filter: RowFilter;
  /**
   * 0: all that pass the filter. Otherwise so many of them, the first, stay as they are, and what would pass in the
   * place of the others goes with them.
   */
  readonly keep: number;
  /** false: taken in. */
  readonly leftOut: boolean;
}

/** A matter of milliseconds. */
const STRETCH = 2000;

/** Lets the thread's other tasks run in between; `mayStill` throws where one of them ended this. */
export async function leaveOutAll(
  { plan }: PlannedImport,
  { filter, keep, leftOut }: RowsToLeaveOut,
  mayStill: () => void = () => undefined
): Promise<void> {
  const rows = keep === 0 ? plan.select(filter, 0, Infinity) : plan.after(filter, keep);
  for (let from = 0; from < rows.length; from += STRETCH) {
    plan.leaveOut(rows.slice(from, from + STRETCH), leftOut);
    await pauseWhenDue();
    mayStill();
  }
}

/** What can be chosen anew without reading the file again. */
export type PlanChoices = Partial<Pick<ImportRequest, 'existing' | 'groupId'>>;

interface PlanWatch {
  readonly signal?: AbortSignal;
  /** After each stretch of rows. */
  readonly onRows?: (planned: PlannedImport, progress: StageProgress) => void;
}

/** The same rows, edits and left-out rows with other choices, in the organization as it is now; null where that was aborted. */
export async function planWith(
  choices: PlanChoices,
  before: PlannedImport,
  surroundings: Surroundings,
  watch: PlanWatch = {}
): Promise<PlannedImport | null> {
  const planned = await planOver(before, { ...before.request, ...choices }, surroundings, watch);
  planned?.plan.forgetBefore();
  return planned;
}

/**
 * The same rows, edits and left-out rows against the organization as it is now, with the differences marked; null where
 * that was aborted.
 */
export async function planAgain(
  before: PlannedImport,
  surroundings: Surroundings,
  signal?: AbortSignal
): Promise<PlannedImport | null> {
  const planned = await planOver(before, before.request, surroundings, { ...(signal && { signal }) });
  planned?.plan.markChanges();
  return planned;
}

async function planOver(
  before: PlannedImport,
  request: ImportRequest,
  surroundings: Surroundings,
  { signal, onRows }: PlanWatch
): Promise<PlannedImport | null> {
  const organization = await surroundings.store.facts(request.actorId);
  const planned = beginPlan({ ...before, request, organization }, surroundings, before.plan);
  const ofRows = before.reading.table.rowCount;
  for await (const span of before.reading.spans()) {
    if (signal?.aborted) return null;
    await planRows(planned, span, surroundings);
    onRows?.(planned, { stage: 'check-rows', share: span.to / ofRows, rows: span.to, ofRows });
    await pauseWhenDue();
  }
  return signal?.aborted ? null : planned;
}
