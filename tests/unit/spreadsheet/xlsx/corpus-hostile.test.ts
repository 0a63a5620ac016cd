/** What the reader makes of files that were made to break readers. Most are no workbooks at all: detection comes before. */
import { describe, expect, test } from 'vitest';
import { isFileFailure, type FileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { openXlsx } from '#lib/spreadsheet/xlsx/open-xlsx.ts';
import { corpusBytes, corpusFiles, hasCorpus } from '../../../fixtures/corpus.ts';

const OUTCOMES: Readonly<Record<string, string>> = {
  'ClosedXML__~$LoadPivotTables.xlsx': 'damaged cut-off',
  'ExcelDataReader__EmptyZipFile.xlsx': 'unknown-format zip',
  'ExcelDataReader__agile_AES256_SHA512_CBC_pwd_password.xlsx': 'damaged cut-off',
  'Open-XML-SDK__ProjectStatusReport_TP10094814.xltx': 'no-sheets',
  'calamine__OOM_alloc.xls': 'damaged cut-off',
  'calamine__OOM_alloc2.xls': 'damaged cut-off',
  'calamine__pass_protected.ods': 'unknown-format zip',
  'calamine__pass_protected.xlsb': 'damaged cut-off',
  'jszip__backslash.zip': 'unknown-format zip',
  'jszip__bad_decompressed_size.zip': 'unknown-format zip',
  'jszip__crc32.zip': 'unknown-format zip',
  'jszip__encrypted.zip': 'encrypted',
  'jszip__pile_of_poo.zip': 'unknown-format zip',
  'openpyxl__null_archive.xlsx': 'unknown-format zip',
  'openpyxl__null_file.xlsx': 'empty-file',
  'openspout__attack_billion_laughs.ods': 'unknown-format zip',
  'openspout__attack_billion_laughs.xlsx': 'damaged entities',
  'openspout__attack_quadratic_blowup.ods': 'unknown-format zip',
  'openspout__non_zip.ods': 'damaged cut-off',
  'poi__54764-2.xlsx': 'damaged entities',
  'poi__58616.xlsx': 'damaged cut-off',
  'poi__60320-protected.xlsx': 'damaged cut-off',
  'poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-4651309315719168.xls': 'damaged cut-off',
  'poi__clusterfuzz-testcase-minimized-POIHSSFFuzzer-6537773940867072.xls': 'damaged cut-off',
  'poi__clusterfuzz-testcase-minimized-POIXSSFFuzzer-6419366255919104.xlsx': 'damaged cut-off',
  'poi__clusterfuzz-testcase-minimized-XLSX2CSVFuzzer-5636439151607808.xlsx': 'damaged cut-off',
  'poi__invalid.xlsx': 'unknown-format zip',
  'poi__poc-shared-strings.xlsx': 'too-large text',
  'poi__poc-xmlbomb-empty.xlsx': 'damaged entities',
  'poi__protect.xlsx': 'damaged cut-off',
  'poi__xlsx-corrupted.xlsx': 'damaged xml',
  'poi__xxe_in_schema.xlsx': 'read 2',
  'xlsx__badfile_noWorksheets.xlsx': 'damaged missing-part',
  'yauzl__absolute path C xt.zip': 'unknown-format zip',
  'yauzl__big-compression.zip': 'unknown-format zip',
  'yauzl__compressed uncompressed size mismatch for stored file 2147483647 5.zip': 'damaged directory',
  'yauzl__not enough bytes in the stream expected 2048576 got only 1000000.zip': 'unknown-format zip',
  'yauzl__too many bytes in the stream expected 82496 got at least 98304.zip': 'unknown-format zip',
  'yauzl__zip64.zip': 'unknown-format zip',
  'zip2__deflate64_issue_25.zip': 'damaged directory',
  'zip2__invalid_cde_number_of_files_allocation_smaller_offset.zip': 'damaged directory'
};

function words(failure: FileFailure): string {
  if (failure.code === 'damaged') return `damaged ${failure.detail}`;
  if (failure.code === 'too-large') return `too-large ${failure.limit}`;
  return failure.code === 'unknown-format' ? `unknown-format ${failure.looksLike}` : failure.code;
}

async function outcomeOf(file: Blob): Promise<string> {
  const outcome = await openXlsx(file);
  if (isFileFailure(outcome)) return words(outcome);
  let rows = 0;
  for (const sheet of outcome.sheets.keys()) {
    const end = await outcome.readSheet(sheet, { onRows: (batch) => (rows += batch.length) });
    if (isFileFailure(end)) return words(end);
  }
  return `read ${rows}`;
}

describe.runIf(hasCorpus)('hostile corpus', () => {
  test.each(corpusFiles('hostile'))('%s', { timeout: 2000 }, async (name) => {
    const outcome = await outcomeOf(new Blob([corpusBytes('hostile', name)]));
    expect(outcome).toBe(OUTCOMES[name]);
  });
});
