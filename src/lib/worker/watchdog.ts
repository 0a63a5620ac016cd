const TICK = 5000;
const TICKS = 4;

/**
 * Calls `onSilence` when no sign of life came during four ticks of 5 s. Ticks are counted and not the clock: a device
 * that slept for an hour has missed one tick, and its thread may still be well.
 */
export function watchdog(onSilence: () => void, tick = TICK): { readonly sign: () => void; readonly stop: () => void } {
  let silentTicks = 0;
  const timer = setInterval(() => {
    if (++silentTicks < TICKS) return;
    clearInterval(timer);
    onSilence();
  }, tick);
  return { sign: () => (silentTicks = 0), stop: () => clearInterval(timer) };
}
