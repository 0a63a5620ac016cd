/** The parts that can be run alone, and what stands for several. */
const PARTS = ['xlsx', 'csv', 'json', 'growth', 'tree', 'update', 'height', 'attacks'];
/** @type {Record<string, string[]>} */
const GROUPS = { import: ['xlsx', 'csv', 'json', 'growth'] };

/** Everything by default: what docs/performance.md is made from. */
const ROUNDS = 5;
const ROWS = 100_000;

/**
 * What was asked for on the command line.
 * @param {readonly string[]} words
 * @returns {{ parts: readonly string[], rounds: number, rows: number, whole: boolean } | { wrong: string }}
 * `whole`: all parts as docs/performance.md needs them
 */
export function readOptions(words) {
  const parts = new Set();
  const numbers = { rounds: ROUNDS, rows: ROWS };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--rounds' || word === '--rows') {
      const number = Number(words[++at]);
      if (!Number.isInteger(number) || number < 1) return { wrong: `After ${word} comes a whole number.` };
      numbers[word === '--rounds' ? 'rounds' : 'rows'] = number;
    } else if (PARTS.includes(word)) parts.add(word);
    else if (GROUPS[word]) GROUPS[word].forEach((part) => parts.add(part));
    else return { wrong: `There is no part ${word}. Parts: ${[...PARTS, ...Object.keys(GROUPS)].join(', ')}.` };
  }
  const all = parts.size === 0;
  const whole = all && numbers.rounds >= ROUNDS && numbers.rows === ROWS;
  return { parts: all ? PARTS : PARTS.filter((part) => parts.has(part)), ...numbers, whole };
}
