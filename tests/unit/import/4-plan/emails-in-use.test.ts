import { expect, test } from 'vitest';
import { emailHash } from '#lib/import/4-plan/email-hash.ts';
import { EmailsInUse } from '#lib/import/4-plan/emails-in-use.ts';

test('of many emails exactly those of the organization are in use', () => {
  const email = (at: number): string => `agent.${at}@example.org`;
  for (const size of [0, 1, 5000]) {
    const emails = new EmailsInUse(new Set(Array.from({ length: size }, (_, at) => email(2 * at))));
    for (let at = 0; at < 10_000; at++) {
      expect(emails.has(email(at), emailHash(email(at)))).toBe(at % 2 === 0 && at < 2 * size);
    }
  }
});
