/** Texts and columns as a sheet part writes them. */

/** What Excel holds in one cell, in UTF-16 units. */
const LONGEST_CELL_TEXT = 32_767;

export const LAST_COLUMN = 16_384;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * The text as the content of `<t>`. Control characters become `_x0001_`, a literal `_x0041_` is protected from being
 * read as one, half a surrogate pair becomes U+FFFD, and what Excel could not hold is cut. (ECMA-376 22.9.2.19)
 */
export function escapeCellText(text: string): string {
  const short = text.length > LONGEST_CELL_TEXT ? `${text.slice(0, LONGEST_CELL_TEXT - 1)}…` : text;
  return short
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\P{Cc}\t\n\x7F-\x9F]|[\uFFFE\uFFFF]/gu, (control) => `_x${hexOf(control)}_`)
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);
}

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}

/** 'AB' of 28. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
