const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Character references, the five predefined entities and line ends as XML 1.0 (2.11, 4.1, 4.6) wants them.
 * Any other `&name;` stays as it is: nothing a file defines is ever expanded [Note: no entities].
 */
export function decodeXmlText(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z]{2,4}));/gi, (reference, hex, decimal, name) => {
    if (typeof name === 'string') return PREDEFINED[name] ?? reference;
    return characterOf(typeof hex === 'string' ? parseInt(hex, 16) : parseInt(String(decimal), 10));
  });
}

/**
 * `_x000D_` as SpreadsheetML hides characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
 * Half a surrogate pair becomes U+FFFD: nothing after us could store or send it.
 */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .toWellFormed();
}

/** Without the white space around it, where `xml:space` does not keep it; as Excel shows such text. */
export function spaced(text: string, space: string | null): string {
  if (space === 'preserve') return text;
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

/** White space as XML has it: blank, line feed, carriage return, tab. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

function characterOf(code: number): string {
  const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return valid ? String.fromCodePoint(code) : '\uFFFD';
}

/** An attribute of type xsd:boolean; absent is false. */
export function xmlBoolean(value: string | null): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
