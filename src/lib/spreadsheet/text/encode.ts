import type { TextEncodingName } from '#lib/spreadsheet/spreadsheet.ts';
import { byteOrderMarks } from './byte-order-mark.ts';

/** Bytes of the text, without a byte order mark; undefined where the encoding has no bytes for one of its characters. */
export function encodeText(text: string, encoding: TextEncodingName): Uint8Array<ArrayBuffer> | undefined {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return encodeUtf16(text, encoding === 'utf-16le');
  const table = tableOf(encoding);
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const value = code < 0x80 ? code : table.get(code);
    if (value === undefined) return undefined;
    if (value > 0xff) bytes[length++] = value >> 8;
    bytes[length++] = value & 0xff;
  }
  return bytes.slice(0, length);
}

export function markOf(encoding: TextEncodingName): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(byteOrderMarks[encoding] ?? []);
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

type LegacyEncoding = Exclude<TextEncodingName, 'utf-8' | 'utf-16le' | 'utf-16be'>;

const tables = new Map<LegacyEncoding, ReadonlyMap<number, number>>();

/** UTF-16 unit → bytes. The platform only decodes these encodings, so its decoder is asked what each of them means. */
function tableOf(encoding: LegacyEncoding): ReadonlyMap<number, number> {
  let table = tables.get(encoding);
  if (table === undefined) {
    table = encoding === 'shift_jis' ? shiftJisTable() : singleByteTable(encoding);
    tables.set(encoding, table);
  }
  return table;
}

function singleByteTable(encoding: LegacyEncoding): ReadonlyMap<number, number> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<number, number>();
  for (let byte = 0x80; byte < 0x100; byte++) {
    table.set(decoder.decode(Uint8Array.of(byte), { stream: true }).charCodeAt(0), byte);
  }
  table.delete(0xfffd);
  return table;
}

function shiftJisTable(): ReadonlyMap<number, number> {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const table = new Map<number, number>();
  const learn = (bytes: Uint8Array, value: number): void => {
    try {
      const text = decoder.decode(bytes);
      if (text.length === 1 && !table.has(text.charCodeAt(0))) table.set(text.charCodeAt(0), value);
    } catch {
      // Nothing has these bytes.
    }
  };
  for (let byte = 0xa1; byte <= 0xdf; byte++) learn(Uint8Array.of(byte), byte);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    // A0–DF are single bytes; ED and EE repeat characters that the standard encoder writes otherwise.
    if ((lead >= 0xa0 && lead <= 0xdf) || lead === 0xed || lead === 0xee) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) learn(Uint8Array.of(lead, trail), lead * 256 + trail);
  }
  return table;
}
