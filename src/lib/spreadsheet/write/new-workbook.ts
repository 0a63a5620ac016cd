/** What a new workbook is made of. */

export type CellStyle = 'text' | 'general' | 'header' | 'title' | 'wrapped' | 'good' | 'bad' | 'muted';

export type NewCell = string | { readonly text: string; readonly style: CellStyle };

export interface NewColumn {
  /** In characters of the default font. */
  readonly width: number;
  /** `text`: what a person types there stays as typed (00123, 1/2). */
  readonly format: 'text' | 'general';
}

export interface NewSheet {
  /** Made to fit what Excel allows: 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly NewColumn[];
  /** From row 1 on, without gaps; an empty text is an empty cell. Read once, as it is written. */
  readonly rows: Iterable<readonly NewCell[]>;
  /** Rows that stay in view. */
  readonly frozenRows?: number;
  /**
   * Protects the sheet without a password, all but the cells below the frozen rows: people type there, insert, delete,
   * sort and format as they like, and cannot change a header by mistake.
   */
  readonly locked?: boolean;
}

export interface NewWorkbook {
  readonly sheets: readonly NewSheet[];
  readonly signal?: AbortSignal;
}
