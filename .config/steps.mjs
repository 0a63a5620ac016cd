import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';
import { say } from './say.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {object} Step
 * @property {string} name
 * @property {[program: string, ...words: string[]]} run a program of node_modules (its .js file) and its words
 * @property {string} [report] the JSON that a test runner writes; without one the step counts as one test
 * @property {(report: any) => Count} [count]
 * @property {Record<string, string>} [environment]
 */

/**
 * Runs one step, shows its output, and counts.
 * @param {Step} step
 * @returns {Promise<Count>}
 */
export async function runStep({ name, run, report, count, environment }) {
  const started = performance.now();
  say(`\n▶ ${name}`);
  if (report) rmSync(join(root, report), { force: true });
  const ended = await runToEnd(run, { ...process.env, ...environment });
  const counted = report && count ? countFrom(report, count) : { passed: ended ? 1 : 0, failed: ended ? 0 : 1 };
  // A runner that ends badly without naming a failed test has failed all the same.
  if (!ended && counted.failed === 0) counted.failed = 1;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${counted.failed === 0 ? '✔' : '✘'} ${name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)`);
  return counted;
}

/**
 * @param {string[]} run
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<boolean>} whether it ended well
 */
function runToEnd([program = '', ...words], environment) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', program), ...words], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: environment
    });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/**
 * @param {string} report
 * @param {(report: any) => Count} count
 * @returns {Count}
 */
function countFrom(report, count) {
  const path = join(root, report);
  if (!existsSync(path)) return { passed: 0, failed: 1 };
  try {
    return count(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** A file that cannot even be loaded holds no tests: it counts as one that failed. */
export function countVitest(/** @type {any} */ report) {
  const unloadable = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length };
}

export function countPlaywright(/** @type {any} */ report) {
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky };
}
