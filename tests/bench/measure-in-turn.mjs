import { measurements } from './measurements.mjs';

/** @typedef {import('./measurements.mjs').Figures} Figures */

/**
 * Runs each measurement once in every round, so that whatever slows the machine down for a while slows all of them.
 * @param {import('./measurements.mjs').Bench} bench
 * @param {{ parts: readonly string[], rounds: number }} options
 * @param {(line: string) => void} tell
 * @returns {Promise<Map<string, Figures>>} medians by the measurement's name
 */
export async function measureInTurn(bench, { parts, rounds }, tell) {
  const chosen = measurements.filter(({ part }) => parts.includes(part));
  /** @type {Map<string, Figures[]>} */
  const runs = new Map(chosen.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round++) {
    for (const { name, atMost, run } of chosen) {
      if (round > atMost) continue;
      const figures = await run(bench);
      runs.get(name)?.push(figures);
      tell(`round ${round} of ${Math.min(rounds, atMost)}, ${name}: ${inWords(figures)}`);
    }
  }
  return new Map([...runs].map(([name, all]) => [name, medians(all)]));
}

const inWords = (/** @type {Figures} */ figures) =>
  Object.entries(figures)
    .map(([name, figure]) => `${name} ${figure === null ? 'not told' : Math.round(figure).toLocaleString('en')}`)
    .join(', ');

/** @param {readonly Figures[]} runs with the same figures each @returns {Figures} */
export function medians(runs) {
  return Object.fromEntries(
    Object.keys(runs[0] ?? {}).map((name) => {
      const figures = runs.map((run) => run[name] ?? null);
      return [name, figures.includes(null) ? null : median(figures.map(Number))];
    })
  );
}

function median(/** @type {number[]} */ numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? NaN) + (sorted[Math.floor(middle)] ?? NaN)) / 2;
}
