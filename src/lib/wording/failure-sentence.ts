import { m } from '#i18n/messages.js';
import type { ReadFailure, ResultFailure } from '#lib/import/road.ts';
import type { DamageDetail, LimitName } from '#lib/spreadsheet/spreadsheet.ts';
import { byteSize, listed, number } from './lists.ts';

interface FailureSentence {
  /** What is wrong, and where. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
}

/**
 * Why a file could not be read, or its result not be made. `headers` are the column names that a header must have,
 * for the sentence about a missing one.
 */
export function failureSentence(
  failure: ReadFailure | ResultFailure,
  headers: readonly string[] = []
): FailureSentence {
  switch (failure.code) {
    case 'empty-file':
      return { what: m.failure_empty_file(), todo: m.failure_empty_file_todo() };
    case 'unknown-format':
      return unknownFormat(failure.looksLike);
    case 'damaged':
      return { what: damage(failure.detail, failure.part), todo: m.failure_damaged_todo() };
    case 'encrypted':
      return { what: m.failure_encrypted(), todo: m.failure_encrypted_todo() };
    case 'unsupported-encoding':
      return {
        what: m.failure_unsupported_encoding({ encoding: failure.encoding }),
        todo: m.failure_unsupported_encoding_todo()
      };
    case 'too-large':
      return { what: tooLarge(failure.limit, failure.allowed), todo: m.failure_too_large_todo() };
    case 'no-sheets':
      return { what: m.failure_no_sheets(), todo: m.failure_no_sheets_todo() };
    case 'no-data':
      return { what: m.failure_no_data(), todo: m.failure_no_data_todo() };
    case 'unclosed-quote':
      return { what: m.failure_unclosed_quote({ line: String(failure.line) }), todo: m.failure_unclosed_quote_todo() };
    case 'json-syntax':
      return {
        what: m.failure_json_syntax({ line: String(failure.line), column: String(failure.column) }),
        todo: m.failure_json_syntax_todo()
      };
    case 'json-shape':
      return { what: jsonShapes[failure.found](), todo: m.failure_json_shape_todo() };
    case 'took-too-long':
      return { what: m.failure_took_too_long(), todo: m.failure_took_too_long_todo() };
    case 'no-header':
      return { what: m.failure_no_header(), todo: m.failure_no_header_todo({ columns: listed(headers) }) };
    case 'no-room':
      return { what: m.failure_no_room(), todo: m.failure_no_room_todo() };
  }
}

type LooksLike = Extract<ReadFailure, { code: 'unknown-format' }>['looksLike'];
type FoundInJson = Extract<ReadFailure, { code: 'json-shape' }>['found'];

function unknownFormat(looksLike: LooksLike): FailureSentence {
  switch (looksLike) {
    case 'text':
      return { what: m.failure_unknown_format_text(), todo: m.failure_unknown_format_text_todo() };
    case 'zip':
      return { what: m.failure_unknown_format_zip(), todo: m.failure_unknown_format_zip_todo() };
    case 'pdf':
      return { what: m.failure_unknown_format_pdf(), todo: m.failure_unknown_format_pdf_todo() };
    case 'image':
      return { what: m.failure_unknown_format_image(), todo: m.failure_unknown_format_image_todo() };
    case 'lock-file':
      return { what: m.failure_unknown_format_lock_file(), todo: m.failure_unknown_format_lock_file_todo() };
    case 'binary':
      return { what: m.failure_unknown_format_binary(), todo: m.failure_unknown_format_binary_todo() };
  }
}

function damage(detail: DamageDetail, part: string | undefined): string {
  const what = damages[detail]();
  return part === undefined ? what : `${what} ${m.failure_where_part({ part })}`;
}

const damages: Readonly<Record<DamageDetail, () => string>> = {
  'cut-off': m.failure_damaged_cut_off,
  directory: m.failure_damaged_directory,
  checksum: m.failure_damaged_checksum,
  compression: m.failure_damaged_compression,
  xml: m.failure_damaged_xml,
  'missing-part': m.failure_damaged_missing_part,
  overlap: m.failure_damaged_overlap,
  entities: m.failure_damaged_entities
};

function tooLarge(limit: LimitName, allowed: number): string {
  const inBytes = limit === 'file-bytes' || limit === 'unpacked-bytes';
  return limits[limit]({ allowed: inBytes ? byteSize(allowed) : number(allowed) });
}

const limits: Readonly<Record<LimitName, (words: { allowed: string }) => string>> = {
  'file-bytes': m.failure_too_large_file_bytes,
  'unpacked-bytes': m.failure_too_large_unpacked_bytes,
  parts: m.failure_too_large_parts,
  columns: m.failure_too_large_columns,
  rows: m.failure_too_large_rows,
  'shared-strings': m.failure_too_large_shared_strings,
  nesting: m.failure_too_large_nesting,
  'cell-text': m.failure_too_large_cell_text,
  cells: m.failure_too_large_cells,
  text: m.failure_too_large_text
};

const jsonShapes: Readonly<Record<FoundInJson, () => string>> = {
  scalar: m.failure_json_shape_scalar,
  'no-array': m.failure_json_shape_no_array,
  'several-arrays': m.failure_json_shape_several_arrays,
  'not-objects': m.failure_json_shape_not_objects
};
