import type { SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { tooLarge } from '#lib/spreadsheet/refusal.ts';
import { cellContent, type CellCounts } from './cell-value.ts';
import { areaEnd, columnOf, rowOf } from './cell-reference.ts';
import { RichText } from './rich-text.ts';
import type { CellFormats } from './styles.ts';
import { CLOSE, END, MORE, OPEN, type XmlEvent, type XmlScanner } from './xml-scanner.ts';
import { xmlBoolean } from './xml-text.ts';

const LETTER_C = 0x63;
const LETTER_F = 0x66;
const LETTER_V = 0x76;

/** A row as cut from the part: numbers stand for shared strings that are not looked up yet. */
export interface ScannedRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: (string | number)[];
}

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
  lastRow = 0;
  lastColumn = 0;
  formulas = 0;
  formulasWithoutResult = 0;
  readonly counts: CellCounts = { errorCells: 0, dates: 0 };
  readonly hiddenColumns: ColumnSpan[] = [];

  readonly #context: ScanContext;
  readonly #inline: RichText;
  #begun = false;
  #inRows = false;
  #inRow = false;
  #rowNumber = 0;
  #rowNumbered = false;
  #hidden = false;
  #cells: (string | number)[] = [];
  #column = -1;
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
      const event = xml.next();
      if (event === MORE || event === END) return { event, full: false };
      if (this.#inCell) this.#cellPart(event, xml);
      else if (this.#inRows) this.#rowPart(event, xml);
      else this.#sheetPart(event, xml);
    }
    return { event: MORE, full: true };
  }

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
    const { row, column } = areaEnd(area);
    this.lastRow = Math.max(this.lastRow, Math.min(row, this.#context.limits.rows));
    this.lastColumn = Math.max(this.lastColumn, Math.min(column, this.#context.limits.columns));
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
    const number = rowOf(xml.attribute('r') ?? '');
    this.#rowNumbered = number > 0;
    this.#moveToRow(number > 0 ? number : this.#rowNumber + 1);
    this.#hidden = xmlBoolean(xml.attribute('hidden'));
    this.#cells = [];
    this.#column = -1;
  }

  #moveToRow(number: number): void {
    const { rows } = this.#context.limits;
    if (number > rows) throw tooLarge('rows', rows);
    this.#rowNumber = number;
  }

  #endRow(): void {
    if (this.#cells.length === 0) return;
    this.#rows.push({ number: this.#rowNumber, hidden: this.#hidden, cells: this.#cells });
    this.#cellsInRows += this.#cells.length;
    this.#cells = [];
  }

  #beginCell(event: XmlEvent, xml: XmlScanner): void {
    if (!this.#inRow) xml.fail();
    const reference = xml.attribute('r');
    const named = reference === null ? -1 : columnOf(reference);
    this.#column = named >= 0 ? named : this.#column + 1;
    const { columns } = this.#context.limits;
    if (this.#column >= columns) throw tooLarge('columns', columns);
    if (!this.#rowNumbered && reference !== null) {
      // A row without its own number has that of its first cell with a reference.
      const row = rowOf(reference);
      if (row > this.#rowNumber) this.#moveToRow(row);
      this.#rowNumbered = row > 0;
    }
    if (this.#column >= this.lastColumn) this.lastColumn = this.#column + 1;
    if (this.#rowNumber > this.lastRow) this.lastRow = this.#rowNumber;
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
    const { formats, date1904 } = this.#context;
    const cell = { type: this.#type, style: this.#style, value: this.#value, inline: this.#inlineText };
    const content = cellContent(cell, formats, date1904, this.counts);
    if (this.#formula) {
      this.formulas++;
      if (this.#value === null) this.formulasWithoutResult++;
    }
    if (content === '') return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = content;
  }
}
