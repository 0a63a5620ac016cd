import { columnLetters, escapeCellText } from './cell-text.ts';
import type { ItemText, PieceHandler } from './element-splitter.ts';
import { rowNumberOf } from './element-splitter.ts';
import type { SheetMask } from './sheet-mask.ts';
import type { CellSpan } from './row-cells.ts';
import type { WriteBytes } from './part-rewrite.ts';
import { EncodedTexts, RepeatedChange } from './repeated-bytes.ts';
import type { RowBytes } from './row-bytes.ts';
import { cellsOf, plainlyEndsBefore } from './row-cells.ts';
import { patchProlog } from './sheet-prolog.ts';
import type { ResultTone, ToneStyles } from './styles-patch.ts';
import { attributeOf, elementName } from './xml-structure.ts';

export interface ResultCell {
  readonly text: string;
  readonly tone: ResultTone;
}

interface ResultColumn {
  /** 1-based. */
  readonly column: number;
  readonly header: { readonly rowNumber: number; readonly text: string };
  readonly cellFor: (rowNumber: number) => ResultCell | undefined;
}

/** Puts the cells of one more column into a sheet, and masks others on the way. */
export class SheetPatch implements PieceHandler {
  #prefix = '';
  #row = 0;
  #spans = { old: '', now: '' };
  readonly #letters: string;
  readonly #cellOpening: Uint8Array;
  readonly #cellRests = { good: new EncodedTexts(), bad: new EncodedTexts(), muted: new EncodedTexts() };
  /** From the end of its number on. */
  readonly #rowOpening = new RepeatedChange((text) => this.#withSpan(text));

  constructor(
    private readonly results: ResultColumn,
    private readonly styles: ToneStyles | undefined,
    private readonly mask?: SheetMask
  ) {
    this.#letters = columnLetters(results.column);
    this.#cellOpening = new TextEncoder().encode(`<c r="${this.#letters}`);
  }

  prolog(text: string, tags: string, prefix: string): string {
    this.#prefix = prefix;
    this.mask?.prolog(text, tags, prefix);
    const { column, header } = this.results;
    return patchProlog(text, tags, prefix, { column, headerRow: header.rowNumber });
  }

  item(row: ItemText): string {
    const { header, column } = this.results;
    const open = row.text.slice(0, row.openEnd);
    this.#row = rowNumberOf(open, this.#row);
    const isHeader = this.#row === header.rowNumber;
    const result = isHeader ? undefined : this.results.cellFor(this.#row);
    const masked = this.mask?.row(row, this.#row);
    if (!isHeader && !result) return masked?.text ?? row.text;

    const reference = `${this.#letters}${this.#row}`;
    if (result && !masked && plainlyEndsBefore(row, this.#prefix, column, reference)) {
      const cell = this.#cell(reference, result.text, this.styles?.[result.tone]);
      return this.#assembled(open, row.text.slice(row.openEnd, row.closeStart) + cell);
    }
    const current = masked ?? row;
    const { before, replaced, after } = neighbours(cellsOf(current, this.#prefix), column);
    const style = result ? this.styles?.[result.tone] : styleOf(current, replaced ?? before);
    const cell = this.#cell(reference, result?.text ?? header.text, style);
    const start = replaced?.start ?? after?.start ?? before?.end ?? current.openEnd;
    const end = replaced?.end ?? start;
    const content = current.text.slice(current.openEnd, start) + cell + current.text.slice(end, current.closeStart);
    return this.#assembled(current.text.slice(0, current.openEnd), content);
  }

  plainRow(bytes: Uint8Array, row: RowBytes, write: WriteBytes): boolean {
    const { header, column, cellFor } = this.results;
    if (row.number === header.rowNumber || row.lastColumn === 0 || row.lastColumn >= column) return false;
    if (this.mask && !this.mask.findPlainCells(bytes, row)) return false;
    this.#row = row.number;
    const result = cellFor(row.number);
    write(bytes, row.start, row.numberEnd);
    if (result) write(this.#rowOpening.of(bytes, row.numberEnd, row.openEnd));
    else write(bytes, row.numberEnd, row.openEnd);
    if (this.mask) this.mask.writePlainCells(bytes, row, write);
    else write(bytes, row.openEnd, row.closeStart);
    if (result) this.#writeCell(bytes, row, write, result);
    write(bytes, row.closeStart, row.end);
    return true;
  }

  #writeCell(bytes: Uint8Array, row: RowBytes, write: WriteBytes, { text, tone }: ResultCell): void {
    write(this.#cellOpening);
    write(bytes, row.numberStart, row.numberEnd);
    write(this.#cellRests[tone].of(text, () => this.#cellRest(text, this.styles?.[tone])));
  }

  tail(text: string): string {
    return this.mask?.tail(text) ?? text;
  }

  #assembled(open: string, content: string): string {
    const opened = open.endsWith('/>') ? `${open.slice(0, -2).trimEnd()}>` : open;
    return `${this.#withSpan(opened)}${content}</${elementName(open)}>`;
  }

  /** `spans` is a hint (ECMA-376 18.3.1.73), but a wrong one makes some readers leave out the cell. */
  #withSpan(open: string): string {
    // Row after row has the same.
    if (this.#spans.old !== '' && open.includes(this.#spans.old)) return open.replace(this.#spans.old, this.#spans.now);
    const old = /\sspans\s*=\s*["'][^"']*["']/.exec(open)?.[0];
    if (old === undefined) return open;
    const { column } = this.results;
    const now = old.replace(/(\d+):(\d+)(?=\s*["'])/, (span, first: string, last: string) =>
      Number(last) >= column ? span : `${first}:${column}`
    );
    this.#spans = { old, now };
    return open.replace(old, now);
  }

  #cell(reference: string, text: string, style: number | undefined): string {
    return `<${this.#prefix}c r="${reference}${this.#cellRest(text, style)}`;
  }

  /** All after the reference. */
  #cellRest(text: string, style: number | undefined): string {
    const p = this.#prefix;
    const styled = style === undefined || style === 0 ? '' : ` s="${style}"`;
    const written = escapeCellText(text);
    return `"${styled} t="inlineStr"><${p}is><${p}t xml:space="preserve">${written}</${p}t></${p}is></${p}c>`;
  }
}

interface Neighbours {
  /** The nearest cell left of the column, and the first that stands right of it. */
  readonly before: CellSpan | undefined;
  readonly replaced: CellSpan | undefined;
  readonly after: CellSpan | undefined;
}

function neighbours(cells: readonly CellSpan[], column: number): Neighbours {
  return {
    before: cells.findLast((cell) => cell.column < column),
    replaced: cells.find((cell) => cell.column === column),
    after: cells.find((cell) => cell.column > column)
  };
}

/** The header of the results looks as the header beside it. */
function styleOf(row: ItemText, cell: CellSpan | undefined): number | undefined {
  const style = cell && attributeOf(row.text.slice(cell.start, cell.openEnd), 's');
  return style === undefined ? undefined : Number(style) || undefined;
}
