import { describe, expect, test } from 'vitest';
import { patchStyles } from '#lib/spreadsheet/annotate/styles-patch.ts';
import { MAIN, STRICT_MAIN } from '../../../fixtures/workbook-builder.ts';
import { expectWellFormed } from './annotated.ts';

function patched(xml: string) {
  const result = patchStyles(xml);
  if (!result) throw new Error('not patched');
  expectWellFormed(result.xml);
  return result;
}

/** How many children a collection has, and how many it says. */
function counts(xml: string, collection: string, child: string): [number, number] {
  const [, said, content = ''] =
    new RegExp(`<${collection}[^>]*count="(\\d+)"[^>]*>(.*?)</${collection}>`, 's').exec(xml) ?? [];
  return [content.match(new RegExp(`<${child}[ />]`, 'g'))?.length ?? 0, Number(said)];
}

const FULL =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0&quot;&gt;&quot;"/></numFmts>` +
  '<fonts count="1" x14ac:knownFonts="1" xmlns:x14ac="x"><font><b/><sz val="9"/><color theme="1"/><name val="Arial"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0"/></cellXfs>' +
  '<dxfs count="1"><dxf><font><color rgb="FF000000"/></font></dxf></dxfs></styleSheet>';

describe('styles for results', () => {
  test('come after all others, and the counts say so', () => {
    const { xml, styles } = patched(FULL);
    expect(styles).toEqual({ good: 1, bad: 2, muted: 3 });
    expect(counts(xml, 'fonts', 'font')).toEqual([4, 4]);
    expect(counts(xml, 'fills', 'fill')).toEqual([4, 4]);
    expect(counts(xml, 'cellXfs', 'xf')).toEqual([4, 4]);
    expect(xml).toContain(FULL.slice(FULL.indexOf('<dxfs')));
  });

  test('use the default font in another colour', () => {
    expect(patched(FULL).xml).toContain('<font><b/><sz val="9"/><color rgb="FF006100"/><name val="Arial"/></font>');
  });

  test('keep a prefix and the strict namespace', () => {
    const prefixed = FULL.replace(/<(\/?)(?=\w)/g, '<$1x:').replace(`xmlns="${MAIN}"`, `xmlns:x="${STRICT_MAIN}"`);
    const { xml } = patched(prefixed);
    expect(xml).toContain('<x:color rgb="FF9C0006"/>');
    expect(counts(xml, 'x:cellXfs', 'x:xf')).toEqual([4, 4]);
  });

  test('bring the collections that are missing, each in its place', () => {
    const { xml, styles } = patched(`<styleSheet xmlns="${MAIN}"><cellXfs/></styleSheet>`);
    expect(styles).toEqual({ good: 1, bad: 2, muted: 3 });
    expect([...xml.matchAll(/<(fonts|fills|borders|cellXfs)[ >]/g)].map((match) => match[1]).join(' ')).toBe(
      'fonts fills borders cellXfs'
    );
    expect(xml.match(/<xf /g)).toHaveLength(4);
    // There is no cell style to be based on.
    expect(xml).not.toContain('xfId');
    expect(counts(xml, 'fills', 'fill')).toEqual([4, 4]);
  });

  test('count an alternative content as the one entry that it is', () => {
    const choice =
      '<mc:AlternateContent xmlns:mc="m"><mc:Choice><font/></mc:Choice><mc:Fallback><font/></mc:Fallback></mc:AlternateContent>';
    const { xml } = patched(FULL.replace('</fonts>', `${choice}</fonts>`));
    expect(xml).toContain('fontId="2" fillId="2"');
  });

  test('do not come where there is no room, or no style sheet', () => {
    expect(patchStyles(FULL.replace('<xf numFmtId="0"/>', '<xf numFmtId="0"/>'.repeat(65_490)))).toBeUndefined();
    expect(patchStyles('<html></html>')).toBeUndefined();
    expect(patchStyles('')).toBeUndefined();
  });
});
