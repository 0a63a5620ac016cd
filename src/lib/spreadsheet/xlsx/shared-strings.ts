import { damaged, Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import type { ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { compacted } from './compacted.ts';
import { partWindows, type PartReading, type TextWindow } from './part-text.ts';
import { passPlainItems } from './plain-items.ts';
import { RichText } from './rich-text.ts';
import { CLOSE, EMPTY, END, MORE, OPEN, XmlScanner } from './xml-scanner.ts';

/** How many strings, and of how much text, are made compact together. */
const PAGE = 1024;
const PAGE_TEXT = 1024 * 1024;
/** What Office 12's beta called an item. */
const BETA_ITEM = 'sstItem';
/** How many elements are open between two items. */
const INSIDE_TABLE = 1;

/**
 * The shared strings, read only as far as the sheet has asked for them: writers number strings as they meet them, so
 * the first rows need the first strings only (ECMA-376 part 1, 18.4).
 */
export class SharedStrings {
  readonly #entry: ZipEntry | undefined;
  readonly #reading: PartReading;
  readonly #xml: XmlScanner;
  readonly #item: RichText;
  readonly #items: string[] = [];
  /** So many of them are compact; the text of the others. */
  #compacted = 0;
  #cutCharacters = 0;
  #characters = 0;
  #windows: AsyncGenerator<TextWindow, void> | undefined;
  #ended = false;
  /** A part found damaged stays so for whoever asks next. */
  #refusal: Refusal | undefined;
  /** Readers of several sheets take turns. */
  #turn: Promise<void> = Promise.resolve();

  constructor(entry: ZipEntry | undefined, reading: PartReading) {
    this.#entry = entry;
    this.#reading = reading;
    this.#xml = new XmlScanner(entry?.name ?? '', reading.limits);
    this.#item = new RichText(reading.limits);
    this.#ended = entry === undefined;
  }

  /** Reads on until the item `index` is there, or all are. Throws Refusal; rejects with the signal's reason. */
  ensure(index: number, signal?: AbortSignal): Promise<void> {
    const turn = this.#turn.then(() => this.#readUpTo(index, signal));
    this.#turn = turn.catch((error: unknown) => {
      if (error instanceof Refusal) this.#refusal = error;
    });
    return turn;
  }

  /** The text of an item that `ensure` was asked for; '' for one the part does not have. */
  get(index: number): string {
    return this.#items[index] ?? '';
  }

  async #readUpTo(index: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.#refusal !== undefined) throw this.#refusal;
    while (!this.#ended && this.#items.length <= index) {
      await pauseWhenDue(signal);
      if (this.#entry === undefined) return;
      this.#windows ??= partWindows(this.#entry, this.#reading);
      const window = await this.#windows.next();
      if (window.done) this.#xml.finish();
      else this.#xml.feed(window.value.text);
      this.#ended = this.#scan() === END;
      if (window.done && !this.#ended) throw damaged('cut-off', this.#entry.name);
    }
  }

  #scan(): typeof MORE | typeof END {
    const xml = this.#xml;
    for (;;) {
      if (xml.depth === INSIDE_TABLE) xml.skim(this.#passPlainItems);
      const event = xml.next();
      if (event === MORE || event === END) return event;
      const itemTag = xml.letter === 0 && (xml.name === 'si' || xml.name === BETA_ITEM);
      if (!itemTag) this.#item.take(event, xml);
      else if (event === OPEN) this.#item.begin();
      if (itemTag && (event === CLOSE || event === EMPTY)) this.#add(event === EMPTY ? '' : this.#item.text());
    }
  }

  readonly #passPlainItems = (text: string, at: number): number => passPlainItems(text, at, this.#add);

  readonly #add = (text: string): void => {
    const { cellText, sharedStrings, sharedStringText } = this.#reading.limits;
    if (text.length > cellText) throw tooLarge('cell-text', cellText);
    if (this.#items.length >= sharedStrings) throw tooLarge('shared-strings', sharedStrings);
    this.#characters += text.length;
    if (this.#characters > sharedStringText) throw tooLarge('shared-strings', sharedStrings);
    this.#items.push(text);
    this.#cutCharacters += text.length;
    if (this.#items.length - this.#compacted >= PAGE || this.#cutCharacters >= PAGE_TEXT) this.#compact();
  };

  #compact(): void {
    for (const text of compacted(this.#items.slice(this.#compacted))) this.#items[this.#compacted++] = text;
    this.#cutCharacters = 0;
  }
}
