import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLOSE, EMPTY, END, MORE, OPEN, XmlScanner } from '#lib/spreadsheet/xlsx/xml/xml-scanner.ts';

const EVENTS = { [OPEN]: 'open', [CLOSE]: 'close', [EMPTY]: 'empty' };

/** Everything the scanner tells of a text that comes in these windows. */
function told(windows: readonly string[]): string[] {
  const xml = new XmlScanner('part');
  const list: string[] = [];
  for (const window of [...windows, null]) {
    if (window === null) xml.finish();
    else xml.feed(new TextEncoder().encode(window));
    for (let event = xml.next(); event !== MORE && event !== END; event = xml.next()) {
      list.push(
        `${EVENTS[event]} ${xml.name} ${xml.attribute('r')} ${xml.prefixedAttribute('id')} ${JSON.stringify(xml.text())}`
      );
    }
  }
  return list;
}

const document =
  `\uFEFF<?xml version="1.0"?><!-- a <b> > --><x:sheet xmlns:x='u"v' x:id="i&amp;1">\n  text &lt;&#x41; <![CDATA[<raw> ]] & ]]>more` +
  `<row r="1" s = '>' ><c r="A&#49;"/></row ><?pi <x ?>tail<!----></x:sheet>\n`;

test('tells tags, attributes and the text between', () => {
  expect(told([document])).toEqual([
    'open sheet null i&1 "\uFEFF"',
    'open row 1 null "\\n  text <A <raw> ]] & more"',
    'empty c A1 null ""',
    'close row null null ""',
    'close sheet null null "tail"'
  ]);
});

test('tells the same wherever the windows are cut', () => {
  const whole = told([document]);
  fc.assert(
    fc.property(fc.array(fc.nat(document.length), { maxLength: 12 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), document.length];
      const windows = places.slice(1).map((end, index) => document.slice(places[index], end));
      expect(told(windows)).toEqual(whole);
    })
  );
  expect(told(Array.from(document))).toEqual(whole);
});

test('anything else is refused and never thrown as a bug', () => {
  const pieces = [
    '<',
    '>',
    '/',
    '!',
    '?',
    '--',
    '[CDATA[',
    ']]>',
    '"',
    "'",
    '=',
    ' ',
    'a',
    ':',
    '&',
    'r="1"',
    '<a>',
    '</a>'
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
      try {
        told([parts.join('')]);
      } catch (error) {
        expect(error).toMatchObject({ name: 'Refusal', failure: { code: 'damaged' } });
      }
    }),
    { numRuns: 2000 }
  );
});
