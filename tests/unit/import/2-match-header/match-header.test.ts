import { describe, expect, test } from 'vitest';
import { matchHeader } from '#lib/import/2-match-header/match-header.ts';
import { importKinds } from '#lib/import/kinds.ts';
import type { HeaderMismatch, MatchedTable, Matching } from '#lib/import/road.ts';
import { headerOf, tableOf } from '../made-table.ts';

const agents = importKinds['agents-workbook'];
const technicians = importKinds['technicians-file'];

function match(
  header: string[],
  accepted?: Matching,
  kind = agents,
  groupChosen = true
): MatchedTable | HeaderMismatch {
  return matchHeader(tableOf(header, []), kind, accepted, groupChosen);
}

describe('a header is understood', () => {
  test('without regard to case and space, and by its aliases', () => {
    const found = match(['  nAME', 'E mail  Address', 'pass word']);
    expect(found).toMatchObject({ matching: { name: 0, email: 1, password: 2 }, resultColumn: null });
  });

  test('with empty columns between', () => {
    expect(match(['', 'Name', '', 'Email', 'Password', ''])).toMatchObject({
      matching: { name: 1, email: 3, password: 4 }
    });
  });

  test('with a trailing Result column', () => {
    expect(match(['Name', 'Email', 'Password', 'result'])).toMatchObject({ resultColumn: 3 });
  });

  test('with all ten columns of a technicians file', () => {
    const header = headerOf('technicians-file');
    header[3] = 'SSO ID';
    header[6] = '(technician is) enabled';
    expect(match(header, undefined, technicians, false)).toMatchObject({
      matching: { ssoId: 3, enabled: 6, groupId: 9 }
    });
  });
});

describe('a mismatch says', () => {
  test('that it is the header of the other kind, where it is exactly that', () => {
    expect(match(headerOf('technicians-file'))).toMatchObject({ otherKind: 'technicians-file' });
    expect(match(['Name', 'Email address', 'Password', 'Result'], undefined, technicians)).toMatchObject({
      otherKind: 'agents-workbook'
    });
    expect(match(['Name', 'Email'], undefined, technicians)).not.toHaveProperty('otherKind');
    expect(match(['Name', 'Email', 'Pass'])).not.toHaveProperty('otherKind');
  });

  test('what is missing', () => {
    expect(match(['Name', 'Email'])).toMatchObject({ missing: ['password'], extra: [], renamed: [], moved: [] });
  });

  test('what is extra, without calling what follows moved', () => {
    const found = match(['No.', 'Name', 'Email', 'Password']);
    expect(found).toMatchObject({ missing: [], extra: [{ position: 0, text: 'No.' }], renamed: [], moved: [] });
    expect(found).toMatchObject({ proposed: { name: 1, email: 2, password: 3 } });
  });

  test('what is renamed, and proposes it', () => {
    expect(match(['Full name', 'E-mail', 'Pass'])).toMatchObject({
      missing: [],
      renamed: [
        { position: 0, text: 'Full name', column: 'name' },
        { position: 1, text: 'E-mail', column: 'email' },
        { position: 2, text: 'Pass', column: 'password' }
      ],
      proposed: { name: 0, email: 1, password: 2 }
    });
    expect(match(['Name', 'Emial', 'Pasword'])).toMatchObject({ proposed: { name: 0, email: 1, password: 2 } });
  });

  test('what is moved, in as few words as can be', () => {
    expect(match(['Password', 'Name', 'Email'])).toMatchObject({
      missing: [],
      extra: [],
      renamed: [],
      moved: [{ position: 0, expected: 2, column: 'password' }],
      proposed: { name: 1, email: 2, password: 0 }
    });
  });

  test('nothing of columns that are like none', () => {
    expect(match(['A', 'B', 'C'])).toMatchObject({
      missing: ['name', 'email', 'password'],
      proposed: { name: null, email: null, password: null }
    });
  });

  test('and takes no time over a header of 16,384 columns', () => {
    const wide = Array.from({ length: 16_384 }, (_, at) => `Column ${at}`);
    expect(match(wide)).toMatchObject({ missing: ['name', 'email', 'password'] });
  });
});

describe('an accepted matching', () => {
  const header = ['Login', 'Who', 'Secret'];

  test('is used', () => {
    const accepted = { name: 1, email: 0, password: 2 };
    expect(match(header, accepted)).toMatchObject({ matching: accepted });
  });

  test('is refused where it leaves out a required column, uses one twice, or names one that is not there', () => {
    for (const accepted of [
      { name: 1, email: 0 },
      { name: 1, email: 1, password: 2 },
      { name: 1, email: 0, password: 3 }
    ]) {
      expect(match(header, accepted)).toHaveProperty('proposed');
    }
  });

  test('may leave out the Tech Group ID only where a group is chosen', () => {
    const accepted = Object.fromEntries(technicians.columns.map(({ id }, at) => [id, id === 'groupId' ? null : at]));
    const names = headerOf('technicians-file').slice(0, 9);
    expect(match(names, accepted, technicians, true)).toMatchObject({ matching: { groupId: null } });
    expect(match(names, accepted, technicians, false)).toHaveProperty('proposed');
  });
});
