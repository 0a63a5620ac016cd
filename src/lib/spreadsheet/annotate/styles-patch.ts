import type { Edit, XmlElement } from './xml-structure.ts';
import {
  applyEdits,
  attributeOf,
  childElements,
  elementName,
  firstElement,
  prefixOf,
  tagsOnly,
  withAttribute
} from './xml-structure.ts';

export type ResultTone = 'good' | 'bad' | 'muted';

/** Indexes into cellXfs. */
export type ToneStyles = Readonly<Record<ResultTone, number>>;

/** Text and fill as in Excel's own cell styles Good and Bad. */
const TONES: Record<ResultTone, { readonly text: string; readonly fill?: string }> = {
  good: { text: 'FF006100', fill: 'FFC6EFCE' },
  bad: { text: 'FF9C0006', fill: 'FFFFC7CE' },
  muted: { text: 'FF808080' }
};

/** Excel keeps 65,490 cell formats. */
const MOST_CELL_FORMATS = 65_480;

/** Their order in styleSheet (ECMA-376 18.8.39), as far as it matters for where a missing one goes. */
const COLLECTIONS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'] as const;
type Collection = (typeof COLLECTIONS)[number];

/** What a collection must hold before ours, where the part has none. */
const FIRST_ENTRIES: Partial<Record<Collection, (p: string) => readonly string[]>> = {
  fonts: (p) => [`<${p}font><${p}sz val="11"/><${p}name val="Calibri"/></${p}font>`],
  fills: (p) => ['none', 'gray125'].map((kind) => `<${p}fill><${p}patternFill patternType="${kind}"/></${p}fill>`),
  borders: (p) => [`<${p}border><${p}left/><${p}right/><${p}top/><${p}bottom/><${p}diagonal/></${p}border>`],
  cellXfs: (p) => [`<${p}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>`]
};

/**
 * Appends one cell format for each tone to a styles part. Undefined where that cannot be (not a styleSheet, or full):
 * the cells then go without. Everything else in the part stays as it was.
 */
export function patchStyles(xml: string): { readonly xml: string; readonly styles: ToneStyles } | undefined {
  const tags = tagsOnly(xml);
  const root = firstElement(tags, 0);
  if (!root || !/(^|:)styleSheet$/.test(root.name)) return undefined;
  const prefix = prefixOf(root.name);
  const part = new StylesPart(xml, tags, root, prefix);
  if (part.count('cellXfs') > MOST_CELL_FORMATS) return undefined;

  part.require('borders');
  const styles = { good: 0, bad: 0, muted: 0 };
  for (const tone of ['good', 'bad', 'muted'] as const) {
    const { text, fill } = TONES[tone];
    const font = part.append('fonts', coloured(part.firstFont(), prefix, text));
    const filled = fill === undefined ? 0 : part.append('fills', solid(prefix, fill));
    styles[tone] = part.append('cellXfs', cellFormat(prefix, font, filled, part.count('cellStyleXfs') > 0));
  }
  return { xml: part.patched(), styles };
}

function solid(p: string, rgb: string): string {
  return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${rgb}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`;
}

/** Number format 49 is Text: a result edited by hand stays text. */
function cellFormat(p: string, font: number, fill: number, hasBase: boolean): string {
  const base = hasBase ? ' xfId="0"' : '';
  const filled = fill > 0 ? ' applyFill="1"' : '';
  return `<${p}xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0"${base} applyNumberFormat="1" applyFont="1"${filled}/>`;
}

/** The workbook's default font in another colour, its children in the order that the schema wants. */
function coloured(font: string, p: string, rgb: string): string {
  const colour = `<${p}color rgb="${rgb}"/>`;
  const plain = font.replace(new RegExp(`<${p}color\\b[^>]*?(?:/>|>\\s*</${p}color>)`), '');
  const at = plain.search(new RegExp(`<${p}(?:name|family|charset|scheme)\\b|</${p}font>`));
  return plain.slice(0, at) + colour + plain.slice(at);
}

/** The collections of a styles part and what is to be appended to them. */
class StylesPart {
  readonly #found = new Map<Collection, { readonly element: XmlElement; readonly entries: readonly XmlElement[] }>();
  readonly #added = new Map<Collection, string[]>();

  constructor(
    private readonly xml: string,
    tags: string,
    private readonly root: XmlElement,
    private readonly prefix: string
  ) {
    for (const element of childElements(tags, root.openEnd, root.closeStart)) {
      const collection = COLLECTIONS.find((name) => element.name === prefix + name);
      if (!collection) continue;
      this.#found.set(collection, { element, entries: [...childElements(tags, element.openEnd, element.closeStart)] });
    }
  }

  count(collection: Collection): number {
    return (this.#found.get(collection)?.entries.length ?? 0) + (this.#added.get(collection)?.length ?? 0);
  }

  /** Fills an absent or empty collection with what has to come first. */
  require(collection: Collection): void {
    if (this.count(collection) === 0) {
      this.#added.set(collection, [...(FIRST_ENTRIES[collection]?.(this.prefix) ?? [])]);
    }
  }

  /** The index that the entry will have. */
  append(collection: Collection, entry: string): number {
    this.require(collection);
    const index = this.count(collection);
    this.#added.set(collection, [...(this.#added.get(collection) ?? []), entry]);
    return index;
  }

  firstFont(): string {
    const first = this.#found.get('fonts')?.entries.find((entry) => entry.name === `${this.prefix}font`);
    const written = first && this.xml.slice(first.start, first.end);
    return written?.endsWith(`</${this.prefix}font>`) ? written : (FIRST_ENTRIES.fonts?.(this.prefix)[0] ?? '');
  }

  patched(): string {
    const edits: Edit[] = [];
    let place = this.root.openEnd;
    for (const collection of COLLECTIONS) {
      const element = this.#found.get(collection)?.element;
      const added = this.#added.get(collection);
      if (added) edits.push(...this.#edits(collection, added, element, place));
      if (element) place = element.end;
    }
    return applyEdits(this.xml, edits);
  }

  #edits(collection: Collection, added: readonly string[], element: XmlElement | undefined, place: number): Edit[] {
    const name = this.prefix + collection;
    const count = String(this.count(collection));
    if (!element) return [{ at: place, remove: 0, insert: `<${name} count="${count}">${added.join('')}</${name}>` }];
    const open = this.xml.slice(element.start, element.openEnd);
    const counted = attributeOf(open, 'count') === undefined ? open : withAttribute(open, 'count', count);
    if (element.end > element.openEnd) {
      return [
        { at: element.start, remove: open.length, insert: counted },
        { at: element.closeStart, remove: 0, insert: added.join('') }
      ];
    }
    const opened = `${counted.slice(0, -2).trimEnd()}>`;
    return [{ at: element.start, remove: open.length, insert: `${opened}${added.join('')}</${elementName(open)}>` }];
  }
}
