import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** Above this share of the processors something else is at work. */
const BUSY = 0.5;

/** @returns {string | null} what to say of a machine that has other work */
export function busyness() {
  const [load = 0] = loadavg();
  if (load <= cpus().length * BUSY) return null;
  return `This machine is busy: a load average of ${load.toFixed(1)} on ${cpus().length} processors in the last minute. Times will be longer than it can do.`;
}

/** @param {string} name of a package */
const version = (name) =>
  JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

/**
 * @param {string} browser with its version
 * @param {number} load average of the minute before the first measurement
 * @returns {string} sentences
 */
export function describeMachine(browser, load) {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() || process.arch}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}`;
  const peers = { SheetJS: 'xlsx', exceljs: 'exceljs', PapaParse: 'papaparse' };
  const versions = Object.entries(peers).map(([title, name]) => `${title} ${version(name)}`);
  return `${machine}; load average at the start ${load.toFixed(1)}. ${browser}, Node ${process.versions.node}, ${versions.join(', ')}.`;
}
