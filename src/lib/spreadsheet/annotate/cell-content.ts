import { decodeEscapes, decodeXmlText } from '#lib/spreadsheet/xlsx/xml/xml-text.ts';
import { attributeOf, findTag, tagEnd } from './xml-structure.ts';

/** The text of the first element of that name in a cell, character references resolved; undefined without one. */
export function elementText(xml: string, prefixedName: string): string | undefined {
  const start = findTag(xml, `<${prefixedName}`, 0);
  const openEnd = start < 0 ? -1 : tagEnd(xml, start);
  if (openEnd < 0) return undefined;
  const end = findTag(xml, `</${prefixedName}`, openEnd);
  return end < 0 ? '' : plainText(xml.slice(openEnd, end));
}

/** The texts of all `<t>` in an inline or shared string, run after run; phonetic ones too: they tell the same. */
export function stringText(xml: string, prefix: string): string {
  let text = '';
  for (let at = findTag(xml, `<${prefix}t`, 0); at >= 0; at = findTag(xml, `<${prefix}t`, at)) {
    const openEnd = tagEnd(xml, at);
    if (openEnd < 0) break;
    const end = xml.charCodeAt(openEnd - 2) === 47 ? openEnd : findTag(xml, `</${prefix}t`, openEnd);
    if (end < 0) break;
    text += plainText(xml.slice(openEnd, end));
    at = openEnd;
  }
  return decodeEscapes(text);
}

function plainText(xml: string): string {
  if (!xml.includes('<![CDATA[')) return decodeXmlText(xml);
  return xml
    .split(/(<!\[CDATA\[[^]*?\]\]>)/)
    .map((piece) => (piece.startsWith('<![CDATA[') ? piece.slice(9, -3) : decodeXmlText(piece)))
    .join('');
}

/** Which shared string a cell shows; undefined where it shows none. */
export function sharedStringIndex(cell: string, openEnd: number, prefix: string): number | undefined {
  const plain = PLAINLY_SHARED.exec(cell)?.[1];
  if (plain !== undefined) return Number(plain);
  const open = cell.slice(0, openEnd);
  if (!/=\s*["']s["']/.test(open) || attributeOf(open, 't') !== 's') return undefined;
  const index = Number.parseInt(elementText(cell, `${prefix}v`) ?? '', 10);
  return Number.isNaN(index) ? undefined : index;
}

/** As nearly all of them are written. */
const PLAINLY_SHARED = /^<c r="[A-Z]+\d+"(?: s="\d+")? t="s"><v>(\d+)<\/v>/;
