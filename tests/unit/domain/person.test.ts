import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { characterCount, emailKey, isEmail, keyOfEmail } from '#lib/domain/person.ts';

describe('the key by which emails are the same', () => {
  test.each([
    ['  Ada@Example.ORG ', 'ada@example.org'],
    ['JOSE\u0301@example.org', 'jos\u00e9@example.org']
  ])('%j is %j', (email, key) => {
    expect(emailKey(email)).toBe(key);
  });

  test('has no other key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(emailKey(emailKey(text))).toBe(emailKey(text));
      }),
      { numRuns: 2000 }
    );
  });
});

test.each([
  'ada@example.org',
  'a@b.co',
  "o'neil+tag@sub.example.co.uk",
  'ada_99@example-shop.org',
  'josé@exämple.org',
  '用户@例子.中国',
  'x@xn--fsq.xn--0zwm56d',
  `${'a'.repeat(64)}@example.org`
])('%s is an email', (text) => {
  expect(isEmail(text)).toBe(true);
});

test.each([
  '',
  'ada',
  '@example.org',
  'ada@',
  'ada@example',
  'ada@@example.org',
  'ada@example..org',
  '.ada@example.org',
  'ada.@example.org',
  'a..b@example.org',
  'ada @example.org',
  'ada@exa mple.org',
  'ada@-example.org',
  'ada@example-.org',
  'ada@example.org.',
  'ada@192.168.0.1',
  'ada@example.org,bo@example.org',
  'Ada <ada@example.org>',
  'mailto:ada@example.org',
  `${'a'.repeat(65)}@example.org`,
  `ada@${'a.'.repeat(125)}org`
])('%j is no email', (text) => {
  expect(isEmail(text)).toBe(false);
});

test('characters are counted as a person counts them: pairs are one, halves alone are one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(characterCount(text)).toBe(Array.from(text).length);
    })
  );
});

test('the key of an email is asked for and checked in one', () => {
  const part = fc.string({
    unit: fc.constantFrom('a', 'z', 'A', '0', '.', '-', '_', '+', "'", 'é', '@', ' '),
    maxLength: 70
  });
  const address = fc.oneof(
    part,
    fc.tuple(part, part).map(([local, domain]) => `${local}@${domain}`),
    fc.tuple(fc.constantFrom('ada', 'a.b', 'Ada'), part).map(([local, domain]) => `${local}@${domain}.org`)
  );
  fc.assert(
    fc.property(address, (text) => {
      expect(keyOfEmail(text)).toBe(isEmail(text) ? emailKey(text) : '');
    }),
    { numRuns: 5000 }
  );
});
