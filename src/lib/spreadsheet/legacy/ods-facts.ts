import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import { damaged, tooLarge } from '#lib/spreadsheet/refusal.ts';

/** SheetJS makes an object of each repeated cell with text, about 150 bytes. */
const CELLS = 4_000_000;
const TAGS_BETWEEN_PAUSES = 4096;

/** What SheetJS does not tell about a sheet of an .ods. */
export interface OdsSheetFacts {
  hidden: boolean;
  /** Hidden rows that have a cell. */
  hiddenRows: number;
  /** First and last index of each run of hidden columns. */
  readonly hiddenColumns: [number, number][];
}

const TAG = /<(?:[\w.-]+:)?(style|table-properties|table|table-column|table-row|table-cell)(?=[\s/>])([^>]*)>/g;

/**
 * Looks over an .ods' content.xml before SheetJS does: for hidden sheets, rows and columns (OpenDocument 1.2,
 * 19.749), and for repetitions that would fill the memory. Throws Refusal: too-large; damaged (entities) for a
 * document type, which no .ods has and which can only be meant to do harm.
 */
export async function odsFacts(content: string, signal?: AbortSignal): Promise<OdsSheetFacts[]> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(content.slice(0, 1_000_000))) throw damaged('entities', 'content.xml');
  const sheets: OdsSheetFacts[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let rowRepeat = 1;
  let rowHidden = false;
  let column = 0;
  let cells = 0;
  let tags = 0;
  for (const [, name, attributes = ''] of content.matchAll(TAG)) {
    if (++tags % TAGS_BETWEEN_PAUSES === 0) await pauseWhenDue(signal);
    const sheet = sheets.at(-1);
    if (name === 'style') {
      style = attribute(attributes, 'name');
    } else if (name === 'table-properties') {
      if (attribute(attributes, 'display') === 'false') hiddenStyles.add(style);
    } else if (name === 'table') {
      sheets.push({ hidden: hiddenStyles.has(attribute(attributes, 'style-name')), hiddenRows: 0, hiddenColumns: [] });
      column = 0;
    } else if (name === 'table-column') {
      const repeat = repeated(attributes, 'number-columns-repeated');
      if (isHidden(attributes)) sheet?.hiddenColumns.push([column, column + repeat - 1]);
      column += repeat;
    } else if (name === 'table-row') {
      rowRepeat = repeated(attributes, 'number-rows-repeated');
      rowHidden = isHidden(attributes);
    } else if (!attributes.endsWith('/')) {
      cells += rowRepeat * repeated(attributes, 'number-columns-repeated');
      if (cells > CELLS) throw tooLarge('unpacked-bytes', CELLS);
      if (rowHidden && sheet !== undefined) sheet.hiddenRows += rowRepeat;
      rowHidden = false;
    }
  }
  return sheets;
}

function attribute(attributes: string, name: string): string {
  return new RegExp(`[\\s:]${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? '';
}

function repeated(attributes: string, name: string): number {
  if (!attributes.includes('repeated')) return 1;
  return Math.max(1, Number.parseInt(attribute(attributes, name), 10) || 1);
}

function isHidden(attributes: string): boolean {
  return attributes.includes('visibility') && /^(?:collapse|filter)$/.test(attribute(attributes, 'visibility'));
}
