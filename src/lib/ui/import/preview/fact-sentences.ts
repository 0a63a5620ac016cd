import { m } from '#i18n/messages.js';
import type { TableFacts } from '#lib/import/road.ts';
import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';

/** How the file was read, in a few words each: what a person would otherwise wonder about. */
export function factSentences(facts: TableFacts): readonly string[] {
  const { notes } = facts;
  const unsaved = notes.formulasWithoutResult ?? 0;
  const formulas = notes.formulas - unsaved;
  const sheet = facts.sheets[facts.sheet];
  const isWorkbook = facts.text === undefined && facts.format !== 'json' && facts.format !== 'csv';
  return [
    facts.format === 'csv' ? m.import_format_text() : m.import_format({ format: `.${facts.format}` }),
    ...(isWorkbook && sheet ? [m.import_fact_sheet({ sheet: sheet.name })] : []),
    ...(facts.text ? textFacts(facts.text) : []),
    ...(facts.hiddenSheet ? [m.import_fact_hidden_sheet()] : []),
    ...(facts.rowsAboveHeader ? [m.import_fact_rows_above_header({ count: facts.rowsAboveHeader })] : []),
    ...(notes.hiddenRows > 0 ? [m.import_fact_hidden_rows({ count: notes.hiddenRows })] : []),
    ...(notes.hiddenColumns > 0 ? [m.import_fact_hidden_columns({ count: notes.hiddenColumns })] : []),
    ...(formulas > 0 ? [m.import_fact_formulas({ count: formulas })] : []),
    ...(notes.dates > 0 ? [m.import_fact_dates({ count: notes.dates })] : []),
    ...(notes.errorCells > 0 ? [m.import_fact_errors({ count: notes.errorCells })] : []),
    ...(facts.hasResultColumn ? [m.import_fact_result_column({ count: facts.doneBefore ?? 0 })] : []),
    // Whole sentences, so they stand last.
    ...(unsaved > 0 ? [m.import_fact_formulas_unsaved({ count: unsaved })] : [])
  ];
}

const separators: Readonly<Record<string, () => string>> = {
  ',': m.import_separator_comma,
  ';': m.import_separator_semicolon,
  '\t': m.import_separator_tab,
  '|': m.import_separator_bar
};

function textFacts(text: TextFormat): readonly string[] {
  const encoding = m.import_fact_encoding({ encoding: text.encoding.toUpperCase().replace('WINDOWS', 'Windows') });
  if (text.separator === undefined) return [encoding];
  return [encoding, m.import_fact_separator({ separator: separators[text.separator]?.() ?? text.separator })];
}
