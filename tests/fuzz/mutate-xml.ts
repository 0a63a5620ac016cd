import type { Random } from './random.ts';

const TAG = /<[^<>]*>/g;
const ATTRIBUTE = /([\w:]+)="([^"]*)"/g;

/** Whole tags that a reader might take for what they are not. */
const STRANGE_TAGS = [
  '<row>',
  '</row>',
  '<row/>',
  '<c>',
  '</c>',
  '<c/>',
  '<v>',
  '</v>',
  '<f/>',
  '<is><t>x</t></is>',
  '<t/>',
  '<si/>',
  '</sheetData>',
  '<sheetData>',
  '<sheetData/>',
  '<x:row>',
  '<!-- -->',
  '<!--',
  '<![CDATA[',
  '<![CDATA[ <c> ]]>',
  '<?pi ?>',
  '<?',
  '<!DOCTYPE x>',
  '<row r="3"><c r="B3" t="inlineStr"><is><t>in</t></is></c></row>',
  '<c t="s"><v>1</v></c>',
  '<cols/>',
  '<extLst><ext/></extLst>'
];
const STRANGE_VALUES = [
  '',
  '0',
  '-1',
  '1',
  '2',
  '16384',
  '16385',
  '1048576',
  '1048577',
  '99999999999999999999',
  '1e9',
  'NaN',
  'A1',
  'XFD1048576',
  'ZZZZZZZZ9',
  'A',
  '$B$2',
  'a0',
  's',
  'str',
  'inlineStr',
  'b',
  'd',
  'e',
  'n',
  'true',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&none;',
  "'",
  '>',
  '\n',
  'rId1',
  'rId99',
  '../../../../etc/passwd',
  'xl/workbook.xml',
  'http://example.org/x',
  '/',
  '%',
  '\uD83D\uDE00'
];
const STRANGE_TEXTS = [
  '&',
  '&lt;',
  '&#',
  '&#xD800;',
  '&#99999999;',
  '_x000D_',
  '_xD801_',
  ']]>',
  '\0',
  '\uFFFE',
  ' ',
  '1e308',
  '-0',
  '00'
];

/** The XML with tags cut, doubled, moved or invented, attributes changed, references broken. */
export function mutatedXml(xml: string, random: Random): string {
  let mutated = xml;
  for (let times = 1 + random.below(4); times > 0; times--) mutated = once(mutated, random);
  return mutated;
}

function once(xml: string, random: Random): string {
  const tags = [...xml.matchAll(TAG)];
  if (tags.length === 0) return xml;
  const tag = random.pick(tags);
  const other = random.pick(tags);
  const [start, end] = [tag.index, tag.index + tag[0].length];
  const replaced = (text: string): string => xml.slice(0, start) + text + xml.slice(end);
  switch (random.below(9)) {
    case 0:
      return replaced('');
    case 1:
      return replaced(tag[0] + tag[0]);
    case 2:
      return replaced(random.pick(STRANGE_TAGS));
    case 3:
      return replaced(tag[0] + random.pick(STRANGE_TAGS));
    case 4:
      return replaced(other[0]);
    case 5:
      return replaced(withStrangeAttribute(tag[0], random));
    case 6:
      return replaced(tag[0] + random.pick(STRANGE_TEXTS));
    case 7: {
      // An element or what lies between two tags, doubled or left out.
      const [from, to] = [Math.min(start, other.index), Math.max(end, other.index + other[0].length)];
      if (to - from > 2000) return replaced(tag[0] + random.pick(STRANGE_TEXTS));
      return xml.slice(0, from) + (random.chance(0.5) ? xml.slice(from, to).repeat(2) : '') + xml.slice(to);
    }
    default:
      return xml.slice(0, random.below(xml.length)) + (random.chance(0.3) ? xml.slice(end) : xml.slice(start));
  }
}

function withStrangeAttribute(tag: string, random: Random): string {
  const attributes = [...tag.matchAll(ATTRIBUTE)];
  const name = random.pick([
    'r',
    's',
    't',
    'spans',
    'hidden',
    'ref',
    'min',
    'max',
    'Id',
    'Target',
    'xml:space',
    'r:id'
  ]);
  if (attributes.length === 0 || random.chance(0.3)) {
    return tag.replace(/(\/?>)$/, ` ${name}="${random.pick(STRANGE_VALUES)}"$1`);
  }
  const { 0: whole, 1: known, index } = random.pick(attributes);
  const put = random.pick([
    `${known}="${random.pick(STRANGE_VALUES)}"`,
    '',
    whole + ` ${whole}`,
    `${known}=${random.pick(STRANGE_VALUES)}`,
    `${name}="${random.pick(STRANGE_VALUES)}"`,
    whole.replaceAll('"', "'")
  ]);
  return tag.slice(0, index) + put + tag.slice(index + whole.length);
}
