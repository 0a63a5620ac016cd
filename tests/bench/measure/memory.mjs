import { readFileSync } from 'node:fs';

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
