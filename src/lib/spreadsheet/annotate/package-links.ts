import type { ZipDirectory, ZipEntry } from '#lib/spreadsheet/zip/directory.ts';
import { normalizedName } from '#lib/spreadsheet/zip/directory.ts';
import type { PartChange } from './rewrite-package.ts';
import { WholePart } from './rewrite-package.ts';
import { attributeOf } from './xml-structure.ts';

type Changes = Map<ZipEntry, PartChange>;

/** Takes relations with these ids away from a part. */
export function dropLinks(directory: ZipDirectory, part: ZipEntry, ids: ReadonlySet<string>, changes: Changes): void {
  const entry = directory.find(relationsPartOf(normalizedName(part.name)));
  if (!entry || ids.size === 0) return;
  changes.set(
    entry,
    new WholePart((xml) => withoutElements(xml, 'Relationship', (tag) => ids.has(attributeOf(tag, 'Id') ?? '')))
  );
}

/** Takes the picture of the first page away, and what names it. */
export function dropThumbnail(directory: ZipDirectory, changes: Changes): void {
  const pictures = directory.entries.filter((entry) => THUMBNAIL.test(normalizedName(entry.name)));
  const relations = directory.find('_rels/.rels');
  const types = directory.find('[Content_Types].xml');
  if (pictures.length === 0 || !relations) return;
  for (const picture of pictures) changes.set(picture, 'left-out');
  const isThumbnail = (target: string): boolean => THUMBNAIL.test(normalizedName(target));
  changes.set(
    relations,
    new WholePart((xml) => withoutElements(xml, 'Relationship', (tag) => isThumbnail(attributeOf(tag, 'Target') ?? '')))
  );
  if (!types) return;
  changes.set(
    types,
    new WholePart((xml) => withoutElements(xml, 'Override', (tag) => isThumbnail(attributeOf(tag, 'PartName') ?? '')))
  );
}

const THUMBNAIL = /^docProps\/thumbnail\.\w+$/i;

function relationsPartOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function withoutElements(xml: string, name: string, goes: (tag: string) => boolean): string {
  const element = new RegExp(`<((?:[^\\s<>/:]+:)?${name})\\s(?:[^<>"']|"[^"]*"|'[^']*')*?(?:/>|>\\s*</\\1\\s*>)`, 'g');
  return xml.replace(element, (tag) => (goes(tag) ? '' : tag));
}
