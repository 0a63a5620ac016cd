import { MASK } from '#lib/spreadsheet/mask.ts';
import { stringText } from './cell-content.ts';
import type { ItemText, PieceHandler } from './element-splitter.ts';
import type { SharedStringUse } from './mask-survey.ts';
import type { WriteBytes } from './part-rewrite.ts';
import type { Plaintexts } from './plaintexts.ts';
import type { StringBytes } from './string-bytes.ts';
import { elementName, prefixOf } from './xml-structure.ts';

const MASKED_STRING = new TextEncoder().encode(`<si><t>${MASK}</t></si>`);

/** Learns the passwords that are shared strings. Gives no text. */
export class SharedPasswords implements PieceHandler {
  #index = 0;

  constructor(
    private readonly use: SharedStringUse,
    private readonly plaintexts: Plaintexts
  ) {}

  prolog(): string {
    return '';
  }

  plainString(): boolean {
    if (this.use.masked.has(this.#index)) return false;
    this.#index++;
    return true;
  }

  item(item: ItemText): string {
    if (this.use.masked.has(this.#index++))
      this.plaintexts.add(stringText(item.text, prefixOf(elementName(item.text))));
    return '';
  }

  tail(): string {
    return '';
  }
}

/**
 * Replaces by dots all shared strings that no unmasked cell shows: those of the passwords, and left-over ones that no
 * cell shows at all (some programs leave former texts there). A password that is also another cell's text stays as
 * that cell's own. The order, and with it every index, stays.
 */
export class SharedStringsMask implements PieceHandler {
  #index = 0;

  constructor(private readonly use: SharedStringUse) {}

  plainString(bytes: Uint8Array, string: StringBytes, write: WriteBytes): boolean {
    if (this.use.elsewhere.has(this.#index++)) write(bytes, string.start, string.end);
    else write(MASKED_STRING);
    return true;
  }

  item(item: ItemText): string {
    if (this.use.elsewhere.has(this.#index++) || item.selfClosing) return item.text;
    const name = elementName(item.text);
    const t = `${prefixOf(name)}t`;
    return `<${name}><${t}>${MASK}</${t}></${name}>`;
  }
}
