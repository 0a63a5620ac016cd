import type { SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { cellContent, type CellCounts, type RawCell } from './cell-value.ts';
import { areaEnd, columnOf, rowOf } from './cell-reference.ts';
import { CutRows } from './cut-rows.ts';
import { PlainCells } from '#lib/spreadsheet/xlsx/plain/plain-cells.ts';
import { plainMarkup } from '#lib/spreadsheet/xlsx/plain/plain-markup.ts';
import { PlainRows } from '#lib/spreadsheet/xlsx/plain/plain-rows.ts';
import { RichText } from './rich-text.ts';
import type { CellFormats } from './styles.ts';
import { CLOSE, END, MORE, OPEN, XmlScanner, type XmlEvent } from '#lib/spreadsheet/xlsx/xml/xml-scanner.ts';
import { xmlBoolean } from '#lib/spreadsheet/xlsx/xml/xml-text.ts';

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
  readonly rows: CutRows;
  readonly counts: CellCounts = { errorCells: 0, dates: 0 };
  readonly hiddenColumns: ColumnSpan[] = [];

  readonly #context: ScanContext;
  readonly #xml: XmlScanner;
  readonly #inline: RichText;
  readonly #plainCells: PlainCells;
  readonly #plainRows: PlainRows;
  #formulas = 0;
  #formulasWithoutResult = 0;
  #mostCells = 0;
  #markup = plainMarkup('');
  #begun = false;
  #inRows = false;
  #inCell = false;
  #inInline = false;
  #type = 'n';
  #style = 0;
  #value: string | null = null;
  #inlineText: string | null = null;
  #formula = false;

  constructor(part: string, context: ScanContext) {
    const { limits, formats } = context;
    this.#context = context;
    this.#xml = new XmlScanner(part, limits);
    this.#inline = new RichText(limits);
    this.rows = new CutRows(limits);
    this.#plainCells = new PlainCells(this.rows, formats, (type, style, value) =>
      this.#contentOf({ type, style, value, inline: null })
    );
    this.#plainRows = new PlainRows(this.rows, this.#plainCells, this.#xml);
  }

  get formulas(): number {
    return this.#formulas + this.#plainCells.formulas;
  }

  get formulasWithoutResult(): number {
    return this.#formulasWithoutResult + this.#plainCells.formulasWithoutResult;
  }

  feed(...pieces: readonly Uint8Array[]): void {
    this.#xml.feed(...pieces);
  }

  finish(): void {
    this.#xml.finish();
  }

  /** Scans what there is, or up to so many cells. MORE: take the rows, feed it or go on; END: that was all. */
  scan(mostCells: number): { readonly event: typeof MORE | typeof END; readonly full: boolean } {
    const xml = this.#xml;
    this.#mostCells = mostCells;
    while (this.rows.cellCount < mostCells) {
      if (this.#inRows && !this.#inCell) xml.skim(this.#passPlainRows);
      const event = xml.next();
      if (event === MORE || event === END) return { event, full: false };
      if (this.#inCell) this.#cellPart(event, xml);
      else if (this.#inRows) this.#rowPart(event, xml);
      else this.#sheetPart(event, xml);
    }
    return { event: MORE, full: true };
  }

  readonly #passPlainRows = (bytes: Uint8Array, at: number): number =>
    this.#plainRows.pass(bytes, at, this.#mostCells, this.#markup);

  #sheetPart(event: XmlEvent, xml: XmlScanner): void {
    if (event === CLOSE) return;
    switch (xml.name) {
      case 'sheetData':
        // Of two the annotator would patch one.
        if (this.#begun) xml.fail();
        this.#begun = true;
        this.#markup = plainMarkup(xml.prefix);
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
    this.rows.include(areaEnd(area));
  }

  #rowPart(event: XmlEvent, xml: XmlScanner): void {
    if (xml.letter === LETTER_C) {
      if (event !== CLOSE) this.#beginCell(event, xml);
      return;
    }
    const { name } = xml;
    if (name === 'row') {
      // Neither is a row part of a row nor a cell of a cell: the annotator would patch another row than was read.
      if (event === OPEN && this.rows.isOpen) xml.fail();
      if (event !== CLOSE) this.rows.begin(rowOf(xml.attribute('r') ?? ''), xmlBoolean(xml.attribute('hidden')));
      if (event !== OPEN) this.rows.end();
    } else if (name === 'sheetData' && event === CLOSE) this.#inRows = false;
  }

  #beginCell(event: XmlEvent, xml: XmlScanner): void {
    if (!this.rows.isOpen) xml.fail();
    const reference = xml.attribute('r');
    this.rows.reach(reference === null ? -1 : columnOf(reference));
    if (!this.rows.numbered && reference !== null) this.rows.nameBy(rowOf(reference));
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
    const content = this.#contentOf(cell);
    if (typeof content === 'number') this.rows.putShared(content);
    else this.rows.putText(content);
    if (this.#formula) {
      this.#formulas++;
      // An empty number is none; an empty text may be what a formula gives.
      if (this.#value === null || (this.#value === '' && this.#type === 'n')) this.#formulasWithoutResult++;
    }
  }

  #contentOf(cell: RawCell): string | number {
    const { formats, date1904 } = this.#context;
    return cellContent(cell, formats, date1904, this.counts);
  }
}
