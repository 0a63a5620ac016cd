/** Names that are stored with an import and cross between threads: the guards at both borders check against these lists. */
export { lineEnds, spreadsheetFormats, textEncodings } from '#lib/spreadsheet/spreadsheet.ts';

export const importKindIds = ['agents-workbook', 'technicians-file'] as const;

export const columnIds = [
  'name',
  'nickname',
  'email',
  'ssoId',
  'description',
  'password',
  'enabled',
  'standardLicense',
  'mobileLicense',
  'groupId'
] as const;
