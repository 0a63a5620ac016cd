import { damaged, Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';
import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import type { ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { decoded, partWindows, type PartReading, type PartWindow } from './part-text.ts';
import { passPlainItems } from '#lib/spreadsheet/xlsx/plain/plain-items.ts';
import { RichText } from './rich-text.ts';
import { PAGE, SharedTexts } from './shared-texts.ts';
import { TextPacker } from './text-packer.ts';
import { CLOSE, EMPTY, END, MORE, OPEN, XmlScanner } from '#lib/spreadsheet/xlsx/xml/xml-scanner.ts';

/** What Office 12's beta called an item. */
const BETA_ITEM = 'sstItem';
/** How many elements are open between two items. */
const INSIDE_TABLE = 1;

/**
 * The shared strings, read only as far as the sheet has asked for them: writers number strings as they meet them, so
 * the first rows need the first strings only (ECMA-376 part 1, 18.4).
 */
export class SharedStrings {
  readonly texts = new SharedTexts();
  readonly #entry: ZipEntry | undefined;
  readonly #reading: PartReading;
  readonly #xml: XmlScanner;
  readonly #item: RichText;
  /** The last page. */
  readonly #page = new TextPacker();
  #fullPages = 0;
  #inItem = false;
  #characters = 0;
  #windows: AsyncGenerator<PartWindow, void> | undefined;
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

  /**
   * Reads on until the item `index` is in `texts`, or all are. Throws Refusal; rejects with the signal's reason.
   */
  ensure(index: number, signal?: AbortSignal): Promise<void> {
    const turn = this.#turn.then(() => this.#readUpTo(index, signal));
    this.#turn = turn.catch((error: unknown) => {
      if (error instanceof Refusal) this.#refusal = error;
    });
    return turn;
  }

  async #readUpTo(index: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.#refusal !== undefined) throw this.#refusal;
    if (this.#ended || this.#count > index) return;
    while (!this.#ended && this.#count <= index) {
      await pauseWhenDue(signal);
      if (this.#entry === undefined) return;
      this.#windows ??= partWindows(this.#entry, this.#reading);
      const window = await this.#windows.next();
      if (window.done) this.#xml.finish();
      else this.#xml.feed(...window.value.pieces);
      this.#ended = this.#scan() === END;
      if (window.done && !this.#ended) throw damaged('cut-off', this.#entry.name);
    }
    this.#show();
  }

  get #count(): number {
    return this.#fullPages * PAGE + this.#page.count;
  }

  #scan(): typeof MORE | typeof END {
    const xml = this.#xml;
    for (;;) {
      if (xml.depth === INSIDE_TABLE) xml.skim(this.#passPlainItems);
      const event = xml.next();
      if (event === MORE || event === END) return event;
      const itemTag = xml.letter === 0 && (xml.name === 'si' || xml.name === BETA_ITEM);
      // An item is no part of an item: what masks passwords would count others than were read.
      if (itemTag && event !== CLOSE && this.#inItem) xml.fail();
      if (itemTag) this.#inItem = event === OPEN;
      if (!itemTag) this.#item.take(event, xml);
      else if (event === OPEN) this.#item.begin();
      if (itemTag && (event === CLOSE || event === EMPTY)) this.#add(event === EMPTY ? '' : this.#item.text());
    }
  }

  readonly #passPlainItems = (bytes: Uint8Array, at: number): number =>
    passPlainItems(bytes, at, this.#page, this.#added);

  #add(text: string): void {
    this.#page.add(text);
    this.#added(text.length);
  }

  /** Told of each item, when it is the page's last. */
  readonly #added = (length: number): void => {
    const { cellText, sharedStrings, sharedStringText } = this.#reading.limits;
    if (length > cellText) throw tooLarge('cell-text', cellText);
    if (this.#count > sharedStrings) throw tooLarge('shared-strings', sharedStrings);
    this.#characters += length;
    if (this.#characters > sharedStringText) throw tooLarge('shared-strings', sharedStrings);
    if (this.#page.count < PAGE) return;
    this.#show();
    this.#fullPages++;
    this.#page.clear();
  };

  /** Lets the last page be looked into as far as it is filled. */
  #show(): void {
    this.texts.pages[this.#fullPages] = decoded(() => this.#page.packed(), this.#entry?.name ?? '');
  }
}
