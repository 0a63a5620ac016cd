import type { AnnotateOptions } from '#lib/spreadsheet/annotate/annotate-workbook.ts';
import { annotateWorkbook } from '#lib/spreadsheet/annotate/annotate-workbook.ts';

/** 'Created' for every row below the header in row 1, in column D, unless told otherwise. */
export async function annotated(file: Blob, options: Partial<AnnotateOptions> = {}): Promise<Blob> {
  const result = await annotateWorkbook(file, {
    sheet: 0,
    header: { rowNumber: 1, text: 'Result' },
    cellFor: () => ({ text: 'Created', tone: 'good' }),
    column: 4,
    maskColumns: [],
    ...options
  });
  if (!(result instanceof Blob)) throw new Error(`refused: ${result.code}`);
  return result;
}

/** Throws where the markup is not well-formed: tags that do not match, attributes named twice, stray characters. */
export function expectWellFormed(xml: string): void {
  const open: string[] = [];
  const rest = xml.replace(/^\uFEFF?<\?xml[^>]*\?>|<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g, '');
  const text = rest.replace(
    /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g,
    (tag: string, slash: string, name: string, attributes: string, empty: string) => {
      const names = [...attributes.matchAll(/\s([\w:.-]+)\s*=/g)].map((match) => match[1]);
      if (new Set(names).size !== names.length) throw new Error(`an attribute twice in ${tag}`);
      if (slash !== '' && open.pop() !== name) throw new Error(`${tag} closes something else`);
      if (slash === '' && empty === '') open.push(name);
      return '';
    }
  );
  if (open.length > 0) throw new Error(`never closed: ${open.join(' ')}`);
  const stray = /<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/.exec(text);
  if (stray) throw new Error(`stray: ${text.slice(stray.index, stray.index + 40)}`);
}
