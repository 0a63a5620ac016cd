/** What goes into a package for one part. */
export interface PackedPart {
  readonly data: Blob;
  readonly method: 0 | 8;
  readonly crc32: number;
  /** Inflated, in bytes. */
  readonly size: number;
}

/** Compressed bytes are handed to the browser's blob store in pieces of this size, so that the heap holds one at most. */
const BLOB_PIECE = 1024 * 1024;

const GZIP_HEADER = 10;
const GZIP_TRAILER = 8;

/**
 * Deflates a part as it is written. The platform's gzip stream is taken for its checksum: the CRC-32 of a gzip
 * trailer is the one that zip wants, computed natively.
 */
export class PartDeflater {
  readonly #stream = new CompressionStream('gzip');
  readonly #writer = this.#stream.writable.getWriter();
  readonly #collected = collect(this.#stream.readable);
  #size = 0;
  #writing: Promise<void> = Promise.resolve();

  constructor() {
    // A stream that was aborted rejects here too; whoever aborts knows already.
    this.#collected.catch(() => undefined);
  }

  /** Resolves when more can be taken: while one piece is deflated, on a thread of its own in Node, the next is made. */
  async write(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#writing;
    this.#size += bytes.length;
    this.#writing = this.#writer.write(bytes);
    this.#writing.catch(() => undefined);
  }

  async close(): Promise<PackedPart> {
    await this.#writer.close();
    const gzip = await this.#collected;
    const trailer = new DataView(await gzip.slice(gzip.size - GZIP_TRAILER).arrayBuffer());
    return {
      data: gzip.slice(GZIP_HEADER, gzip.size - GZIP_TRAILER),
      method: 8,
      crc32: trailer.getUint32(0, true),
      size: this.#size
    };
  }

  /** Lets go of everything. */
  async abort(): Promise<void> {
    await this.#writer.abort().catch(() => undefined);
  }
}

async function collect(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const blobs: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    chunks.push(read.value);
    size += read.value.length;
    if (size < BLOB_PIECE) continue;
    blobs.push(new Blob(chunks));
    chunks = [];
    size = 0;
  }
  return new Blob([...blobs, ...chunks]);
}

/** A part that is small and whole. */
export async function deflated(text: string): Promise<PackedPart> {
  const deflater = new PartDeflater();
  await deflater.write(new TextEncoder().encode(text));
  return deflater.close();
}
