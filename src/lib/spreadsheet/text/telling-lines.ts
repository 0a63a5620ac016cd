const ENOUGH = 128 * 1024;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const isBreak = (byte: number | undefined): boolean => byte === LINE_FEED || byte === RETURN;

/** Gathers the lines of a file that have bytes over 7F: what tells one encoding from another, wherever it stands. */
export class TellingLines {
  #pieces: Uint8Array[] = [];
  #size = 0;
  /** Whether the last line goes on in the next piece of the file: no character may be torn. */
  #open = false;

  get full(): boolean {
    return this.#size >= ENOUGH;
  }

  push(bytes: Uint8Array): void {
    let at = this.#open ? this.#take(bytes, 0) : 0;
    while (at < bytes.length && !this.full) {
      while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at++;
      if (at === bytes.length) return;
      while (at > 0 && !isBreak(bytes[at - 1])) at--;
      at = this.#take(bytes, at);
    }
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.#size);
    let at = 0;
    for (const piece of this.#pieces) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }

  /** Takes the line that starts there, and says where it ends. */
  #take(bytes: Uint8Array, start: number): number {
    let end = start;
    while (end < bytes.length && !isBreak(bytes[end])) end++;
    this.#open = end === bytes.length;
    const piece = bytes.subarray(start, Math.min(end + 1, bytes.length));
    this.#pieces.push(piece);
    this.#size += piece.length;
    return end + 1;
  }
}
