import type { TextFormat } from '#lib/spreadsheet/spreadsheet.ts';
import { decodedText } from '#lib/spreadsheet/text/decode.ts';
import { writtenText } from '#lib/spreadsheet/text/written-text.ts';
import { hasItemsInLines } from './open-json.ts';
import { readItems, type ItemTaker } from './read-items.ts';
import type { JsonScanner } from './scanner.ts';

/** What is to be different in an item. */
export interface ItemChange {
  /** By key: texts in the place of values. */
  readonly edits: ReadonlyMap<string, string>;
  /** Keys that the item is to have, in this order. */
  readonly keys?: readonly string[] | undefined;
}

/**
 * The items of a JSON file that `openJson` opened, each as it is written there, from the first on, but for what
 * `changeOf` says; `item` is its position from 1. Rejects with the signal's reason.
 */
export async function itemSources(
  source: { readonly name: string; readonly bytes: Blob },
  format: TextFormat,
  changeOf: (item: number) => ItemChange | undefined,
  signal?: AbortSignal
): Promise<readonly string[]> {
  const text = await decodedText(source.bytes, format, signal);
  return (await readItems(text, hasItemsInLines(source.name), () => new SourceTaker(changeOf), signal)).sources;
}

/** An array of such items. */
export function writeItems(sources: readonly string[], format: TextFormat): Blob {
  const { lineEnd } = format;
  const list = sources.length === 0 ? '' : `${lineEnd}  ${sources.join(`,${lineEnd}  `)}${lineEnd}`;
  return writtenText([`[${list}]${lineEnd}`], format).file;
}

class SourceTaker implements ItemTaker {
  readonly sources: string[] = [];
  readonly #changeOf: (item: number) => ItemChange | undefined;

  constructor(changeOf: (item: number) => ItemChange | undefined) {
    this.#changeOf = changeOf;
  }

  get items(): number {
    return this.sources.length;
  }

  add(scanner: JsonScanner): void {
    const start = scanner.at;
    const change = this.#changeOf(this.sources.length + 1);
    const values = new Map<string, string>();
    let isSame = true;
    if (change === undefined) {
      scanner.skip();
    } else if (scanner.enter()) {
      do {
        scanner.next();
        const key = scanner.string();
        scanner.colon();
        const valueAt = scanner.at;
        scanner.skip();
        values.set(key, scanner.text.slice(valueAt, scanner.at));
      } while (scanner.moreMembers());
    }
    for (const [key, edit] of change?.edits ?? []) {
      values.set(key, JSON.stringify(edit));
      isSame = false;
    }
    const keys = change?.keys ?? [...values.keys()];
    isSame &&= change === undefined || JSON.stringify([...values.keys()]) === JSON.stringify(keys);
    const members = keys.map((key) => `${JSON.stringify(key)}: ${values.get(key) ?? '""'}`);
    this.sources.push(isSame ? scanner.text.slice(start, scanner.at) : `{ ${members.join(', ')} }`);
  }
}
