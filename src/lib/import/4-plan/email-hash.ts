/** Another at each start: nobody can write a file whose emails all meet in one slot of a table. */
const MULTIPLIER = Math.floor(Math.random() * 2 ** 31) * 2 + 1;

/** 32 bits of an email's key. The browser's own sets hash a string anew for each copy of it, at several times the cost. */
export function emailHash(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, MULTIPLIER) + key.charCodeAt(at)) | 0;
  // The lowest bits choose the slot, and must hear of the others (Murmur's last step).
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
