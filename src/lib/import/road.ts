/**
 * The cast of an import, in the order of its appearance: file → table → matched table → checked rows →
 * plan → committed import → result file. `pipeline.ts` is the plot.
 */
import type { GroupId, NamedGroup } from '#lib/domain/group.ts';
import type { SeatTaker } from '#lib/domain/licenses.ts';
import type { PersonId, Technician } from '#lib/domain/person.ts';
import type {
  FileFailure,
  SheetInfo,
  SheetNotes,
  SpreadsheetFormat,
  TextFormat
} from '#lib/spreadsheet/spreadsheet.ts';
import type { ColumnId, ImportKindId } from './kinds.ts';
import type { Problem, ProblemCode } from './problems.ts';

// – the start –

/** What the person gave: a file, or rows pasted from a spreadsheet (named for the result file). */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Blob;
}

export interface ImportRequest {
  readonly kind: ImportKindId;
  /** The group that was chosen; null where each row names its own. */
  readonly groupId: GroupId | null;
  /** Who is signed in. */
  readonly actorId: PersonId;
  /** Which sheet was chosen, by its place in the workbook; absent before the choice. */
  readonly sheet?: number;
  /** The matching that was accepted; absent while the header is as it should be. Belongs to one `text`. */
  readonly matching?: Matching;
  /** How the person says that the text is written; the rest is detected. Changing it is a preview from the beginning. */
  readonly text?: Partial<TextFormat>;
  /** 'report' when absent. */
  readonly existing?: ExistingPeople;
}

/** What becomes of a row whose email a technician has already. */
export type ExistingPeople = 'report' | 'update' | 'leave-out';

// – 1 read –

/** The file as text. Row and column indexes start at 0; row numbers are the person's own (see SheetRow.number). */
export interface Table {
  readonly format: SpreadsheetFormat;
  readonly text?: TextFormat;
  readonly sheet: number;
  readonly sheetName: string;
  readonly headerRowNumber: number;
  readonly header: readonly string[];
  /** Rows below the header that have text. */
  readonly rowCount: number;
  /** 1-based: the last column with anything in it; final when the sheet is read to its end. */
  readonly lastColumn: number;
  rowNumber(row: number): number;
  /** '' beyond the row's end. */
  cell(row: number, column: number): string;
  /** From column A on. */
  cells(row: number): readonly string[];
}

/** 'no-room': the workbook's sheet has no column left for the Result. */
export type ReadFailure = FileFailure | { readonly code: 'no-header' | 'no-room' };

/** Several sheets have data and none stands out: the person chooses. */
export interface SheetChoice {
  readonly sheets: readonly SheetInfo[];
}

// – 2 match header –

/** For each column of the kind the index of the file's column, or null where the file has none. */
export type Matching = Readonly<Partial<Record<ColumnId, number | null>>>;

export interface MatchedTable {
  readonly table: Table;
  readonly matching: Matching;
  /** The file's own Result column, where a result file came again. */
  readonly resultColumn: number | null;
}

/** How the header differs. Positions are 0-based indexes of the file's columns. */
export interface HeaderMismatch {
  readonly header: readonly string[];
  readonly missing: readonly ColumnId[];
  readonly extra: readonly { readonly position: number; readonly text: string }[];
  readonly renamed: readonly { readonly position: number; readonly text: string; readonly column: ColumnId }[];
  readonly moved: readonly { readonly position: number; readonly expected: number; readonly column: ColumnId }[];
  readonly proposed: Matching;
  /** The kind whose header this is exactly, where it is another's. */
  readonly otherKind?: ImportKindId;
}

// – 3 check rows –

/** A row in the words of the domain. */
export interface TechnicianDraft {
  readonly name: string;
  readonly nickname: string;
  readonly email: string;
  readonly ssoId: string;
  readonly description: string;
  readonly password: string;
  readonly enabled: boolean;
  readonly standardLicense: boolean;
  readonly mobileLicense: boolean;
  readonly groupId: GroupId;
}

/** What the row alone says of itself; what it means among the others and in the organization is the plan's business. */
export interface CheckedRow {
  readonly problems: readonly Problem[];
  /** The key of its email, '' where that is none. A row with problems is still the other of a duplicate. */
  readonly emailKey: string;
  /** The group that the row itself names; null where the group was chosen, or the row names none. */
  readonly groupId: GroupId | null;
  /** A result file came again, and its Result says anything but a problem. */
  readonly alreadyDone: boolean;
  /** It names a group, and another was chosen for the whole file. */
  readonly groupIgnored: boolean;
}

/** A row whose email a technician has: what it would make of that technician. */
export interface TechnicianUpdate {
  readonly before: Technician;
  readonly after: Technician;
  /** Absent: stays as it is. */
  readonly password?: string;
}

/** Texts that were typed into the preview, by column. */
export type RowEdits = ReadonlyMap<ColumnId, string>;

