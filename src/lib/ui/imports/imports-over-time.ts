import type { ImportRecord } from '#lib/import/5-commit/org-store.ts';
import { regionalLocale } from '#lib/wording/times.ts';

/** The rows of all imports of one day, week or month. */
interface PeriodOutcomes {
  /** Milliseconds since 1970: its beginning. */
  readonly from: number;
  readonly label: string;
  readonly imports: number;
  readonly created: number;
  readonly updated: number;
  readonly failed: number;
  readonly leftOut: number;
}

type Unit = 'day' | 'week' | 'month';

/** More bars than these are not told apart. */
const MOST_BARS = 31;

/**
 * From the first import to the last one without gaps: days while these are few, else weeks, else months, of these the
 * latest. Empty without imports.
 */
export function importsOverTime(records: readonly ImportRecord[]): readonly PeriodOutcomes[] {
  if (records.length === 0) return [];
  const times = records.map(({ at }) => at);
  const first = Math.min(...times);
  const last = Math.max(...times);
  const unit = (['day', 'week'] as const).find((each) => beginnings(first, last, each).length <= MOST_BARS) ?? 'month';
  const periods = new Map(beginnings(first, last, unit).map((from): [number, ImportRecord[]] => [from, []]));
  for (const record of records) periods.get(beginning(record.at, unit))?.push(record);
  const format = new Intl.DateTimeFormat(
    regionalLocale(),
    unit === 'month' ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' }
  );
  return [...periods].slice(-MOST_BARS).map(([from, within]) => ({
    from,
    label: format.format(from),
    imports: within.length,
    created: sum(within, 'created'),
    updated: sum(within, 'updated') + sum(within, 'unchanged'),
    failed: sum(within, 'failed'),
    leftOut: sum(within, 'leftOut')
  }));
}

/** One more than can be shown is enough to know that a unit is too small. */
function beginnings(first: number, last: number, unit: Unit): readonly number[] {
  const all: number[] = [];
  for (let from = beginning(first, unit); from <= last; from = next(from, unit)) {
    all.push(from);
    if (unit !== 'month' && all.length > MOST_BARS) break;
  }
  return all;
}

function beginning(at: number, unit: Unit): number {
  const date = new Date(at);
  date.setHours(0, 0, 0, 0);
  if (unit === 'week') date.setDate(date.getDate() - ((date.getDay() + 6) % 7));
  if (unit === 'month') date.setDate(1);
  return date.getTime();
}

/** By the calendar: not every day has 24 hours. */
function next(from: number, unit: Unit): number {
  const date = new Date(from);
  if (unit === 'month') date.setMonth(date.getMonth() + 1);
  else date.setDate(date.getDate() + (unit === 'week' ? 7 : 1));
  return date.getTime();
}

function sum(
  records: readonly ImportRecord[],
  count: 'created' | 'updated' | 'unchanged' | 'failed' | 'leftOut'
): number {
  return records.reduce((total, record) => total + record[count], 0);
}
