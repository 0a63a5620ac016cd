import type { SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { tooLarge } from '#lib/spreadsheet/refusal.ts';
import { CLOSE, OPEN, type XmlEvent, type XmlScanner } from '#lib/spreadsheet/xlsx/xml/xml-scanner.ts';
import { decodeEscapes, spaced } from '#lib/spreadsheet/xlsx/xml/xml-text.ts';

const LETTER_T = 0x74;

/**
 * Gathers the text of a string item (`<si>`, `<is>`): a plain text, runs, or both, all of them joined; phonetic runs
 * only say how to pronounce it and are left out (ECMA-376 part 1, 18.4.8).
 */
export class RichText {
  #text = '';
  #space: string | null = null;
  #inPhonetic = false;
  readonly #limits: SpreadsheetLimits;

  constructor(limits: SpreadsheetLimits) {
    this.#limits = limits;
  }

  begin(): void {
    this.#text = '';
    this.#inPhonetic = false;
  }

  /** Takes the tags inside the item. */
  take(event: XmlEvent, xml: XmlScanner): void {
    if (xml.letter === LETTER_T) {
      if (event === OPEN) this.#space = xml.attribute('xml:space');
      else if (event === CLOSE && !this.#inPhonetic) this.#text += spaced(xml.text(), this.#space);
      if (this.#text.length > this.#limits.cellText) throw tooLarge('cell-text', this.#limits.cellText);
    } else if (xml.letter === 0 && xml.name === 'rPh') this.#inPhonetic = event === OPEN;
  }

  text(): string {
    return decodeEscapes(this.#text);
  }
}
