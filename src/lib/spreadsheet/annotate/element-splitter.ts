import { damaged, tooLarge } from '#lib/spreadsheet/refusal.ts';
import type { WriteBytes } from './part-rewrite.ts';
import { RowBytes } from './row-bytes.ts';
import { StringBytes } from './string-bytes.ts';
import { elementName, endsName, findTag, prefixOf, tagEnd, tagsOnly } from './xml-structure.ts';

/** One item of a part, whole: a row of a sheet, one shared string. */
export interface ItemText {
  readonly text: string;
  /** As `tagsOnly` of the text. */
  readonly tags: string;
  /** After the opening tag. */
  readonly openEnd: number;
  /** Before the closing tag; equals `openEnd` in a self-closing item. */
  readonly closeStart: number;
  readonly selfClosing: boolean;
}

/** What becomes of each piece of a part. */
export interface PieceHandler {
  /** All up to and with the opening tag of the list. */
  prolog?(text: string, tags: string, prefix: string): string;
  item(item: ItemText): string;
  /** Write what becomes of a plain item of an unprefixed part; false: its text has to be looked at. */
  plainRow?(bytes: Uint8Array, row: RowBytes, write: WriteBytes): boolean;
  plainString?(bytes: Uint8Array, string: StringBytes, write: WriteBytes): boolean;
  /** What follows the list, in pieces that end with a whole tag. */
  tail?(text: string): string;
}

/** A piece may be as long as a row of 16,384 long texts; a longer one would not fit a string much longer. */
const LONGEST_PIECE = 128 * 1024 * 1024;

/**
 * Cuts the text of a part that is mostly one long list (`sheetData` of `row`s, `sst` of `si`s) into its pieces, as it
 * comes, and puts together what the handler makes of them. Holds one unfinished piece at most.
 */
export class ElementSplitter {
  #pending = '';
  /** No use to look again before so much is there: keeps the search linear where a piece spans many chunks. */
  #wanted = 0;
  #phase: 'prolog' | 'items' | 'tail' = 'prolog';
  #prefix = '';

  constructor(
    readonly list: 'sheetData' | 'sst',
    private readonly itemName: 'row' | 'si',
    private readonly handler: PieceHandler
  ) {}

  /** What can be said so far. Throws Refusal too-large for a piece beyond all measure. */
  push(text: string): string {
    this.#pending += text;
    if (this.#pending.length < this.#wanted) return '';
    return this.#process();
  }

  /** The rest; all of it where there is no such list. Throws Refusal damaged (xml) where the list had not ended. */
  finish(): string {
    const rest = this.#process();
    if (this.#phase === 'items') throw damaged('xml');
    if (this.#phase === 'prolog') return this.#pending;
    return rest + (this.handler.tail?.(this.#pending) ?? this.#pending);
  }

  /** Where the items begin that may be taken from the bytes: what of the text is not split yet, no more held here. */
  handOver(): string | undefined {
    const { handler } = this;
    const takesBytes = this.itemName === 'row' ? 'plainRow' in handler : 'plainString' in handler;
    if (this.#phase !== 'items' || this.#prefix !== '' || !takesBytes) return undefined;
    const unfinished = this.#pending;
    this.#pending = '';
    return unfinished;
  }

  /** What finds an item in the bytes. */
  itemBytes(): RowBytes | StringBytes {
    return this.itemName === 'row' ? new RowBytes() : new StringBytes();
  }

  plainItem(bytes: Uint8Array, item: RowBytes | StringBytes, write: WriteBytes): boolean {
    const { handler } = this;
    const done =
      item instanceof RowBytes ? handler.plainRow?.(bytes, item, write) : handler.plainString?.(bytes, item, write);
    return done ?? false;
  }

  /** Of one whole item, without comments or sections in it. */
  wholeItem(text: string): string {
    const openEnd = tagEnd(text, 0);
    const selfClosing = text.charCodeAt(openEnd - 2) === 47;
    const closeStart = selfClosing ? openEnd : findTag(text, `</${this.itemName}`, openEnd);
    return this.handler.item({ text, tags: text, openEnd, closeStart, selfClosing });
  }

  #process(): string {
    const text = this.#pending;
    const tags = tagsOnly(text);
    const pieces: string[] = [];
    let at = 0;
    if (this.#phase === 'prolog') at = this.#prologPiece(text, tags, pieces);
    if (this.#phase === 'items') at = this.#itemPieces(text, tags, at, pieces);
    if (this.#phase === 'tail') at = this.#tailPiece(text, tags, at, pieces);
    this.#pending = text.slice(at);
    this.#wanted = at > 0 ? 0 : Math.min(text.length * 2, LONGEST_PIECE + 1);
    if (this.#pending.length > LONGEST_PIECE) throw tooLarge('unpacked-bytes', LONGEST_PIECE);
    return pieces.join('');
  }

  #prologPiece(text: string, tags: string, pieces: string[]): number {
    const opening = new RegExp(`<(?:[^\\s<>/:]+:)?${this.list}(?=[\\s/>])`).exec(tags);
    const end = opening ? tagEnd(tags, opening.index) : -1;
    if (!opening || end < 0) return 0;
    this.#prefix = prefixOf(elementName(opening[0]));
    const prolog = text.slice(0, end);
    pieces.push(this.handler.prolog?.(prolog, tags.slice(0, end), this.#prefix) ?? prolog);
    this.#phase = tags.charCodeAt(end - 2) === 47 ? 'tail' : 'items';
    return end;
  }

  #itemPieces(text: string, tags: string, from: number, pieces: string[]): number {
    const open = `<${this.#prefix}${this.itemName}`;
    const close = `</${this.#prefix}${this.itemName}`;
    let at = from;
    for (;;) {
      const start = tags.indexOf('<', at);
      const openEnd = start < 0 ? -1 : tagEnd(tags, start);
      if (openEnd < 0) return at;
      if (start > at) pieces.push(text.slice(at, start));
      at = start;
      if (tags.startsWith(open, start) && endsName(tags.charCodeAt(start + open.length))) {
        const selfClosing = tags.charCodeAt(openEnd - 2) === 47;
        const closeStart = selfClosing ? openEnd : findTag(tags, close, openEnd);
        const end = selfClosing ? openEnd : closeStart < 0 ? 0 : tags.indexOf('>', closeStart) + 1;
        if (end === 0) return at;
        const item = text.slice(start, end);
        pieces.push(
          this.handler.item({
            text: item,
            tags: tags === text ? item : tags.slice(start, end),
            openEnd: openEnd - start,
            closeStart: closeStart - start,
            selfClosing
          })
        );
        at = end;
      } else {
        pieces.push(text.slice(start, openEnd));
        at = openEnd;
        if (!tags.startsWith(`</${this.#prefix}${this.list}`, start)) continue;
        this.#phase = 'tail';
        return at;
      }
    }
  }

  #tailPiece(text: string, tags: string, from: number, pieces: string[]): number {
    if (!this.handler.tail) {
      pieces.push(text.slice(from));
      return text.length;
    }
    const lastTag = tags.lastIndexOf('<');
    const end = Math.max(tagEnd(tags, lastTag), lastTag);
    if (end <= from) return from;
    pieces.push(this.handler.tail(text.slice(from, end)));
    return end;
  }
}

/** The number of a row: its own `r`, or one more than the row before it. */
export function rowNumberOf(openingTag: string, previous: number): number {
  const written = Number(/\sr\s*=\s*["'](\d+)["']/.exec(openingTag)?.[1] ?? 0);
  return written > 0 ? written : previous + 1;
}
