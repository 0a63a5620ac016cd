import { pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  derivePassword,
  equalBytes,
  pbkdf2,
  samePassword,
  verifyNobody,
  verifyPassword
} from '#lib/credentials/derive.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex');

test('PBKDF2-HMAC-SHA-512 gives the published vectors', async () => {
  expect(hex(await pbkdf2('password', bytes('salt'), 1, 64))).toBe(
    '867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252' +
      'c02d470a285a0501bad999bfe943c08f050235d7d68b1da55e63f73b60a57fce'
  );
  expect(hex(await pbkdf2('password', bytes('salt'), 4096, 64))).toBe(
    'd197b1b33db0143e018b12f3d1d1479e6cdebdcc97c5c0f87f6902e072f457b5' +
      '143f30602641b3d55cd335988cb36b84376060ecd532e039b742a239434af2d5'
  );
});

test('a password is kept as the specification says, each time with another salt, and Node derives the same', async () => {
  const [first, second] = await Promise.all([derivePassword('Sample1%'), derivePassword('Sample1%')]);
  expect([first.salt.length, first.key.length, first.iterations]).toEqual([16, 64, 210_000]);
  expect(hex(first.salt)).not.toBe(hex(second.salt));
  expect(hex(first.key)).toBe(pbkdf2Sync('Sample1%', first.salt, 210_000, 64, 'sha512').toString('hex'));
});

test('only the password itself is accepted, however its accents are typed', async () => {
  const derived = await derivePassword('Sampl\u00e91%');
  expect(await verifyPassword('Sampl\u00e91%', derived)).toBe(true);
  expect(await verifyPassword('Sample\u03011%', derived)).toBe(true);
  expect(await verifyPassword('sampl\u00e91%', derived)).toBe(false);
  expect(await verifyPassword('', derived)).toBe(false);
  expect(await verifyNobody('Sampl\u00e91%')).toBe(false);
});

test('bytes are equal only in full', () => {
  expect(equalBytes(bytes('abc'), bytes('abc'))).toBe(true);
  expect(equalBytes(bytes('abc'), bytes('abd'))).toBe(false);
  expect(equalBytes(bytes('abc'), bytes('ab'))).toBe(false);
  expect(equalBytes(bytes(''), bytes('\0'))).toBe(false);
  expect(samePassword('Sampl\u00e91%', 'Sample\u03011%')).toBe(true);
  expect(samePassword('Sample1%', 'Sample1')).toBe(false);
});
