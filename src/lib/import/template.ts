import { writeWorkbook, type NewCell, type NewSheet } from '#lib/spreadsheet/write/write-workbook.ts';
import type { ColumnId, ImportKind } from './kinds.ts';
import type { ResultFile } from './road.ts';

/** The template's words beside the headers, which are data. */
export interface TemplateWords {
  readonly fileName: string;
  readonly sheetName: string;
  readonly instructionsName: string;
  readonly title: string;
  readonly instructions: string;
  readonly headings: { readonly column: string; readonly required: string; readonly rule: string };
  readonly yes: string;
  readonly no: string;
  rule(column: ColumnId): string;
}

/**
 * The workbook that is filled in and uploaded: bold locked header row, wide columns, everything formatted as text, and a
 * sheet with the rules (specification: Importing users). Uploaded again it is read without a question.
 */
export async function templateFile(kind: ImportKind, words: TemplateWords): Promise<ResultFile> {
  const bytes = await writeWorkbook({ sheets: [sheetToFillIn(kind, words), instructions(kind, words)] });
  return { name: words.fileName, bytes };
}

function sheetToFillIn({ columns }: ImportKind, { sheetName }: TemplateWords): NewSheet {
  return {
    name: sheetName,
    columns: columns.map(() => ({ width: 32, format: 'text' })),
    rows: [columns.map(({ header }): NewCell => ({ text: header, style: 'header' }))],
    frozenRows: 1,
    locked: true
  };
}

function instructions({ columns }: ImportKind, words: TemplateWords): NewSheet {
  const { headings, yes, no } = words;
  const wrapped = (text: string): NewCell => ({ text, style: 'wrapped' });
  return {
    name: words.instructionsName,
    columns: [24, 16, 90].map((width) => ({ width, format: 'text' })),
    rows: [
      [{ text: words.title, style: 'title' }],
      [words.instructions],
      [],
      [headings.column, headings.required, headings.rule].map((text): NewCell => ({ text, style: 'header' })),
      ...columns.map(({ id, header, required }) => [
        wrapped(header),
        wrapped(required ? yes : no),
        wrapped(words.rule(id))
      ])
    ]
  };
}
