import { describe, expect, it } from 'vitest';
import { isFileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { corpusFiles } from '../text/corpus.ts';
import { tryReadRows } from '../text/read-rows.ts';

const files = corpusFiles('json');

/** Read in another way than JSON.parse reads it, for a reason. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'JSONTestSuite__i_string_utf16BE_no_BOM.json': 'UTF-16 is detected; JSON.parse is given text',
  'JSONTestSuite__i_string_utf16LE_no_BOM.json': 'UTF-16 is detected; JSON.parse is given text',
  'JSONTestSuite__n_structure_UTF8_BOM_no_data.json': 'a byte order mark and nothing else is a file without data'
};

describe.runIf(files.length > 0)('a JSON file of the corpus', () => {
  it.each(files.filter(({ name }) => OTHERWISE[name] === undefined))(
    '$name is JSON where JSON.parse says so',
    async (file) => {
      const bytes = file.read();
      const read = await tryReadRows(file.name, bytes);
      const code = isFileFailure(read) ? read.code : 'rows';
      const refused = code === 'json-syntax' || (isFileFailure(read) && read.code === 'too-large');
      expect(refused).toBe(!isJson(new TextDecoder().decode(bytes)));
    }
  );

  it('with a list in it gives its rows', async () => {
    const realm = files.find(({ name }) => name === 'keycloak-quickstarts__quickstart-realm.json');
    const read = await tryReadRows('realm.json', realm?.read() ?? '');
    expect(isFileFailure(read) ? read : read.cells.map((cells) => cells.slice(0, 3))).toEqual([
      ['username', 'enabled', 'email'],
      ['alice', 'TRUE', 'alice@keycloak.org'],
      ['test-admin', 'TRUE', 'test@admin.org']
    ]);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
