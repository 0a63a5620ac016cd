/**
 * Windows-1250 and Windows-1252 give a meaning to the same bytes, so only the words can tell. The rules look at the
 * text as Windows-1252 shows it: a Polish ł is then ³ inside a word, a Czech č is è where French has no è.
 */
interface Rule {
  readonly pattern: RegExp;
  readonly weight: number;
}

const CENTRAL: readonly Rule[] = [
  // ą ş ł ż Ł Ą Ż Ľ ľ: signs, not letters, in Windows-1252; but there £ and ¥ stand before digits, ² ³ º after them.
  { pattern: /\p{L}[¹³¿¼¾]|[³¿¾£¥¯]\p{Ll}|\p{L}\p{Lu}[£¥¯]/gu, weight: 3 },
  // ť Ť Ź ź: no character, or a very rare one, in Windows-1252.
  { pattern: /[\x8d\x8f\x9dŸ]/gu, weight: 3 },
  // š Š ž Ž are the same in both, but belong to the languages of Windows-1250.
  { pattern: /[šŠžŽ]/gu, weight: 2 },
  // ś Ś: French œ is followed by u (cœur), seldom by il (œil).
  { pattern: /œ(?!u|il)|Œ(?![uU])/gu, weight: 2 },
  // ě ů ň: ì ù ò end Italian words and stand inside few.
  { pattern: /[ìùò]\p{Ll}/gu, weight: 2 },
  // č Č: French è stands before one or two consonants and an e, or before a last s, and seldom begins a word.
  { pattern: /è(?=\p{L})(?![bcdfghjklmnpqrstvxz]{1,2}e|s(?!\p{L}))|[aio]è(?!\p{L})|(?<!\p{L})È\p{Ll}/gu, weight: 2 },
  // ć, most of all in -ić; ń before a consonant or at the end; ţ.
  { pattern: /\p{L}æ(?!\p{L})|\p{L}ñ(?![aeiouáéíóú])|\p{Ll}þ\p{Ll}/gu, weight: 2 },
  // ř beside a vowel, ő and ű of Hungarian, ă before a consonant; ę at the end of a word.
  { pattern: /[aeiouyáéíóúýì]ø|ø[aeiouyáéíýì]|õ(?!e)|û[bdfghknpsvz]|ã[bcdfghjklmnprstvz]|ê(?!\p{L})/gu, weight: 1 }
];

const WESTERN: readonly Rule[] = [
  // Spanish ñ before a vowel, Portuguese ão ãe õe, Nordic å, ø between consonants, æ before a letter; French œu.
  { pattern: /ñ[aeiouáéíóú]|ã[oe]|õe|[åÅ]|[bdfghjklmnprstv]ø[bdfgjklmnprstvw]|æ\p{Ll}|œu/gu, weight: 2 },
  // French è before consonants and e, and before a last s; à ù ò last in a word, as in Italian.
  { pattern: /è[bcdfghjklmnpqrstvxz]{1,2}e|ès(?!\p{L})|[àìòù](?!\p{L})|[fnst]è(?!\p{L})|ê[a-z]|ÿ\p{Ll}/gu, weight: 1 },
  { pattern: /[¿¡]\p{Lu}|[£¥]\s?\d|\d[º²³]/gu, weight: 2 }
];

/**
 * Whether a text of single bytes, none of them telling of another encoding, rather is Windows-1250 than Windows-1252.
 * Windows-1252 where nothing speaks for either: it is by far the more common.
 */
export function looksCentralEuropean(bytes: Uint8Array): boolean {
  const text = new TextDecoder('windows-1252').decode(bytes, { stream: true });
  return score(text, CENTRAL) > score(text, WESTERN);
}

function score(text: string, rules: readonly Rule[]): number {
  return rules.reduce((sum, { pattern, weight }) => sum + weight * (text.match(pattern)?.length ?? 0), 0);
}
