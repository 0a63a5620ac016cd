import { joined } from '#lib/spreadsheet/text/bytes.ts';
import { ElementSplitter } from './element-splitter.ts';
import { PartEncoding } from './part-encoding.ts';

/** Makes another text of a part's text as it comes. */
export interface TextTransform {
  push(text: string): string;
  finish(): string;
}

/** Takes the bytes from `from` up to `to`; it must not keep them. */
export type WriteBytes = (bytes: Uint8Array, from?: number, to?: number) => void;

/**
 * A longer item, or tag before the items, is left to the splitter, which need not look at its beginning again and again,
 * and refuses one beyond all measure.
 */
const LONGEST_UNFINISHED = 1024 * 1024;

const GREATER = 62;

/**
 * Runs the bytes of a part through a transform of its text. The items of a list are offered to it as bytes first: see
 * [Note: rows as bytes].
 */
export class PartRewrite {
  #encoding: PartEncoding | undefined;
  #held: Uint8Array = new Uint8Array(0);
  /** 'start': before the items. 'text': whatever comes is text only. */
  #way: 'start' | 'items' | 'text' = 'start';

  constructor(
    private readonly transform: TextTransform,
    private readonly write: WriteBytes
  ) {}

  /** The pieces, one after the other; the first holds the part's XML declaration. */
  push(pieces: readonly Uint8Array[]): void {
    this.#held = joined([this.#held, ...pieces]);
    this.#encoding ??= new PartEncoding(this.#held);
    if (!(this.transform instanceof ElementSplitter) || !this.#encoding.isUtf8) this.#way = 'text';
    if (this.#way === 'start') this.#toTheItems();
    if (this.#way === 'items') this.#items();
    if (this.#way === 'text') this.#asText(this.#held.length);
  }

  finish(): void {
    if (!this.#encoding) return;
    this.#asText(this.#held.length);
    this.#writeText(this.transform.push(this.#encoding.decode()));
    this.#writeText(this.transform.finish());
  }

  /** Passes on what stands before the items, up to the last whole tag. */
  #toTheItems(): void {
    const { transform } = this;
    if (!(transform instanceof ElementSplitter)) return;
    const opening = new TextEncoder().encode(`<${transform.list}`);
    let list: number;
    do {
      list = indexOfBytes(this.#held, opening);
      const end = list < 0 ? this.#held.lastIndexOf(GREATER) : this.#held.indexOf(GREATER, list);
      if (end < 0) break;
      this.#asText(end + 1);
      const unfinished = transform.handOver();
      if (unfinished !== undefined) {
        this.#held = joined([new TextEncoder().encode(unfinished), this.#held]);
        this.#way = 'items';
        return;
      }
      // What looked like the list was none, as in a comment: the next one may be it.
    } while (list >= 0);
    if (this.#held.length > LONGEST_UNFINISHED) this.#way = 'text';
  }

  #items(): void {
    const { transform, write } = this;
    if (!(transform instanceof ElementSplitter)) return;
    const bytes = this.#held;
    const item = transform.itemBytes();
    let at = 0;
    let found = item.find(bytes, at);
    for (; found === 'found'; found = item.find(bytes, at)) {
      write(bytes, at, item.start);
      at = item.end;
      if (item.isPlain && transform.plainItem(bytes, item, write)) continue;
      this.#writeText(transform.wholeItem(this.#decoded(bytes.subarray(item.start, item.end))));
    }
    this.#held = bytes.subarray(at);
    if (found === 'other' || this.#held.length > LONGEST_UNFINISHED) this.#way = 'text';
  }

  #asText(end: number): void {
    if (end === 0) return;
    const text = this.#decoded(this.#held.subarray(0, end));
    this.#held = this.#held.subarray(end);
    this.#writeText(this.transform.push(text));
  }

  #decoded(bytes: Uint8Array): string {
    return this.#encoding?.decode(bytes) ?? '';
  }

  #writeText(text: string): void {
    if (text !== '' && this.#encoding) this.write(this.#encoding.encode(text));
  }
}

function indexOfBytes(bytes: Uint8Array, wanted: Uint8Array): number {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, place) => bytes[at + place] === byte)) return at;
  }
  return -1;
}
