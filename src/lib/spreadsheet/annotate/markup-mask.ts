import { MASK } from '#lib/spreadsheet/mask.ts';
import { decodeXmlText } from '#lib/spreadsheet/xlsx/xml/xml-text.ts';
import type { TextTransform } from './part-rewrite.ts';
import type { Plaintexts } from './plaintexts.ts';

/** Where parts beside the sheets keep copies of cells: filter values, pivot caches (`<s v="…"/>`), chart caches (`<c:v>…`). */
const VALUES =
  /(<(?:[^\s<>/:]+:)?(?:filter|customFilter|s|n)\s(?:[^<>"']|"[^"]*"|'[^']*')*?\b(?:val|v)\s*=\s*)(?:"([^"]*)"|'([^']*)')|(<(?:[^\s<>/:]+:)?v>)([^<]+)/g;

export function hasMarkupValues(text: string): boolean {
  return text.search(VALUES) >= 0;
}

/** The text with copied values that are a password replaced by dots. The text must end with a whole tag. */
export function maskMarkupValues(text: string, plaintexts: Plaintexts): string {
  return text.replace(
    VALUES,
    (whole: string, before?: string, quoted?: string, single?: string, open?: string, content?: string) => {
      const value = decodeXmlText(quoted ?? single ?? content ?? '');
      if (!plaintexts.equals(value)) return whole;
      // Caches of numbers must stay numbers, or the whole part counts as damaged.
      const dots = Number.isNaN(Number(value)) ? MASK : '0';
      return before === undefined ? `${open ?? ''}${dots}` : `${before}"${dots}"`;
    }
  );
}

/** Masks the copied values of a whole part. */
export class MarkupMask implements TextTransform {
  /** Whether there was one. */
  found = false;
  #pending = '';

  constructor(private readonly plaintexts: Plaintexts) {}

  push(text: string): string {
    this.#pending += text;
    const end = Math.max(this.#pending.lastIndexOf('/>') + 2, this.#pending.lastIndexOf('</'));
    return end < 2 ? '' : this.#masked(end);
  }

  finish(): string {
    return this.#masked(this.#pending.length);
  }

  #masked(end: number): string {
    const text = this.#pending.slice(0, end);
    this.#pending = this.#pending.slice(end);
    const masked = maskMarkupValues(text, this.plaintexts);
    this.found ||= masked !== text;
    return masked;
  }
}
