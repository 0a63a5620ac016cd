/**
 * Just enough XML to patch a part in place: where tags stand, never what a document means. Offsets are into
 * the part's own text, so that everything which is not patched stays as it was, to the byte.
 */

/**
 * The text with comments, CDATA sections and processing instructions blanked out (same length, same offsets),
 * so that whatever still looks like a tag is one. Ends before such a section where that is not finished yet.
 */
export function tagsOnly(text: string): string {
  if (!hasPair(text, '!') && !hasPair(text, '?')) return text;
  const blanked = text.replace(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<!DOCTYPE[^<>[]*>/g, (section) =>
    ' '.repeat(section.length)
  );
  const unfinished = blanked.search(/<[!?]/);
  return unfinished < 0 ? blanked : blanked.slice(0, unfinished);
}

/** Whether `<` and that mark stand together. The mark is the rarer of the two, and so the one to search for. */
function hasPair(text: string, mark: '!' | '?'): boolean {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (text.charCodeAt(at - 1) === 60) return true;
  }
  return false;
}

/** The offset after the tag that begins at `start`, or -1 while its end is not there. '>' in quotes does not end it. */
export function tagEnd(tags: string, start: number): number {
  for (let at = start; at < tags.length; at++) {
    const code = tags.charCodeAt(at);
    if (code === 62) return at + 1;
    if (code === 34 || code === 39) {
      at = tags.indexOf(code === 34 ? '"' : "'", at + 1);
      if (at < 0) return -1;
    }
  }
  return -1;
}

/** Where the next `opening` ('<x:row', '</x:row') begins that is followed by the end of a name; -1 without one. */
export function findTag(tags: string, opening: string, from: number, to = tags.length): number {
  // It mostly stands right there: a look costs less than a search.
  const first = tags.startsWith(opening, from) ? from : tags.indexOf(opening, from);
  for (let at = first; at >= 0 && at < to; at = tags.indexOf(opening, at + 1)) {
    if (endsName(tags.charCodeAt(at + opening.length))) return at;
  }
  return -1;
}

/** '/', '>' or white space. NaN (past the end) does not: more of the name may follow. */
export function endsName(code: number): boolean {
  return code === 62 || code === 47 || code === 32 || code === 10 || code === 13 || code === 9;
}

export interface XmlElement {
  /** With its prefix. */
  readonly name: string;
  readonly start: number;
  /** After the opening tag. */
  readonly openEnd: number;
  /** Before the closing tag; equals `openEnd` in a self-closing element, as `end` does. */
  readonly closeStart: number;
  readonly end: number;
}

/** The elements directly inside `from`…`to`, in order. Stops silently where the text is not well-formed. */
export function* childElements(tags: string, from: number, to: number): Generator<XmlElement> {
  let depth = 0;
  let name = '';
  let start = 0;
  let openEnd = 0;
  for (let at = tags.indexOf('<', from); at >= 0 && at < to; at = tags.indexOf('<', at)) {
    const end = tagEnd(tags, at);
    if (end < 0 || end > to) return;
    const closing = tags.charCodeAt(at + 1) === 47;
    const selfClosing = tags.charCodeAt(end - 2) === 47;
    if (closing && --depth < 0) return;
    if (!closing && depth === 0) {
      start = at;
      openEnd = end;
      name = elementName(tags.slice(at, end));
    }
    if (!closing && !selfClosing) depth++;
    if (depth === 0) yield { name, start, openEnd, closeStart: closing ? at : openEnd, end };
    at = end;
  }
}

/** The first of `childElements`. */
export function firstElement(tags: string, from: number): XmlElement | undefined {
  for (const element of childElements(tags, from, tags.length)) return element;
  return undefined;
}

/** The name in an opening tag, with its prefix. */
export function elementName(tag: string): string {
  return /^<([^\s/>]*)/.exec(tag)?.[1] ?? '';
}

/** 'x:' of 'x:row', '' of 'row'. */
export function prefixOf(name: string): string {
  return name.slice(0, name.indexOf(':') + 1);
}

const ATTRIBUTE = /\s([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** An attribute's raw value (entities as they stand), undefined without it. */
export function attributeOf(tag: string, name: string): string | undefined {
  for (const match of tag.matchAll(ATTRIBUTE)) if (match[1] === name) return match[2] ?? match[3];
  return undefined;
}

/** The tag with the attribute set, added, or with undefined taken away. The value must need no escaping. */
export function withAttribute(tag: string, name: string, value: string | undefined): string {
  const written = value === undefined ? '' : ` ${name}="${value}"`;
  for (const match of tag.matchAll(ATTRIBUTE)) {
    if (match[1] === name) return tag.slice(0, match.index) + written + tag.slice(match.index + match[0].length);
  }
  const end = tag.endsWith('/>') ? tag.length - 2 : tag.length - 1;
  return tag.slice(0, end).trimEnd() + written + (tag.endsWith('/>') ? '/>' : '>');
}

export interface Edit {
  readonly at: number;
  /** How much of the old text goes; 0 to insert only. */
  readonly remove: number;
  readonly insert: string;
}

/** The text with all edits made. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let patched = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.at - b.at)) {
    patched += text.slice(done, edit.at) + edit.insert;
    done = edit.at + edit.remove;
  }
  return patched + text.slice(done);
}
