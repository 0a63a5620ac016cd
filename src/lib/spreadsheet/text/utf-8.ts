/** Tells whether bytes, given piece by piece, are UTF-8. A character cut off by the end of the file is no fault. */
export class Utf8Check {
  #decoder = new TextDecoder('utf-8', { fatal: true });
  #broken = false;

  get broken(): boolean {
    return this.#broken;
  }

  push(bytes: Uint8Array): void {
    if (this.#broken) return;
    try {
      this.#decoder.decode(bytes, { stream: true });
    } catch {
      this.#broken = true;
    }
  }
}
