const LABELS: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  10000: 'macintosh',
  65001: 'utf-8'
};

function label(codePage: number): string {
  return LABELS[codePage] ?? (codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : 'windows-1252');
}

/**
 * The code pages that SheetJS asks for in old .xls files, by the platform's decoders: its own tables are 500 kB.
 * Code pages the platform does not know (those of MS-DOS) are read as Windows-1252.
 */
export const codePages = {
  utils: {
    decode: (codePage: number, bytes: ArrayLike<number>): string =>
      new TextDecoder(label(codePage)).decode(Uint8Array.from(bytes))
  }
};
