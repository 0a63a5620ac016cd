import type { TextEncodingName } from '#lib/spreadsheet/spreadsheet.ts';

/** Characters that each encoding has. */
export const alphabets: Readonly<Record<TextEncodingName, string>> = {
  'utf-8': 'abcXYZ019 éßłř日本語कЖ😀',
  'utf-16le': 'abcXYZ019 éßłř日本語कЖ😀',
  'utf-16be': 'abcXYZ019 éßłř日本語कЖ😀',
  'windows-1252': 'abcXYZ019 éßñøÅ€œ’“ÿ',
  'windows-1250': 'abcXYZ019 éßłřąśěŠžő€”',
  shift_jis: 'abcXYZ019 山田太郎あいうアイウｱｲｳ、。'
};

/** A list of people as such a file holds it. */
export const peopleBy: Readonly<Record<TextEncodingName, readonly string[]>> = {
  'utf-8': ['Zoë Brontë', 'Łukasz Żak', '山田 太郎', 'Ольга Иванова'],
  'utf-16le': ['Zoë Brontë', 'Łukasz Żak', '山田 太郎', 'Ольга Иванова'],
  'utf-16be': ['Zoë Brontë', 'Łukasz Żak', '山田 太郎', 'Ольга Иванова'],
  'windows-1252': ['Jürgen Müßig', 'Hélène Lefèvre', 'José Núñez', 'Søren Kjær', 'João Conceição', 'Åsa Öberg'],
  'windows-1250': [
    'Jiří Dvořák',
    'Łukasz Wiśniewski',
    'Božena Němcová',
    'Győző Szőke',
    'Ivana Kovačević',
    'Grażyna Mąka'
  ],
  shift_jis: ['山田太郎', '佐藤花子', 'すずき いちろう', 'タナカ ケン']
};
