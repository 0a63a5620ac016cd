import type { FormatToken } from './tokens.ts';

const DAY_SECONDS = 86_400;
/** 9999-12-31: the last day Excel shows. */
const LAST_DAY = 2_958_465;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  /** Parts of the second, as an integer of as many digits as the format shows. */
  readonly parts: number;
  /** The whole serial number in seconds, for elapsed times. */
  readonly total: number;
}

/** A serial number under a date section; null where it is no date (negative, past the year 9999). */
export function dateText(tokens: readonly FormatToken[], serial: number, date1904: boolean): string | null {
  if (!(serial >= 0) || serial > LAST_DAY + 1) return null;
  const codes = tokens.map((token) => (token.kind === 'date' ? token.code : ''));
  const twelveHours = codes.some((code) => code.includes('/'));
  const moment = momentOf(
    serial,
    date1904,
    Math.max(0, ...codes.map((code) => (code.startsWith('.') ? code.length - 1 : 0)))
  );
  return tokens
    .map((token, at) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind !== 'date') return '';
      return dateTokenText(isMinutes(codes, at) ? token.code.replaceAll('m', 'n') : token.code, moment, twelveHours);
    })
    .join('');
}

/** `m` right after hours or right before seconds is minutes. */
function isMinutes(codes: readonly string[], at: number): boolean {
  if (!/^m{1,2}$/.test(codes[at] ?? '')) return false;
  const before = codes.slice(0, at).findLast((code) => code !== '');
  const after = codes.slice(at + 1).find((code) => code !== '');
  return /^\[?h/.test(before ?? '') || /^\[?s/.test(after ?? '');
}

function dateTokenText(code: string, moment: Moment, twelveHours: boolean): string {
  const number = (value: number): string => String(value).padStart(Math.min(code.length, 2), '0');
  const elapsed = (value: number): string => String(Math.floor(value)).padStart(code.length - 2, '0');
  switch (code.charAt(0) + code.charAt(1).replace(/[^hms]/, '')) {
    case '[h':
      return elapsed(moment.total / 3600);
    case '[m':
      return elapsed(moment.total / 60);
    case '[s':
      return elapsed(moment.total);
  }
  switch (code.charAt(0)) {
    case 'y':
      return code.length > 2 ? String(moment.year).padStart(4, '0') : String(moment.year % 100).padStart(2, '0');
    case 'e':
      return String(moment.year);
    case 'b':
      return code.length > 2 ? String(moment.year + 543) : String((moment.year + 543) % 100).padStart(2, '0');
    case 'm':
      return code.length > 2 ? named(MONTHS[moment.month - 1] ?? '', code.length) : number(moment.month);
    case 'd':
      return code.length > 2 ? named(WEEKDAYS[moment.weekday] ?? '', code.length) : number(moment.day);
    case 'h':
      return number(twelveHours ? moment.hours % 12 || 12 : moment.hours);
    case 'n':
      return number(moment.minutes);
    case 's':
      return number(moment.seconds);
    case '.':
      return `.${String(moment.parts).padStart(code.length - 1, '0')}`;
    case 'a':
      return (code === 'a/p' ? ['A', 'P'] : ['AM', 'PM'])[moment.hours < 12 ? 0 : 1] ?? '';
    case '上':
      return moment.hours < 12 ? '上午' : '下午';
    default:
      return '';
  }
}

function named(name: string, length: number): string {
  if (length === 5) return name.charAt(0);
  return length === 3 ? name.slice(0, 3) : name;
}

function momentOf(serial: number, date1904: boolean, partDigits: number): Moment {
  const unit = 10 ** partDigits;
  const units = Math.round(serial * DAY_SECONDS * unit);
  const total = Math.floor(units / unit);
  const days = Math.floor(total / DAY_SECONDS);
  const seconds = total % DAY_SECONDS;
  return {
    ...calendarDay(days, date1904),
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
    parts: units % unit,
    total
  };
}

/** Excel's calendar has a 29th of February 1900 and a day 0 before the first of January, as Lotus 1-2-3 had. */
function calendarDay(days: number, date1904: boolean): Pick<Moment, 'year' | 'month' | 'day' | 'weekday'> {
  const serial = date1904 ? days + 1462 : days;
  const weekday = (serial + 6) % 7;
  if (serial === 60) return { year: 1900, month: 2, day: 29, weekday };
  if (serial === 0) return { year: 1900, month: 1, day: 0, weekday };
  const date = new Date(Date.UTC(1899, 11, serial < 60 ? 31 + serial : 30 + serial));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday };
}
