import { asciiBytes } from '#lib/spreadsheet/text/bytes.ts';
import { markOf } from '#lib/spreadsheet/xlsx/xml/xml-bytes.ts';

/** The tags of plain rows and cells; of those that may have attributes the beginning. */
export interface PlainMarkup {
  readonly row: Uint8Array;
  readonly rowEnd: Uint8Array;
  /** As XmlScanner knows a row that is open. */
  readonly rowMark: number;
  readonly cell: Uint8Array;
  readonly cellEnd: Uint8Array;
  readonly value: Uint8Array;
  /** Of value and cell. */
  readonly valueEnd: Uint8Array;
  readonly inline: Uint8Array;
  /** Of text, item and cell. */
  readonly inlineEnd: Uint8Array;
  readonly formula: Uint8Array;
  readonly formulaEnd: Uint8Array;
}

/** `prefix`: what stands before the names of all of them, with its colon; some programs write `x:`. */
export function plainMarkup(prefix: string): PlainMarkup {
  const tags = (text: string): Uint8Array => asciiBytes(text.replace(/<\/?/g, (tag) => tag + prefix));
  return {
    row: tags('<row'),
    rowEnd: tags('</row>'),
    rowMark: markOf(`${prefix}row`),
    cell: tags('<c'),
    cellEnd: tags('</c>'),
    value: tags('<v>'),
    valueEnd: tags('</v></c>'),
    inline: tags('<is><t'),
    inlineEnd: tags('</t></is></c>'),
    formula: tags('<f'),
    formulaEnd: tags('</f>')
  };
}
