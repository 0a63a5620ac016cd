import { describe, expect, test } from 'vitest';
import type { ReadFailure, ResultFailure, RowOutcome } from '#lib/import/road.ts';
import { failureSentence } from '#lib/wording/failure-sentence.ts';
import { headerMismatchSentences } from '#lib/wording/header-sentences.ts';
import { columnLetter, byteSize, quoted } from '#lib/wording/lists.ts';
import { outcomeSentence, saysDone } from '#lib/wording/outcome-sentence.ts';
import { problemSentence } from '#lib/wording/problem-sentence.ts';

describe('a failure is told with what to do', () => {
  const told = (failure: ReadFailure | ResultFailure) => failureSentence(failure, ['Name', 'Email', 'Password']);

  test('and in which part of the file it is', () => {
    expect(told({ code: 'damaged', detail: 'checksum', part: 'xl/workbook.xml' })).toEqual({
      what: 'The file is damaged: its content does not match its checksum. In the part xl/workbook.xml.',
      todo: 'Copy or download it again, or open it in your spreadsheet program and save it as a new .xlsx.'
    });
    expect(told({ code: 'json-syntax', line: 1200, column: 3 })).toEqual({
      what: 'The JSON text has a mistake in line 1200, column 3.',
      todo: 'Correct it there and choose the file again.'
    });
  });

  test('and how much is allowed, as people say it', () => {
    expect(told({ code: 'too-large', limit: 'unpacked-bytes', allowed: 2_147_000_000 }).what).toBe(
      'The file is too large when unpacked: at most 2.1 GB are allowed.'
    );
    expect(told({ code: 'too-large', limit: 'rows', allowed: 1_048_576 }).what).toBe(
      'The file has too many rows: at most 1,048,576 are allowed.'
    );
  });

  test('and which column names belong there', () => {
    expect(told({ code: 'no-header' })).toEqual({
      what: 'The first row with text holds data, not column names.',
      todo: 'Insert a row above it with the column names Name, Email, Password.'
    });
  });
});

describe('a problem is told', () => {
  test('with the other row, or how many there are when they are too many to name', () => {
    const duplicate = { field: 'email', code: 'duplicate-email', value: 'a@x.org' } as const;
    expect(problemSentence({ ...duplicate, otherRows: [7], otherRowCount: 1 })).toBe(
      'Email “a@x.org” is also in row 7. Keep one of them.'
    );
    expect(problemSentence({ ...duplicate, otherRows: [2, 3], otherRowCount: 1500 })).toBe(
      'Email “a@x.org” is also in 1,500 other rows, among them 2, 3. Keep one of them.'
    );
  });

  test('on one line and in few words, whatever the cell holds', () => {
    const sentence = problemSentence({
      field: 'email',
      code: 'invalid-email',
      value: `line\nbreak ${'x'.repeat(5000)}`
    });
    expect(sentence).toMatch(/^Email “line break x+…” is not/);
    expect(sentence.length).toBeLessThan(200);
  });

  test('without half a character', () => {
    expect(quoted(`a${'😀'.repeat(100)}`)).toBe(`a${'😀'.repeat(39)}…`);
  });
});

describe('the Result cell', () => {
  const created: RowOutcome = { kind: 'created', edited: [] };

  test('names edited columns and never what was in them', () => {
    expect(outcomeSentence({ kind: 'created', edited: ['name', 'password'] })).toBe(
      'Created with changes: Name, Password'
    );
  });

  test('is known again when the file comes back', () => {
    const change = { column: 'name', before: 'Ana', after: 'Anna' } as const;
    const moved = { from: { id: 5, name: 'Support' }, to: { id: 6, name: 'Europe' } };
    const done: RowOutcome[] = [
      created,
      { kind: 'created', edited: ['email'] },
      { kind: 'updated', changes: [change], moved },
      { kind: 'updated', changes: [], moved },
      { kind: 'unchanged' },
      { kind: 'left-out' }
    ];
    for (const outcome of done) expect(saysDone(outcomeSentence(outcome))).toBe(true);
    expect(saysDone(outcomeSentence({ kind: 'failed', problems: [{ field: 'name', code: 'missing-value' }] }))).toBe(
      false
    );
    expect(saysDone('')).toBe(false);
  });

  test('says what an update changed, and never what was in a password', () => {
    const changes = (['name', 'nickname', 'password'] as const).map((column) => ({ column, before: '', after: '' }));
    const moved = { from: { id: 5, name: 'Support' }, to: { id: 6, name: 'Europe' } };
    expect(outcomeSentence({ kind: 'updated', changes, moved })).toBe(
      'Updated: Name, Nickname, Password, moved to Europe'
    );
    expect(outcomeSentence({ kind: 'updated', changes: [], moved })).toBe('Updated: moved to Europe');
    expect(outcomeSentence({ kind: 'unchanged' })).toBe('No change');
  });
});

describe('a header mismatch', () => {
  test('is told column by column', () => {
    const sentences = headerMismatchSentences({
      header: [],
      missing: ['password'],
      extra: [{ position: 27, text: 'Phone' }],
      renamed: [{ position: 0, text: 'Full name', column: 'name' }],
      moved: [{ position: 2, expected: 1, column: 'email' }],
      proposed: {}
    });
    expect(sentences).toEqual([
      'The column Password is missing.',
      'Column A is called “Full name” instead of Name.',
      'Email stands in column C instead of B.',
      'Column AB, “Phone”, does not belong here.'
    ]);
  });

  test('of 16,384 extra columns is still a short text', () => {
    const extra = Array.from({ length: 16_384 }, (_, position) => ({ position, text: `C${position}` }));
    const sentences = headerMismatchSentences({ header: [], missing: [], extra, renamed: [], moved: [], proposed: {} });
    expect(sentences.slice(-1)).toEqual(['16,374 more columns do not belong here.']);
  });
});

test('columns are lettered as spreadsheets do, and sizes are told as people do', () => {
  expect([0, 25, 26, 701, 702, 16_383].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  expect([0, 999, 12_345, 1_500_000, 536_870_912, 2e12].map(byteSize)).toEqual([
    ...['0 bytes', '999 bytes', '12 kB'],
    ...['1.5 MB', '537 MB', '2 TB']
  ]);
});
