import type { Random } from './random.ts';

/** What stands for something in one of the formats. */
const TOKENS = [
  ',',
  ';',
  '\t',
  '|',
  '"',
  '""',
  "'",
  '\r',
  '\n',
  '\r\n',
  '\0',
  '\uFEFF',
  'sep=,\r\n',
  '[',
  ']',
  '{',
  '}',
  ':',
  '\\',
  '\\u',
  '\\ud800',
  'null',
  'true',
  '1e999',
  '-',
  '0.',
  '{"a":',
  '[[',
  '[{',
  '"a":1,',
  '\u2028',
  '\uD83D\uDE00',
  '\uFFFD',
  'é'
];

/** A text of separated values or JSON with pieces of its grammar put in, taken out, repeated. */
export function mutatedText(bytes: Uint8Array, random: Random): Uint8Array {
  let text = Buffer.from(bytes).toString('utf8');
  for (let times = 1 + random.below(5); times > 0; times--) {
    const { from, to } = random.span(text.length, 12);
    const piece = text.slice(from, to);
    // Deep nesting and long runs are what a reader's stack and regular expressions fear.
    const often = random.chance(0.03) ? 1 + random.below(20_000) : 1 + random.below(3);
    const put = (random.chance(0.5) ? random.pick(TOKENS) : piece).repeat(often);
    text = text.slice(0, from) + put + (random.chance(0.5) ? piece : '') + text.slice(to);
  }
  return new Uint8Array(Buffer.from(text));
}
