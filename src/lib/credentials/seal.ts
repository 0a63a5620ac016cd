/**
 * [Note: why passwords are sealed] One derivation costs about 0.15 s, so 100,000 of them cost hours: an import cannot
 * wait for that, and must not keep plaintext either. So it commits the passwords encrypted (AES-GCM) under a key that
 * the browser keeps and that no script can read out, and a worker derives them afterwards, deleting each sealed record
 * in the transaction that writes its derived ones. It keeps plaintext out of the database's files; it does not protect
 * from someone who can run this app as this user. At most 50 in one record: what a crash makes the worker derive
 * again is then a few seconds' work.
 */
import type { PersonId } from '#lib/domain/person.ts';
import { MAX_SEALED_TOGETHER } from './sealed-together.ts';

export { MAX_SEALED_TOGETHER };

const NONCE_BYTES = 12;

export interface SealedPasswords {
  /** The passwords are those of `count` people with consecutive ids from here on. */
  readonly firstPersonId: PersonId;
  readonly count: number;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly ciphertext: Uint8Array<ArrayBuffer>;
}

/** Not extractable: the database keeps a handle, never the key's bytes. */
export function makeSealingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Seals at most MAX_SEALED_TOGETHER passwords of people with consecutive ids; more is a bug and throws. */
export async function sealPasswords(
  key: CryptoKey,
  firstPersonId: PersonId,
  passwords: readonly string[]
): Promise<SealedPasswords> {
  const count = passwords.length;
  if (count === 0 || count > MAX_SEALED_TOGETHER) throw new RangeError(`cannot seal ${count} passwords together`);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const plain = new TextEncoder().encode(JSON.stringify(passwords));
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: boundTo(firstPersonId, count) };
  return {
    firstPersonId,
    count,
    nonce,
    ciphertext: new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plain))
  };
}

/** In the order of the people's ids; null when the record was changed or belongs to other people or another key. */
export async function unsealPasswords(key: CryptoKey, sealed: SealedPasswords): Promise<readonly string[] | null> {
  const { firstPersonId, count, nonce, ciphertext } = sealed;
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: boundTo(firstPersonId, count) };
  try {
    const passwords: unknown = JSON.parse(
      new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, ciphertext))
    );
    return isTexts(passwords) && passwords.length === count ? passwords : null;
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'OperationError') return null;
    throw failure;
  }
}

/** Binds a record to its people: exchanged records do not open. */
function boundTo(firstPersonId: PersonId, count: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`muster sealed passwords 1: ${firstPersonId}+${count}`);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
