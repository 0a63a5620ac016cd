/** How passwords are kept: specification, Passwords; docs/security.md. */

const PBKDF2_ITERATIONS = 210_000;
const SALT_BYTES = 16;
const KEY_BYTES = 64;

/** One derived password. Keycloak, Auth0 and Okta take it over as PBKDF2-HMAC-SHA-512. */
export interface DerivedPassword {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly key: Uint8Array<ArrayBuffer>;
  readonly iterations: number;
}

/** About 0.15 s of another thread: WebCrypto never blocks the caller's. */
export async function derivePassword(password: string): Promise<DerivedPassword> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return { salt, key: await pbkdf2(password, salt, PBKDF2_ITERATIONS, KEY_BYTES), iterations: PBKDF2_ITERATIONS };
}

/** Takes as long for a wrong password as for the right one. */
export async function verifyPassword(password: string, derived: DerivedPassword): Promise<boolean> {
  return equalBytes(await pbkdf2(password, derived.salt, derived.iterations, derived.key.length), derived.key);
}

/** Takes as long as verifying and is never true: for an email that nobody has. */
export async function verifyNobody(password: string): Promise<false> {
  await pbkdf2(password, new Uint8Array(SALT_BYTES), PBKDF2_ITERATIONS, KEY_BYTES);
  return false;
}

/** PBKDF2-HMAC-SHA-512 (RFC 8018) of the composed (NFC) text in UTF-8: the same word from another keyboard is the same. */
export async function pbkdf2(
  password: string,
  salt: BufferSource,
  iterations: number,
  bytes: number
): Promise<Uint8Array<ArrayBuffer>> {
  const secret = new TextEncoder().encode(password.normalize('NFC'));
  const material = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt, iterations }, material, bytes * 8)
  );
}

/** Looks at every byte, so that the time does not tell where the first difference is. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let at = 0; at < a.length; at++) difference |= (a[at] ?? 0) ^ (b[at] ?? 0);
  return difference === 0;
}

/** Whether two texts are the same password, in a time that does not tell how much of it is. */
export function samePassword(a: string, b: string): boolean {
  const encoder = new TextEncoder();
  return equalBytes(encoder.encode(a.normalize('NFC')), encoder.encode(b.normalize('NFC')));
}
