/** What Shift-JIS would make of the bytes. */
interface ShiftJisReading {
  readonly valid: boolean;
  /** Kanji and kana of two bytes whose first is under A0: usual in Japanese, control characters or quotes elsewhere. */
  readonly common: number;
  /** Hiragana and katakana among them. */
  readonly kana: number;
  /** Two-byte characters next to another one: Japanese words are longer than one character. */
  readonly adjacent: number;
  /** Half-width katakana and two-byte characters of the rare range E0–FC: what other encodings look like. */
  readonly uncommon: number;
}

const isTrail = (byte: number): boolean => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0x80 && byte <= 0xfc);

const isKana = (lead: number, trail: number): boolean =>
  (lead === 0x82 && trail >= 0x9f && trail <= 0xf1) || (lead === 0x83 && trail >= 0x40 && trail <= 0x96);

function readAsShiftJis(bytes: Uint8Array): ShiftJisReading {
  let common = 0;
  let kana = 0;
  let adjacent = 0;
  let uncommon = 0;
  let pairEnd = -1;
  const reading = (valid: boolean): ShiftJisReading => ({ valid, common, kana, adjacent, uncommon });
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    if (byte >= 0xa1 && byte <= 0xdf) {
      uncommon++;
      continue;
    }
    const trail = bytes[at + 1];
    // A file may be cut in the middle of a character.
    if (trail === undefined) break;
    if (byte === 0x80 || byte === 0xa0 || byte > 0xfc || !isTrail(trail)) return reading(false);
    if (byte < 0xa0) common++;
    else uncommon++;
    if (isKana(byte, trail)) kana++;
    if (pairEnd === at) adjacent++;
    pairEnd = at + 2;
    at++;
  }
  return reading(true);
}

/**
 * Whether the bytes are Japanese: every one of them makes sense, most of it in the common range, and it comes as words
 * or with kana. (The apostrophe of Windows-1252 and the letter after it also make a valid character, but a lone one.)
 */
export function looksLikeShiftJis(bytes: Uint8Array): boolean {
  const { valid, common, kana, adjacent, uncommon } = readAsShiftJis(bytes);
  if (!valid || common === 0 || common < uncommon) return false;
  return kana > 0 ? kana + adjacent >= common / 4 : adjacent >= common / 3;
}
