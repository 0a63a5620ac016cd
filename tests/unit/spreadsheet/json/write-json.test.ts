import { describe, expect, it } from 'vitest';
import { writeJson } from '#lib/spreadsheet/json/write-json.ts';
import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { readRows } from '../text/read-rows.ts';

const format: TextFormat = { encoding: 'utf-8', byteOrderMark: false, lineEnd: '\n' };

describe('a written JSON list', () => {
  it('is read back with its Result member', async () => {
    const header = ['Name', 'Result'];
    const rows = [
      ['Zoë "Z"', 'Created'],
      ['=1+1', 'line\nbreak']
    ];
    const { file } = writeJson(header, rows, format);
    expect(JSON.parse(await file.text())).toEqual([
      { Name: 'Zoë "Z"', Result: 'Created' },
      { Name: '=1+1', Result: 'line\nbreak' }
    ]);
    expect((await readRows('x.json', file)).cells).toEqual([header, ...rows]);
  });

  it('without rows is an empty array', async () => {
    expect(JSON.parse(await writeJson(['Name'], [], format).file.text())).toEqual([]);
  });
});
