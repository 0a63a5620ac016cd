const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));

interface Runs {
  readonly count: number;
  readonly bytes: number;
  /** How many have an even number of bytes. */
  readonly even: number;
  /** How many touch an ASCII letter. */
  readonly inWords: number;
  /** Histogram of the first bytes of pairs, where a run is cut into pairs. */
  readonly leads: ReadonlyMap<number, number>;
}

/**
 * The name of an encoding that is not offered, where the bytes tell of one; undefined for Western and Central European
 * text. Those have single accented letters inside words of ASCII letters. Chinese, Korean and EUC Japanese have runs of
 * even length outside such words; Cyrillic and Greek whole words of high letters.
 */
export function foreignEncoding(bytes: Uint8Array): string | undefined {
  const runs = findRuns(bytes);
  if (runs.count === 0 || runs.inWords > runs.count / 2) return undefined;
  const pairs = [...runs.leads.values()].reduce((sum, count) => sum + count, 0);
  const share = (from: number, to: number): number =>
    [...runs.leads].reduce((sum, [lead, count]) => (lead >= from && lead <= to ? sum + count : sum), 0) / pairs;
  // A lone pair of accented capitals (the ÇÃ of a Portuguese heading) is no evidence.
  if (runs.even >= runs.count * 0.9 && runs.bytes >= 4 && share(0xa1, 0xf7) === 1) {
    if (share(0xa4, 0xa5) > 0.2) return 'euc-jp';
    if (pairs >= 6 && share(0xb0, 0xc8) > 0.95) return 'euc-kr';
    if (share(0xb0, 0xd7) > 0.6) return 'gb2312';
  }
  return runs.bytes / runs.count >= 3 && share(0xc0, 0xff) > 0.8 ? 'windows-1251' : undefined;
}

function findRuns(bytes: Uint8Array): Runs {
  const leads = new Map<number, number>();
  let count = 0;
  let total = 0;
  let even = 0;
  let inWords = 0;
  for (let at = 0; at < bytes.length; at++) {
    // 80–BF are also quotes and dashes; a run of letters begins at A1.
    if ((bytes[at] ?? 0) < 0xa1) continue;
    const start = at;
    while ((bytes[at + 1] ?? 0) >= 0xa1) at++;
    const length = at + 1 - start;
    count++;
    total += length;
    if (length % 2 === 0) even++;
    if (isLetter(bytes[start - 1]) || isLetter(bytes[at + 1])) inWords++;
    for (let lead = start; lead < at; lead += 2) {
      const byte = bytes[lead] ?? 0;
      leads.set(byte, (leads.get(byte) ?? 0) + 1);
    }
  }
  return { count, bytes: total, even, inWords, leads };
}
