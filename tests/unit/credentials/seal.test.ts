import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSealingKey, MAX_SEALED_TOGETHER, sealPasswords, unsealPasswords } from '#lib/credentials/seal.ts';

test('what was sealed is unsealed exactly, and the plaintext is not in it', async () => {
  const key = await makeSealingKey();
  const password = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 20 });
  const passwords = fc.array(password, { minLength: 1, maxLength: MAX_SEALED_TOGETHER });
  await fc.assert(
    fc.asyncProperty(passwords, fc.nat(), async (passwords, firstPersonId) => {
      const sealed = await sealPasswords(key, firstPersonId, passwords);
      expect(await unsealPasswords(key, sealed)).toEqual(passwords);
      const bytes = Buffer.from(sealed.ciphertext);
      expect(passwords.some((text) => bytes.includes(text))).toBe(false);
    })
  );
});

test('the key cannot be taken out of the browser', async () => {
  const key = await makeSealingKey();
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

test('a record that was changed, belongs to other people or to another key does not open', async () => {
  const key = await makeSealingKey();
  const sealed = await sealPasswords(key, 10, ['Sample1%', 'Sample2%']);
  expect(await unsealPasswords(key, { ...sealed, firstPersonId: 11 })).toBeNull();
  expect(await unsealPasswords(key, { ...sealed, count: 1 })).toBeNull();
  expect(
    await unsealPasswords(key, {
      ...sealed,
      ciphertext: sealed.ciphertext.map((byte, at) => (at === 3 ? byte ^ 1 : byte))
    })
  ).toBeNull();
  expect(await unsealPasswords(await makeSealingKey(), sealed)).toBeNull();
});

test('more than 50 together, or none, is refused', async () => {
  const key = await makeSealingKey();
  await expect(
    sealPasswords(
      key,
      1,
      Array.from({ length: MAX_SEALED_TOGETHER + 1 }, () => 'Sample1%')
    )
  ).rejects.toThrow(RangeError);
  await expect(sealPasswords(key, 1, [])).rejects.toThrow(RangeError);
});
