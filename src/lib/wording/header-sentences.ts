import { m } from '#i18n/messages.js';
import type { HeaderMismatch } from '#lib/import/road.ts';
import { columnName } from './columns.ts';
import { columnLetter, quoted } from './lists.ts';

/** A row of 16,384 headers needs no 16,384 sentences. */
const NAMED_EXTRAS = 10;

/** How a header differs, one sentence for each column that is missing, renamed, moved or extra. */
export function headerMismatchSentences(mismatch: HeaderMismatch): readonly string[] {
  return [
    ...mismatch.missing.map((column) => m.header_missing({ column: columnName(column) })),
    ...mismatch.renamed.map(({ position, text, column }) =>
      m.header_renamed({ letter: columnLetter(position), text: quoted(text), column: columnName(column) })
    ),
    ...mismatch.moved.map(({ position, expected, column }) =>
      m.header_moved({ letter: columnLetter(position), expected: columnLetter(expected), column: columnName(column) })
    ),
    ...extraSentences(mismatch)
  ];
}

function extraSentences({ extra }: HeaderMismatch): readonly string[] {
  const sentences = extra
    .slice(0, NAMED_EXTRAS)
    .map(({ position, text }) => m.header_extra({ letter: columnLetter(position), text: quoted(text) }));
  const more = extra.length - sentences.length;
  return more > 0 ? [...sentences, m.header_extra_more({ count: more })] : sentences;
}
