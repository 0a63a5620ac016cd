import { getLocale } from '#i18n/runtime.js';

/** The page's language as it is written where the person is, if the browser tells: London has other dates than Boston. */
export function regionalLocale(): string {
  const own = new Intl.DateTimeFormat().resolvedOptions().locale;
  return own.split('-')[0] === getLocale() ? own : getLocale();
}

/** "Nov 22, 2026, 2:03 PM", with seconds where `timeStyle` is 'medium'. `at`: milliseconds since 1970. */
export function moment(at: number, timeStyle: 'short' | 'medium' = 'short'): string {
  return new Intl.DateTimeFormat(regionalLocale(), { dateStyle: 'medium', timeStyle }).format(at);
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1]
] as const;

function largestUnit(ms: number): readonly [(typeof UNITS)[number][0], number] {
  const seconds = Math.max(1, ms / 1000);
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? (['second', 1] as const);
  return [unit, Math.round(seconds / size)];
}

/** "1 minute ago" */
export function timeAgo(ms: number): string {
  const [unit, count] = largestUnit(ms);
  return new Intl.RelativeTimeFormat(getLocale()).format(-count, unit);
}

/** "3 hours" */
export function roughTime(ms: number): string {
  const [unit, count] = largestUnit(ms);
  return new Intl.NumberFormat(getLocale(), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
