import { spreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import { Refusal } from '#lib/spreadsheet/refusal.ts';
import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import type { CsvDialect } from './dialect.ts';
import { CsvParser } from './parse.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;
const SAMPLE_TEXT = 32 * 1024;
/** That a row has too many columns is said when it is read, and read it is as what it was written as. */
const LIMITS = { ...spreadsheetLimits, columns: SAMPLE_TEXT + 1 };
/** Below it the text is taken for a list of one column. */
const CONVINCING = 0.2;

interface Sniffed extends CsvDialect {
  readonly lineEnd: TextFormat['lineEnd'];
  /** How many columns most records have. */
  readonly columns: number;
}

/**
 * How a CSV text seems to be cut, judged by its beginning. `name` decides only where the text does not.
 *
 * [Note: how a separator is found] Each candidate cuts the sample with the real parser, so that what stands in quotes
 * counts for nothing. The best cuts most records into the same number of columns, and into more of them. A comma that
 * stands between digits only is a decimal comma as soon as another separator cuts the text as well.
 */
export function sniffCsv(text: string, name: string): Sniffed {
  const sample = text.slice(0, SAMPLE_TEXT);
  // A first line that goes on behind the sample is judged by what is there of it.
  const whole = sample.length === text.length || !/[\r\n]/.test(sample);
  const quote = likelyQuote(sample);
  const votes = SEPARATORS.map((separator) => ({ separator, ...judge(sample, whole, { separator, quote }) }));
  const comma = votes.find((vote) => vote.separator === ',');
  if (comma !== undefined && onlyDecimalCommas(sample) && votes.some((vote) => vote !== comma && vote.score > 0.4)) {
    comma.score /= 2;
  }
  const best = votes.reduce((most, vote) => (vote.score > most.score ? vote : most));
  const lineEnd = likelyLineEnd(sample);
  if (best.score >= CONVINCING) return { separator: best.separator, quote, lineEnd, columns: best.columns };
  return { separator: unusedSeparator(sample, name), quote, lineEnd, columns: 1 };
}

function judge(sample: string, whole: boolean, dialect: CsvDialect): { score: number; columns: number } {
  const widths = new Map<number, number>();
  let records = 0;
  const parser = new CsvParser(dialect, 1, LIMITS);
  try {
    parser.push(sample, whole, (cells) => {
      if (cells.every((cell) => cell.trim() === '')) return;
      records++;
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    // An unclosed quote, for example: what was cut before it still counts.
  }
  if (records === 0) return { score: dialect.separator === ',' ? 0.01 : 0, columns: 1 };
  let columns = 1;
  for (const [width, count] of widths) {
    const known = columns > 1 ? (widths.get(columns) ?? 0) : 0;
    if (width > 1 && (count > known || (count === known && width > columns))) columns = width;
  }
  const share = columns > 1 ? (widths.get(columns) ?? 0) / records : 0;
  // Text after a closing quote: the quote was closed by another separator.
  const clean = Math.max(0, 1 - parser.strayQuotes / records);
  return { score: share * clean * (1 - 1 / (columns + 1)), columns };
}

/** An apostrophe quotes only where cells both begin and end with it and no cell begins with a double quote. */
function likelyQuote(sample: string): string {
  if (/(?:^|[,;\t|\r\n]) *"/.test(sample)) return '"';
  const begun = sample.match(/(?:^|[,;\t|\r\n])'/g)?.length ?? 0;
  const wrapped = sample.match(/(?:^|[,;\t|\r\n])'(?:[^'\r\n]|'')*'(?=[,;\t|\r\n]|$)/g)?.length ?? 0;
  return wrapped >= 2 && wrapped >= begun * 0.9 ? "'" : '"';
}

function onlyDecimalCommas(sample: string): boolean {
  const commas = sample.match(/,/g)?.length ?? 0;
  return commas > 0 && (sample.match(/\d,(?=\d)/g)?.length ?? 0) >= commas * 0.9;
}

function likelyLineEnd(sample: string): TextFormat['lineEnd'] {
  const both = sample.match(/\r\n/g)?.length ?? 0;
  const feeds = (sample.match(/\n/g)?.length ?? 0) - both;
  const returns = (sample.match(/\r/g)?.length ?? 0) - both;
  if (feeds > both && feeds >= returns) return '\n';
  return returns > both ? '\r' : '\r\n';
}

/** For a list of one column: a separator that it does not contain, so that nothing is cut. */
function unusedSeparator(sample: string, name: string): string {
  const order = /\.(?:tsv|tab)$/i.test(name) ? ['\t', ',', ';', '|'] : SEPARATORS;
  return order.find((separator) => !sample.includes(separator)) ?? '\t';
}
