import { once } from 'node:events';
import { constants, crc32, createDeflateRaw } from 'node:zlib';

const VERSION = 20;
const DEFLATED = 8;
/** 1 January 2026, in the format of DOS: the same bytes each time. */
const DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;

/** A part of a package, deflated while it is written; only its packed bytes are held. */
export class ZipPart {
  #deflate = createDeflateRaw({ level: constants.Z_DEFAULT_COMPRESSION });
  /** @type {Buffer[]} */
  #packed = [];
  #sum = 0;
  #size = 0;

  /** @param {string} name inside the package */
  constructor(name) {
    this.name = Buffer.from(name);
    this.#deflate.on('data', (bytes) => this.#packed.push(bytes));
  }

  async add(/** @type {string} */ text) {
    const bytes = Buffer.from(text);
    this.#sum = crc32(bytes, this.#sum);
    this.#size += bytes.length;
    if (!this.#deflate.write(bytes)) await once(this.#deflate, 'drain');
  }

  /** @returns {Promise<{ facts: Buffer, packed: Buffer[] }>} the fields that both of its records share */
  async end() {
    const ended = once(this.#deflate, 'end');
    this.#deflate.end();
    await ended;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(VERSION, 0);
    facts.writeUInt16LE(DEFLATED, 4);
    facts.writeUInt16LE(DATE, 8);
    facts.writeUInt32LE(this.#sum, 10);
    facts.writeUInt32LE(sizeOf(this.#packed), 14);
    facts.writeUInt32LE(this.#size, 18);
    facts.writeUInt16LE(this.name.length, 22);
    return { facts, packed: this.#packed };
  }
}

const sizeOf = (/** @type {Buffer[]} */ chunks) => chunks.reduce((sum, { length }) => sum + length, 0);

/**
 * The bytes of a package, in order.
 * @param {ZipPart[]} parts under 4 GB together
 */
export async function* zipOf(parts) {
  const directory = [];
  let at = 0;
  for (const part of parts) {
    const { facts, packed } = await part.end();
    const chunks = [Buffer.from('PK\x03\x04'), facts, part.name, ...packed];
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from(`PK\x01\x02${String.fromCharCode(VERSION)}\0`), facts, rest, part.name]));
    at += sizeOf(chunks);
    yield* chunks;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(sizeOf(directory), 12);
  end.writeUInt32LE(at, 16);
  yield* [...directory, end];
}
