import { readdirSync, readFileSync } from 'node:fs';

/**
 * Memory of the tab, from outside: a worker that is busy answers nobody, but the system keeps the largest size that a
 * process ever had. Linux only; elsewhere the numbers are missing.
 * @param {import('@playwright/test').Browser} browser one that has a single page
 */
export async function watchMemory(browser) {
  const session = await browser.newBrowserCDPSession();
  const sizes = async () => {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return new Map(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => [id, sizeOf(id)]));
  };
  const before = await sizes();
  return {
    /** Bytes by which the largest tab process grew at its peak; null where the system does not tell. */
    async peakGrowth() {
      const growths = [...(await sizes())].map(([id, size]) =>
        size === null ? null : size.peak - (before.get(id)?.now ?? 0)
      );
      return growths.includes(null) ? null : Math.max(...growths.map(Number));
    }
  };
}

/** @returns {{ now: number, peak: number } | null} bytes */
function sizeOf(/** @type {number} */ id) {
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const bytes = (/** @type {string} */ name) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * 1024;
    return { now: bytes('VmRSS'), peak: bytes('VmHWM') };
  } catch {
    return null;
  }
}

/** In ms: a peak lasts longer, and reading the sizes of all processes takes some. */
const EVERY = 250;

/**
 * Memory of the whole browser with all its processes, each shared page counted once. Linux only.
 * @param {import('@playwright/test').Browser} browser
 */
export async function watchWholeBrowser(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser')?.id ?? 0;
  let peak = sizeOfAll(main);
  const timer = setInterval(() => {
    const now = sizeOfAll(main);
    if (peak !== null && now !== null && now > peak) peak = now;
  }, EVERY);
  return {
    /** Bytes at the highest point seen; null where the system does not tell. */
    peak() {
      clearInterval(timer);
      return peak;
    }
  };
}

/** @returns {number | null} bytes of a process and all that it started */
function sizeOfAll(/** @type {number} */ main) {
  try {
    const status = (/** @type {string} */ id) => readFileSync(`/proc/${id}/status`, 'utf8');
    const all = new Set([String(main)]);
    // Rising, as processes start one another.
    for (const id of readdirSync('/proc')
      .filter(Number)
      .sort((a, b) => Number(a) - Number(b))) {
      if (all.has(/PPid:\s+(\d+)/.exec(tried(() => status(id)) ?? '')?.[1] ?? '')) all.add(id);
    }
    return [...all]
      .map((id) => tried(() => readFileSync(`/proc/${id}/smaps_rollup`, 'utf8')) ?? '')
      .reduce((sum, sizes) => sum + Number(/^Pss:\s+(\d+) kB/m.exec(sizes)?.[1] ?? 0) * 1024, 0);
  } catch {
    return null;
  }
}

/** @template T @param {() => T} read of a process that may be gone by then */
function tried(read) {
  try {
    return read();
  } catch {
    return null;
  }
}
