import { afterSpace, afterString, unescaped } from './json-bytes.ts';
import { FILLED_CELLS, type KeyColumns } from './key-columns.ts';

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;

/** What stands between a member's value and the next one's, key and colon included. */
interface Glue {
  readonly bytes: Uint8Array;
  readonly column: number;
}

/** What was seen between the values of objects: the next one mostly has the same keys, in the same order and layout. */
export class MemberGlue {
  /** By the column of the value before, from -1, plus 1. */
  readonly #behind: Glue[] = [];

  constructor(private readonly columns: KeyColumns) {}

  /** Seen last behind a value of that column; -1: behind the opening brace. */
  behind(column: number): Glue | undefined {
    return this.#behind[column + 1];
  }

  /**
   * What stands there; undefined where it is not what has to stand between values, or a key beyond FILLED_CELLS. Throws
   * Refusal: too-large (columns); Misread.
   */
  learn(column: number, bytes: Uint8Array, start: number, afterValue: boolean): Glue | undefined {
    let at = afterSpace(bytes, start);
    if (afterValue) {
      if (bytes[at] !== COMMA) return undefined;
      at = afterSpace(bytes, at + 1);
    }
    if (bytes[at] !== QUOTE) return undefined;
    const keyAt = at;
    const keyEnd = afterString(bytes, keyAt);
    at = afterSpace(bytes, keyEnd);
    if (bytes[at] !== COLON) return undefined;
    at = afterSpace(bytes, at + 1);
    const key = unescaped(bytes.subarray(keyAt, keyEnd));
    if (key === undefined) return undefined;
    const next = this.columns.columnOf(key);
    if (next >= FILLED_CELLS) return undefined;
    return (this.#behind[column + 1] = { bytes: bytes.slice(start, at), column: next });
  }
}
