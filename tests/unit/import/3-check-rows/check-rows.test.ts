import { describe, expect, test } from 'vitest';
import { checkerOf } from '../made-table.ts';

const ANA = ['Ana', 'Nana', 'ana@example.com', 'sso-1', 'Nights', 'Sample12', 'yes', 'TRUE', '0', '5'];

const technician = (more: Readonly<Record<number, string>> = {}): string[] => ANA.map((cell, at) => more[at] ?? cell);

describe('an agent’s row', () => {
  test('becomes an enabled technician with a Standard License in the chosen group', () => {
    const { check, draft } = checkerOf('agents-workbook', [['  Ana Lim ', ' Ana@Example.com ', 'Sample12']]);
    expect(check(0)).toMatchObject({ problems: [], emailKey: 'ana@example.com', groupId: null });
    expect(draft(0)).toEqual({
      ...{ name: 'Ana Lim', email: 'Ana@Example.com', password: 'Sample12' },
      ...{ nickname: '', ssoId: '', description: '' },
      ...{ enabled: true, standardLicense: true, mobileLicense: false, groupId: 5 }
    });
  });

  test('keeps the white space of its password, which is a problem', () => {
    const { check, text } = checkerOf('agents-workbook', [['Ana', 'ana@example.com', 'Sample12 ']]);
    expect(text(0, 'password')).toBe('Sample12 ');
    expect(check(0)).toMatchObject({ problems: [{ code: 'password-whitespace' }] });
  });

  test('is read with its edits in place', () => {
    const { check } = checkerOf('agents-workbook', [['Ana', 'ana', 'Sample12']]);
    expect(check(0).problems).toMatchObject([{ code: 'invalid-email', value: 'ana' }]);
    expect(check(0, new Map([['email', 'ana@example.com']]))).toMatchObject({
      problems: [],
      emailKey: 'ana@example.com'
    });
  });
});

describe('a technician’s row', () => {
  test('says everything itself', () => {
    const { check, draft, seats } = checkerOf('technicians-file', [technician()], { groupId: null });
    expect(check(0).groupId).toBe(5);
    expect(draft(0)).toMatchObject({
      ...{ nickname: 'Nana', ssoId: 'sso-1', description: 'Nights', groupId: 5 },
      ...{ enabled: true, standardLicense: true, mobileLicense: false }
    });
    expect(seats(0)).toEqual({ enabled: true, standardLicense: true, mobileLicense: false });
  });

  test.each([
    ['TRUE', true],
    ['false', false],
    ['Yes', true],
    ['NO', false],
    ['y', true],
    ['N', false],
    ['1', true],
    ['0', false]
  ])('reads %s', (text, meaning) => {
    const { draft } = checkerOf('technicians-file', [technician({ 8: text })]);
    expect(draft(0)?.mobileLicense).toBe(meaning);
  });

  test('needs no Tech Group ID where a group is chosen, not even a right one', () => {
    const { check, draft } = checkerOf('technicians-file', [technician({ 9: 'elsewhere' })], { groupId: 7 });
    expect(check(0)).toMatchObject({ problems: [], groupId: null, groupIgnored: true });
    expect(draft(0)?.groupId).toBe(7);
  });
});
