import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import type { Cuts } from '#lib/spreadsheet/text/cut-text.ts';
import type { GatheredText } from '#lib/spreadsheet/text/gathered-text.ts';
import { afterString, unescaped } from './json-bytes.ts';

const SPACE = 0x20;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const U = 0x75;

/** What the character behind a backslash stands for (RFC 8259, section 7). */
const ESCAPED: readonly (number | undefined)[] = (() => {
  const codes: number[] = [];
  for (const pair of ['""', '\\\\', '//', 'b\b', 'f\f', 'n\n', 'r\r', 't\t'])
    codes[pair.charCodeAt(0)] = pair.charCodeAt(1);
  return codes;
})();

/**
 * Puts the string that begins there, behind its opening quote, into its column as a cell that is not plain; gives the
 * place of its closing quote, 0 where it has none yet, is no JSON, or too long for a cell. Throws Misread.
 */
export function setString(cuts: Cuts, column: number, bytes: Uint8Array, start: number): number {
  const { units } = cuts.other;
  const close = gatherString(bytes, start, cuts.other);
  if (close !== undefined) {
    if (cuts.other.units - units > spreadsheetLimits.cellText) return 0;
    cuts.setOther(column, units);
    return close;
  }
  const end = afterString(bytes, start - 1);
  const text = unescaped(bytes.subarray(start - 1, end));
  if (text === undefined || text.length > spreadsheetLimits.cellText) return 0;
  cuts.setText(column, text);
  return end - 1;
}

/** Whether there is more than white space in the string that begins there. Throws Misread. */
export function hasInk(bytes: Uint8Array, start: number): boolean {
  return unescaped(bytes.subarray(start - 1, afterString(bytes, start - 1)))?.trim() !== '';
}

/**
 * Gathers what the string says that begins there, behind its opening quote. Gives the place of its closing quote;
 * undefined where there is none yet, where it is no JSON, and where it has half a surrogate pair, which UTF-8 cannot say.
 */
function gatherString(bytes: Uint8Array, start: number, into: GatheredText): number | undefined {
  let from = start;
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < SPACE) return undefined;
    if (byte !== QUOTE && byte !== BACKSLASH) continue;
    into.copy(bytes, from, at);
    if (byte === QUOTE) return at;
    const sign = bytes[++at] ?? 0;
    let code = ESCAPED[sign];
    if (sign === U) {
      code = unitAt(bytes, at + 1);
      at += 4;
      if (code !== undefined && code >= 0xd800 && code < 0xe000) {
        const low = bytes[at + 1] === BACKSLASH && bytes[at + 2] === U ? unitAt(bytes, at + 3) : undefined;
        if (code >= 0xdc00 || low === undefined || low < 0xdc00 || low >= 0xe000) return undefined;
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        at += 6;
      }
    }
    if (code === undefined) return undefined;
    into.putCharacter(code);
    from = at + 1;
  }
  return undefined;
}

/** Four hexadecimal digits. */
function unitAt(bytes: Uint8Array, start: number): number | undefined {
  let unit = 0;
  for (let at = start; at < start + 4; at++) {
    const byte = bytes[at] ?? 0;
    const letter = byte | 0x20;
    if (byte >= 0x30 && byte <= 0x39) unit = unit * 16 + byte - 0x30;
    else if (letter >= 0x61 && letter <= 0x66) unit = unit * 16 + letter - 0x57;
    else return undefined;
  }
  return unit;
}