/** `row` is the row's place in the table. */
export interface RowChecker {
  /** The cell as it stands: trimmed, unless it is a password; what was typed into the preview wins. */
  readonly text: (row: number, column: ColumnId, edits?: RowEdits) => string;
  readonly check: (row: number, edits?: RowEdits) => CheckedRow;
  /** What `check` gives as its emailKey, alone. */
  readonly emailKey: (row: number, edits?: RowEdits) => string;
  /** The technician that a row without problems makes; null where it is said nowhere into which group. */
  readonly draft: (row: number, edits?: RowEdits) => TechnicianDraft | null;
  /** Which seats that technician takes. */
  readonly seats: (row: number, edits?: RowEdits) => SeatTaker;
  /** What the row would make of the technician who has its email: only filled cells change anything. */
  readonly update: (row: number, before: Technician, edits?: RowEdits) => TechnicianUpdate;
}

// – 4 plan –

export interface PlanCounts {
  readonly total: number;
  /** To be created or updated. */
  readonly ready: number;
  /** Of the ready ones. */
  readonly updated: number;
  /** Of people who are already as their row says: neither ready nor a problem. */
  readonly unchanged: number;
  readonly problems: number;
  readonly leftOut: number;
  /** Of those left out: their Result says that they were done. */
  readonly doneBefore: number;
  /** Of those left out: their email is in use, and such rows were to be left out. */
  readonly existing: number;
  /** Rows whose outcome differs from what was shown before the organization changed. */
  readonly changed: number;
  /** Rows that have this problem; a row may have several. Problems no row has are absent. */
  readonly byProblem: Readonly<Partial<Record<ProblemCode, number>>>;
}

/** One row of the plan, with everything that is said of it. */
export interface PlannedRow {
  /** Its place in the table. */
  readonly row: number;
  readonly rowNumber: number;
  readonly problems: readonly Problem[];
  readonly edited: readonly ColumnId[];
  readonly leftOut: boolean;
  readonly changed: boolean;
  /** What it would change of whom; absent where it creates someone, has problems or is left out. */
  readonly update?: RowUpdate;
}

/** One cell that changes something: texts as a file has them, of a password ''. */
export interface CellChange {
  readonly column: ColumnId;
  readonly before: string;
  readonly after: string;
}

interface GroupMove {
  readonly from: NamedGroup;
  readonly to: NamedGroup;
}

/** Without changes and move the person is already as the row says. */
export interface RowUpdate {
  readonly personId: PersonId;
  readonly personName: string;
  /** All but the group. */
  readonly changes: readonly CellChange[];
  readonly moved?: GroupMove;
}

export type RowFilter = 'all' | 'ready' | 'updated' | 'unchanged' | 'problems' | 'left-out' | 'changed' | ProblemCode;

// – 5 commit –

export type RowOutcome =
  | { readonly kind: 'created'; /** Columns that were edited in the preview. */ readonly edited: readonly ColumnId[] }
  | { readonly kind: 'updated'; readonly changes: readonly CellChange[]; readonly moved?: GroupMove }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'left-out' }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** Turns what became of a row into the words of its Result cell, and knows them again. */
export interface Phrasebook {
  outcome(outcome: RowOutcome): string;
  /** Whether a Result cell, in any language of the app, says anything but a problem: such a row is not tried again. */
  saysDone(resultText: string): boolean;
}

export interface CommittedImport {
  readonly importId: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly leftOut: number;
}

export type CommitRefusal =
  | { readonly code: 'organization-changed' }
  | { readonly code: 'storage-full' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'group-gone' }
  | { readonly code: 'nothing-to-import' }
  | { readonly code: 'cancelled' };

// – 6 result –

/** Why the person's own workbook cannot take the Result column. */
export type ResultFailure = { readonly code: 'no-room' } | FileFailure;

/** 'same': as the file itself, where that is CSV or JSON; otherwise it is a workbook all the same. */
export type ResultFormat = 'xlsx' | 'same';

export interface ResultFile {
  /** `<original name>-result.xlsx` */
  readonly name: string;
  readonly bytes: Blob;
}

// – on the way –

/** Those that take long enough to be told of: the header is matched at once, rows are planned as they are checked. */
export type StageName = 'read' | 'check-rows' | 'commit' | 'result';

/** What a stage tells while it works. */
export interface StageProgress {
  readonly stage: StageName;
  /** 0 to 1. */
  readonly share: number;
  /** Rows done so far, and of how many where that is known. */
  readonly rows: number;
  readonly ofRows?: number;
}

/** How a file was understood, before its header is matched. */
export interface SourceFacts {
  readonly format: SpreadsheetFormat;
  readonly text?: TextFormat;
  /** Of a text file: its header and first rows, as far as they are read; passwords masked. */
  readonly sample?: readonly (readonly string[])[];
}

export interface TableFacts extends SourceFacts {
  readonly sheets: readonly SheetInfo[];
  readonly sheet: number;
  readonly notes: SheetNotes;
  readonly hiddenSheet: boolean;
  /** Rows with text that were passed over. */
  readonly rowsAboveHeader?: number;
  readonly hasResultColumn: boolean;
  /** Rows whose Result says that they were done, and that are left out for it. */
  readonly doneBefore?: number;
  /** The chosen group; null where each row names its own. */
  readonly group: (NamedGroup & { readonly enabled: boolean }) | null;
  /** Rows whose own Tech Group ID is ignored because a group was chosen. */
  readonly ignoredGroupIds: number;
  /** Rows allowed; null without a limit. */
  readonly rowLimit: number | null;
}
