/** Texts of larger files are decoded a second time in place of being kept until they are read. */
const KEPT_BYTES = 64 * 1024 * 1024;

/**
 * Tells whether bytes, given piece by piece, are UTF-8, and keeps their text for whoever reads it next: the table's
 * cells will be pieces of it anyway. A character cut off by the end of the file is no fault.
 */
export class Utf8Check {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #broken = false;
  #pieces: string[] | undefined;

  constructor(fileBytes: number, keptBytes = KEPT_BYTES) {
    if (fileBytes <= keptBytes) this.#pieces = [];
  }

  get broken(): boolean {
    return this.#broken;
  }

  push(bytes: Uint8Array): void {
    if (this.#broken) return;
    try {
      const text = this.#decoder.decode(bytes, { stream: true });
      this.#pieces?.push(text);
    } catch {
      this.#broken = true;
      this.#pieces = undefined;
    }
  }

  /** The whole text, in pieces; undefined where it is no UTF-8 or too much to keep. */
  finish(): readonly string[] | undefined {
    if (this.#broken) return undefined;
    try {
      this.#decoder.decode();
    } catch {
      this.#pieces?.push('\ufffd');
    }
    return this.#pieces;
  }
}
