import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { decodedText } from '#lib/spreadsheet/text/decode.ts';
import { writtenText } from '#lib/spreadsheet/text/written-text.ts';
import { hasItemsInLines } from './open-json.ts';
import { readItems, type ItemTaker } from './read-items.ts';
import type { JsonScanner } from './scanner.ts';

export interface JsonAnnotation {
  /** The member that is set in each item. */
  readonly key: string;
  /** Its text; `item` is the position from 1. undefined: the item stays as it is. */
  readonly textFor: (item: number) => string | undefined;
  /** Members whose values are replaced by `mask`, unless they are empty. */
  readonly maskKeys: readonly string[];
  readonly mask: string;
  readonly signal?: AbortSignal;
}

/**
 * The same JSON with one more member in its items, laid out as the one before it, and with some values masked. All else,
 * numbers and nested values too, stays as it was written. For files that `openJson` opened. Rejects with the signal's
 * reason.
 */
export async function annotateJson(
  source: { readonly name: string; readonly bytes: Blob },
  format: TextFormat,
  annotation: JsonAnnotation
): Promise<Blob> {
  const { signal } = annotation;
  const text = await decodedText(source.bytes, format, signal);
  const annotator = await readItems(text, hasItemsInLines(source.name), () => new ItemAnnotator(annotation), signal);
  return writtenText(annotator.finish(text), format).file;
}

class ItemAnnotator implements ItemTaker {
  items = 0;
  readonly #annotation: JsonAnnotation;
  readonly #masked: ReadonlySet<string>;
  readonly #pieces: string[] = [];
  /** Everything before is in the pieces. */
  #copied = 0;

  constructor(annotation: JsonAnnotation) {
    this.#annotation = annotation;
    this.#masked = new Set(annotation.maskKeys);
  }

  add(scanner: JsonScanner): void {
    this.items++;
    const { key, mask, textFor } = this.#annotation;
    const { text } = scanner;
    const wanted = textFor(this.items);
    let isSet = wanted === undefined;
    if (!scanner.enter()) return;
    let keyStart: number;
    let keyEnd: number;
    let valueStart: number;
    do {
      scanner.next();
      keyStart = scanner.at;
      const name = scanner.string();
      keyEnd = scanner.at;
      scanner.colon();
      valueStart = scanner.at;
      const value = scanner.cell();
      if (name === key && wanted !== undefined) {
        this.#replace(text, valueStart, scanner.at, JSON.stringify(wanted));
        isSet = true;
      } else if (this.#masked.has(name) && value !== '') {
        this.#replace(text, valueStart, scanner.at, JSON.stringify(mask));
      }
      if (scanner.next() !== COMMA && !isSet) {
        const end = endOfToken(text, scanner.at);
        const gap = text.slice(endOfToken(text, keyStart), keyStart);
        const colon = text.slice(keyEnd, valueStart);
        this.#replace(text, end, end, `,${gap}${JSON.stringify(key)}${colon}${JSON.stringify(wanted)}`);
      }
    } while (scanner.moreMembers());
  }

  finish(text: string): readonly string[] {
    return [...this.#pieces, text.slice(this.#copied)];
  }

  #replace(text: string, start: number, end: number, by: string): void {
    this.#pieces.push(text.slice(this.#copied, start), by);
    this.#copied = end;
  }
}

const COMMA = 0x2c;

/** Back over white space. */
function endOfToken(text: string, at: number): number {
  let end = at;
  while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}
