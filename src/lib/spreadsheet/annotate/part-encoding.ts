/**
 * The text of an XML part and back, in the encoding it was in. Where only decoding is possible (windows-1252 and the
 * like) it goes back as UTF-8 with a declaration that says so.
 */
export class PartEncoding {
  readonly #decoder: TextDecoder;
  readonly #encoder = new TextEncoder();
  readonly #encoding: string;
  #declared: string | undefined;

  /** `start`: the part's first bytes, enough for its XML declaration or all there are. */
  constructor(start: Uint8Array) {
    const unit = ((start[0] ?? 0) << 8) | (start[1] ?? 0);
    if (unit === 0xfffe || unit === 0x3c00) this.#encoding = 'utf-16le';
    else if (unit === 0xfeff || unit === 0x003c) this.#encoding = 'utf-16be';
    else this.#encoding = 'utf-8';
    const other = this.#encoding === 'utf-8' ? declaredEncoding(start) : undefined;
    this.#declared = other;
    this.#decoder = new TextDecoder(other ?? this.#encoding, { ignoreBOM: true });
  }

  /** Whether the bytes of a text that is not changed can stay as they are. */
  get isUtf8(): boolean {
    return this.#decoder.encoding === 'utf-8';
  }

  decode(bytes?: Uint8Array): string {
    const text = this.#decoder.decode(bytes, { stream: bytes !== undefined });
    if (this.#declared === undefined || text === '') return text;
    this.#declared = undefined;
    return text.replace(DECLARATION, '$1UTF-8');
  }

  encode(text: string): Uint8Array<ArrayBuffer> {
    if (this.#encoding === 'utf-8') return this.#encoder.encode(text);
    const bytes = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at++) {
      bytes.setUint16(at * 2, text.charCodeAt(at), this.#encoding === 'utf-16le');
    }
    return new Uint8Array(bytes.buffer);
  }
}

const DECLARATION = /^(<\?xml[^>]*\sencoding\s*=\s*["'])([^"']+)/;

/** An encoding that is declared, known here and other than UTF-8 and its subset; a part in single bytes is no UTF-16. */
function declaredEncoding(start: Uint8Array): string | undefined {
  const label = DECLARATION.exec(new TextDecoder('latin1').decode(start.subarray(0, 200)))?.[2];
  if (label === undefined || /^(utf-?8|us-ascii|ascii|u(tf|cs)-?(16|2).*)$/i.test(label)) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
