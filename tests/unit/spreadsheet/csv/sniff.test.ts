import { describe, expect, it } from 'vitest';
import { sniffCsv } from '#lib/spreadsheet/csv/sniff.ts';

const separator = (text: string, name = 'list.csv'): string => sniffCsv(text, name).separator;

describe('the separator', () => {
  it('is the one that cuts every row alike', () => {
    expect(separator('Name,Email\nAnn,a@x.org\n')).toBe(',');
    expect(separator('Name;Email\r\nSmith, Ann;a@x.org\r\nLee;b@x.org\r\n')).toBe(';');
    expect(separator('Name\tEmail\nAnn\ta@x.org\n')).toBe('\t');
    expect(separator('Name|Email\nAnn, B|a@x.org\n')).toBe('|');
  });

  it('is not the comma of decimals', () => {
    expect(separator('1,5;2,5\n3,25;4,75\n')).toBe(';');
    expect(separator('This;Are;Headers\nA;B;25,5\nC;:,:;1\n')).toBe(';');
    expect(separator('1,2,3\n4,5,6\n')).toBe(',');
  });

  it('is not one that stands in quotes', () => {
    expect(separator('"a;b;c","d;e;f"\n"g;h;i","j;k;l"\n')).toBe(',');
  });

  it('of a single column is one that it does not contain', () => {
    expect(separator('Smith\nLee\n')).toBe(',');
    expect(separator('Name\nSmith, Ann\nLee\nKim\nDoe\nRoe\nPoe\nMoe\nJoe\nZoe\n')).not.toBe(',');
    expect(separator('Smith\nLee\n', 'pasted.tsv')).toBe('\t');
  });

  it.each([',', ';', '\t', '|'])('is found in a first line longer than what is looked at: %j', (wanted) => {
    expect(separator(Array<string>(1_000_000).fill('a').join(wanted))).toBe(wanted);
  });

  it('survives title lines above the columns', () => {
    expect(separator('Our people\nas of today\n\nName;Email\nA;a@x.org\nB;b@x.org\nC;c@x.org\n')).toBe(';');
  });
});

describe('the quote', () => {
  it('is an apostrophe only where it wraps cells', () => {
    expect(sniffCsv("'a','b'\n'c','d'\n", 'x').quote).toBe("'");
    expect(sniffCsv("'00123,x\n'00456,y\n", 'x').quote).toBe('"');
    expect(sniffCsv("O'Brien,'t Hooft\n", 'x').quote).toBe('"');
  });
});

describe('the line end', () => {
  it.each(['\n', '\r\n', '\r'])('is the most frequent one: %j', (lineEnd) => {
    expect(sniffCsv(`a,b${lineEnd}c,d${lineEnd}e,f${lineEnd}`, 'x').lineEnd).toBe(lineEnd);
  });
});
