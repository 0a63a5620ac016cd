import { damaged } from '#lib/spreadsheet/refusal.ts';
import type { ZipDirectory, ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { partUtf8, type PartReading } from './part-text.ts';
import { EMPTY, END, OPEN, XmlScanner } from '#lib/spreadsheet/xlsx/xml/xml-scanner.ts';

/** A relation from one part to another (ECMA-376 part 2, 9.3). */
export interface Relation {
  readonly id: string;
  /** The last word of its type, the same in the strict and the transitional form: worksheet, styles, … */
  readonly type: string;
  /** The part's name, without a leading slash. What lies outside the file is left out: it is never followed. */
  readonly target: string;
}

/** Calls `onElement` at each start of an element; the scanner tells its name and attributes. */
export function eachElement(part: Uint8Array, name: string, onElement: (xml: XmlScanner) => void): void {
  const xml = new XmlScanner(name);
  xml.feed(part);
  xml.finish();
  for (let event = xml.next(); event !== END; event = xml.next()) {
    if (event === OPEN || event === EMPTY) onElement(xml);
  }
}

/** The relations of a part, or of the whole package with `''`; none where the part has no relations part. */
export async function relationsOf(directory: ZipDirectory, part: string, reading: PartReading): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const entry = directory.find(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
  if (entry === undefined) return [];
  const relations: Relation[] = [];
  eachElement(await partUtf8(entry, reading), entry.name, (xml) => {
    const target = xml.attribute('Target');
    if (xml.name !== 'Relationship' || target === null || xml.attribute('TargetMode') === 'External') return;
    const type = xml.attribute('Type') ?? '';
    relations.push({
      id: xml.attribute('Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolved(target, part)
    });
  });
  return relations;
}

/** The content types of parts by their name in lower case (ECMA-376 part 2, 10.1.2.2). */
export async function contentTypes(directory: ZipDirectory, reading: PartReading): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  const entry = directory.find('[Content_Types].xml');
  if (entry === undefined) return types;
  eachElement(await partUtf8(entry, reading), entry.name, (xml) => {
    if (xml.name !== 'Override') return;
    const part = resolved(xml.attribute('PartName') ?? '', '');
    types.set(part.toLowerCase(), xml.attribute('ContentType') ?? '');
  });
  return types;
}

/** The entry a relation points to. */
export function targetEntry(directory: ZipDirectory, target: string): ZipEntry | undefined {
  return directory.find(target) ?? directory.find(percentDecoded(target));
}

/** As `targetEntry`. Throws Refusal: damaged (missing-part). */
export function requiredEntry(directory: ZipDirectory, target: string): ZipEntry {
  const entry = targetEntry(directory, target);
  if (entry === undefined) throw damaged('missing-part', target);
  return entry;
}

/** A relation's target from the package's root on; `..` above the root stays at the root. */
function resolved(target: string, part: string): string {
  const written = target.replaceAll('\\', '/');
  const names = written.startsWith('/') ? [] : part.split('/').slice(0, -1);
  for (const name of written.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}

function percentDecoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
