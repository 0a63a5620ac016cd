import type { SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { cellContent, type CellCounts, type RawCell } from './cell-value.ts';
import { areaEnd, columnOf, rowOf } from './cell-reference.ts';
import { CurrentRow, type ScannedRow } from './current-row.ts';
import { passPlainCells, type ValueOf } from './plain-cells.ts';
import { RichText } from './rich-text.ts';
import type { CellFormats } from './styles.ts';
import { CLOSE, END, MORE, OPEN, type XmlEvent, type XmlScanner } from './xml-scanner.ts';
import { xmlBoolean } from './xml-text.ts';

const LETTER_C = 0x63;
const LETTER_F = 0x66;
const LETTER_V = 0x76;

/** Columns from 1, both included. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
}

export interface ScanContext {
  readonly formats: CellFormats;
  readonly date1904: boolean;
  readonly limits: SpreadsheetLimits;
}

/** Cuts rows and cells out of a sheet part, window by window (ECMA-376 part 1, 18.3.1). */
export class SheetScanner {
  /** Rows with something in them, since `takeRows`. */
  #rows: ScannedRow[] = [];
  #cellsInRows = 0;
  formulas = 0;
  formulasWithoutResult = 0;
  readonly counts: CellCounts = { errorCells: 0, dates: 0 };
  readonly hiddenColumns: ColumnSpan[] = [];

  readonly #context: ScanContext;
  readonly #inline: RichText;
  readonly #row: CurrentRow;
  #begun = false;
  #inRows = false;
  #inRow = false;
  #inCell = false;
  #inInline = false;
  #type = 'n';
  #style = 0;
  #value: string | null = null;
  #inlineText: string | null = null;
  #formula = false;

  constructor(context: ScanContext) {
    this.#context = context;
    this.#inline = new RichText(context.limits);
    this.#row = new CurrentRow(context.limits);
  }

  /** The last row and column with a cell, a table or a merged area; 0 in an empty sheet. */
  get lastRow(): number {
    return this.#row.lastRow;
  }

  get lastColumn(): number {
    return this.#row.lastColumn;
  }

  /** The rows scanned since the last call. */
  takeRows(): ScannedRow[] {
    const rows = this.#rows;
    this.#rows = [];
    this.#cellsInRows = 0;
    return rows;
  }

  /** Scans what the scanner has, or up to so many cells. MORE: take the rows, feed it or go on; END: that was all. */
  scan(xml: XmlScanner, mostCells: number): { readonly event: typeof MORE | typeof END; readonly full: boolean } {
    while (this.#cellsInRows < mostCells) {
      // A row without its own number has that of its first cell with a reference.
      if (this.#inRow && !this.#inCell && this.#row.numbered) xml.skim(this.#passPlainCells);
      const event = xml.next();
      if (event === MORE || event === END) return { event, full: false };
      if (this.#inCell) this.#cellPart(event, xml);
      else if (this.#inRows) this.#rowPart(event, xml);
      else this.#sheetPart(event, xml);
    }
    return { event: MORE, full: true };
  }

  readonly #passPlainCells = (text: string, at: number): number => passPlainCells(text, at, this.#row, this.#valueOf);

  readonly #valueOf: ValueOf = (type, style, value) => this.#contentOf({ type, style, value, inline: null });

  #sheetPart(event: XmlEvent, xml: XmlScanner): void {
    if (event === CLOSE) return;
    switch (xml.name) {
      case 'sheetData':
        // Of two the annotator would patch one.
        if (this.#begun) xml.fail();
        this.#begun = true;
        this.#inRows = event === OPEN;
        break;
      case 'col': {
        if (!xmlBoolean(xml.attribute('hidden'))) break;
        const first = Math.max(1, rowOf(xml.attribute('min') ?? ''));
        this.hiddenColumns.push({ first, last: rowOf(xml.attribute('max') ?? '') });
        break;
      }
      case 'mergeCell':
        this.reach(xml.attribute('ref') ?? '');
    }
  }

  /** An area counts as part of the sheet: a merged one, a table. */
  reach(area: string): void {
    this.#row.include(areaEnd(area));
  }

  #rowPart(event: XmlEvent, xml: XmlScanner): void {
    if (xml.letter === LETTER_C) {
      if (event !== CLOSE) this.#beginCell(event, xml);
      return;
    }
    const { name } = xml;
    if (name === 'row') {
      // Neither is a row part of a row nor a cell of a cell: the annotator would patch another row than was read.
      if (event === OPEN && this.#inRow) xml.fail();
      this.#inRow = event === OPEN;
      if (event !== CLOSE) this.#beginRow(xml);
      if (event !== OPEN) this.#endRow();
    } else if (name === 'sheetData' && event === CLOSE) this.#inRows = false;
  }

  #beginRow(xml: XmlScanner): void {
    this.#row.begin(rowOf(xml.attribute('r') ?? ''), xmlBoolean(xml.attribute('hidden')));
  }

  #endRow(): void {
    const { number, hidden, cells } = this.#row;
    if (cells.length === 0) return;
    this.#rows.push({ number, hidden, cells });
    this.#cellsInRows += cells.length;
  }

  #beginCell(event: XmlEvent, xml: XmlScanner): void {
    if (!this.#inRow) xml.fail();
    const reference = xml.attribute('r');
    this.#row.reach(reference === null ? -1 : columnOf(reference));
    if (!this.#row.numbered && reference !== null) this.#row.nameBy(rowOf(reference));
    if (event !== OPEN) return;
    this.#inCell = true;
    this.#type = xml.attribute('t') ?? 'n';
    this.#style = Number(xml.attribute('s') ?? 0);
    this.#value = null;
    this.#inlineText = null;
    this.#formula = false;
  }

  #cellPart(event: XmlEvent, xml: XmlScanner): void {
    switch (xml.letter) {
      case LETTER_V:
        if (event !== OPEN) this.#value = event === CLOSE ? xml.text() : '';
        return;
      case LETTER_C:
        if (event !== CLOSE) xml.fail();
        this.#endCell();
        return;
      case LETTER_F:
        this.#formula = true;
        return;
    }
    if (xml.name === 'is') {
      this.#inInline = event === OPEN;
      if (event === OPEN) this.#inline.begin();
      if (event === CLOSE) this.#inlineText = this.#inline.text();
    } else if (this.#inInline) this.#inline.take(event, xml);
  }

  #endCell(): void {
    this.#inCell = false;
    this.#inInline = false;
    const cell = { type: this.#type, style: this.#style, value: this.#value, inline: this.#inlineText };
    this.#row.put(this.#contentOf(cell));
    if (this.#formula) {
      this.formulas++;
      if (this.#value === null) this.formulasWithoutResult++;
    }
  }

  #contentOf(cell: RawCell): string | number {
    const { formats, date1904 } = this.#context;
    return cellContent(cell, formats, date1904, this.counts);
  }
}
