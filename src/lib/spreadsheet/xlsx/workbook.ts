import { Refusal, tooLarge } from '#lib/spreadsheet/refusal.ts';
import { loadDirectory, type ZipDirectory, type ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { contentTypes, eachElement, relationsOf, requiredEntry, targetEntry, type Relation } from './package.ts';
import { partUtf8, type PartReading } from './part-text.ts';
import { xmlBoolean } from '#lib/spreadsheet/xlsx/xml/xml-text.ts';

export interface WorkbookSheet {
  readonly name: string;
  /** Also where only a macro could show it again (`veryHidden`). */
  readonly hidden: boolean;
  /** The name its part should have, and the part, where it is there. */
  readonly partName: string;
  readonly entry: ZipEntry | undefined;
}

/** What the package and its workbook part say. */
export interface Workbook {
  readonly directory: ZipDirectory;
  readonly entry: ZipEntry;
  readonly format: 'xlsx' | 'xlsm';
  /** Worksheets in the order of their tabs; chart, dialog and macro sheets hold no rows and are left out. */
  readonly sheets: readonly WorkbookSheet[];
  /** Day 0 is 1904-01-01 in place of 1899-12-31. */
  readonly date1904: boolean;
  readonly styles: ZipEntry | undefined;
  readonly sharedStrings: ZipEntry | undefined;
}

/** Throws Refusal: whatever reading the directory or a part may refuse with, unknown-format, no-sheets. */
export async function loadWorkbook(reading: PartReading): Promise<Workbook> {
  const directory = await loadDirectory(reading.file, reading.limits);
  const types = await contentTypes(directory, reading);
  const entry = await workbookEntry(directory, types, reading);
  const partName = entry.name.replaceAll('\\', '/').replace(/^\/+/, '');
  const relations = await relationsOf(directory, partName, reading);
  const { sheets, date1904 } = readWorkbookPart(await partUtf8(entry, reading), entry.name);
  if (sheets.length > reading.limits.parts) throw tooLarge('parts', reading.limits.parts);
  const relationById = new Map(relations.map((relation) => [relation.id, relation]));
  const worksheets = sheets.flatMap(({ name, hidden, relationId }) => {
    const relation = relationById.get(relationId ?? '');
    if (relation !== undefined && relation.type !== 'worksheet') return [];
    const target = relation?.target ?? '';
    return [{ name, hidden, partName: target, entry: targetEntry(directory, target) }];
  });
  if (worksheets.length === 0) throw new Refusal({ code: 'no-sheets' });
  const typeOf = types.get(partName.toLowerCase()) ?? '';
  return {
    directory,
    entry,
    format: /macroEnabled/i.test(typeOf) ? 'xlsm' : 'xlsx',
    sheets: worksheets,
    date1904,
    styles: entryOfType(directory, relations, 'styles'),
    sharedStrings: entryOfType(directory, relations, 'sharedStrings')
  };
}

function entryOfType(directory: ZipDirectory, relations: readonly Relation[], type: string): ZipEntry | undefined {
  const relation = relations.find((candidate) => candidate.type === type);
  const entry = relation === undefined ? undefined : targetEntry(directory, relation.target);
  // A part of no bytes is as good as none: the sheets can be read without it.
  return entry?.uncompressedSize === 0 ? undefined : entry;
}

async function workbookEntry(
  directory: ZipDirectory,
  types: ReadonlyMap<string, string>,
  reading: PartReading
): Promise<ZipEntry> {
  const relation = (await relationsOf(directory, '', reading)).find(({ type }) => type === 'officeDocument');
  if (relation !== undefined) return requiredEntry(directory, relation.target);
  for (const [part, type] of types) {
    const entry = /(?:sheet|template)(?:\.macroEnabled)?\.main\+xml$/i.test(type)
      ? targetEntry(directory, part)
      : undefined;
    if (entry !== undefined) return entry;
  }
  const usual = directory.find('xl/workbook.xml');
  if (usual === undefined) throw new Refusal({ code: 'unknown-format', looksLike: 'zip' });
  return usual;
}

function readWorkbookPart(part: Uint8Array, name: string) {
  const sheets: { name: string; hidden: boolean; relationId: string | null }[] = [];
  let date1904 = false;
  eachElement(part, name, (xml) => {
    if (xml.name === 'workbookPr') date1904 = xmlBoolean(xml.attribute('date1904'));
    if (xml.name !== 'sheet') return;
    const state = xml.attribute('state') ?? 'visible';
    sheets.push({
      name: xml.attribute('name') ?? '',
      hidden: state !== 'visible',
      relationId: xml.prefixedAttribute('id')
    });
  });
  return { sheets, date1904 };
}
