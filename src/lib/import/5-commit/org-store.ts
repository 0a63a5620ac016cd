/** What the road needs of the place where the organization is kept. `storage/dexie-org-store.ts` has it in the browser's database. */
import type { GroupId } from '#lib/domain/group.ts';
import type { Person, PersonId } from '#lib/domain/person.ts';
import type { SpreadsheetFormat, TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import type { ImportKindId } from '#lib/import/kinds.ts';
import type { EmailOwner, OrganizationFacts } from '#lib/import/organization-facts.ts';
import type { ProblemCode } from '#lib/import/problems.ts';
import type {
  CommitRefusal,
  CommittedImport,
  Matching,
  RowOutcome,
  TechnicianDraft,
  TechnicianUpdate
} from '#lib/import/road.ts';

export interface CommitRow {
  /** As the person's own program counts: see SheetRow.number. */
  readonly rowNumber: number;
  /** The file's cells from column A on, the password's cell '', dots in others that repeat it. */
  readonly cells: readonly string[];
  readonly outcome: RowOutcome;
}

/** Where the rows stood in the file: enough to write the Result column again later. */
export interface CommitSheet {
  readonly index: number;
  readonly name: string;
  readonly headerRowNumber: number;
  readonly header: readonly string[];
  /** Cells of the rows with text above it. Absent where an older version kept it. */
  readonly aboveHeader?: readonly (readonly string[])[];
  readonly matching: Matching;
  /** 0-based: where the Result column stands or will stand. */
  readonly resultColumn: number;
  /** See passwordColumns. */
  readonly passwordColumns: readonly number[];
}

export interface CommitWork {
  readonly expectedRevision: number;
  readonly actorId: PersonId;
  readonly kind: ImportKindId;
  readonly fileName: string;
  readonly format: SpreadsheetFormat;
  /** How a text file was written; absent for workbooks. */
  readonly text?: TextFormat;
  /** The chosen group; null where each row named its own. */
  readonly groupId: GroupId | null;
  readonly sheet: CommitSheet;
  /** The technicians to make, in row order: walked once, before the transaction begins. */
  readonly drafts: Iterable<TechnicianDraft>;
  /** The technicians to change, walked once. Their former values are kept for an undo. */
  readonly updates: Iterable<TechnicianUpdate>;
  /** Every row of the table with its outcome, in chunks of at most 1,000: walked once. */
  readonly rows: Iterable<readonly CommitRow[]>;
  /** The source workbook or JSON with its passwords masked, for making the result again; null where it cannot be had. */
  readonly maskedSource: Blob | null;
}

export interface WriteWatch {
  readonly signal?: AbortSignal;
  /** Lets the thread's other tasks run, while what is to be written is made ready; rejects with the signal's reason. */
  readonly pause?: () => Promise<void>;
  /** People written so far; they are there only once `commit` resolves. */
  readonly onProgress?: (people: number) => void;
}

/** What is kept of an import (specification: Imports). */
export interface ImportRecord extends CommittedImport {
  /** Rows that had this problem; a row may have several. Absent in imports of before it was counted. */
  readonly byProblem?: Readonly<Partial<Record<ProblemCode, number>>>;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actorId: PersonId;
  readonly actorName: string;
  readonly kind: ImportKindId;
  readonly fileName: string;
  readonly format: SpreadsheetFormat;
  readonly text?: TextFormat;
  readonly groupId: GroupId | null;
  /** As it was called then; '' without a chosen group. */
  readonly groupName: string;
  readonly sheet: CommitSheet;
  /** The created people have the ids from here on, without gap. */
  readonly firstPersonId: PersonId;
  readonly hasSource: boolean;
  /** Whether the notification bar was closed. */
  readonly noticeDismissed: boolean;
  /** Absent while the import was not taken back. */
  readonly undone?: UndoneImport;
}

export interface UndoneImport {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actorId: PersonId;
  readonly actorName: string;
  /** People who were removed, who got their former values back, and who were kept because they were changed since. */
  readonly removed: number;
  readonly restored: number;
  readonly kept: number;
}

export interface OrgStore {
  facts(actorId: PersonId): Promise<OrganizationFacts>;
  /** Who has these emails; those that nobody has are absent. */
  ownersOf(emailKeys: readonly string[]): Promise<ReadonlyMap<string, EmailOwner>>;
  /** The people with these emails, as they are now. */
  peopleWith(emailKeys: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** One transaction: all of it is there afterwards, or none. Refusals leave nothing behind. */
  commit(work: CommitWork, watch?: WriteWatch): Promise<CommittedImport | CommitRefusal>;
  /** null: there is none, or it is not for this person; so are an import's source and rows. */
  importRecord(actorId: PersonId, importId: number): Promise<ImportRecord | null>;
  /** The masked source workbook; null where none was kept. */
  importSource(actorId: PersonId, importId: number): Promise<Blob | null>;
  /** The rows in order, chunk by chunk. */
  importRows(actorId: PersonId, importId: number): AsyncIterable<readonly CommitRow[]>;
}
