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

type Piece = (moment: Moment) => string;

/** Shows serial numbers under a date section; null where they are no dates (negative, past the year 9999). */
export function dateFormatter(tokens: readonly FormatToken[]): (serial: number, date1904: boolean) => string | null {
  const codes = tokens.map((token) => (token.kind === 'date' ? token.code : ''));
  const twelveHours = codes.some((code) => code.includes('/'));
  const partDigits = Math.max(0, ...codes.map((code) => (code.startsWith('.') ? code.length - 1 : 0)));
  const pieces = tokens.map((token, at): Piece => {
    if (token.kind !== 'date') return () => (token.kind === 'literal' ? token.text : '');
    return datePiece(isMinutes(codes, at) ? token.code.replaceAll('m', 'n') : token.code, twelveHours);
  });
  return (serial, date1904) => {
    if (!(serial >= 0) || serial > LAST_DAY + 1) return null;
    const moment = momentOf(serial, date1904, partDigits);
    let text = '';
    for (const piece of pieces) text += piece(moment);
    return text;
  };
}

/** `m` right after hours or right before seconds is minutes. */
function isMinutes(codes: readonly string[], at: number): boolean {
  if (!/^m{1,2}$/.test(codes[at] ?? '')) return false;
  const before = codes.slice(0, at).findLast((code) => code !== '');
  const after = codes.slice(at + 1).find((code) => code !== '');
  return /^\[?h/.test(before ?? '') || /^\[?s/.test(after ?? '');
}

/** `n` stands for minutes here. */
function datePiece(code: string, twelveHours: boolean): Piece {
  const { length } = code;
  const padded = (value: number): string => (length > 1 && value < 10 ? `0${value}` : String(value));
  const elapsed = (seconds: number): Piece => {
    return ({ total }) => String(Math.floor(total / seconds)).padStart(length - 2, '0');
  };
  switch (code.charAt(0)) {
    case '[':
      return elapsed(code.charAt(1) === 'h' ? 3600 : code.charAt(1) === 'm' ? 60 : 1);
    case 'y':
      return length > 2 ? ({ year }) => String(year) : ({ year }) => padded(year % 100).padStart(2, '0');
    case 'e':
      return ({ year }) => String(year);
    case 'b':
      return length > 2 ? ({ year }) => String(year + 543) : ({ year }) => padded((year + 543) % 100);
    case 'm':
      return length > 2 ? ({ month }) => named(MONTHS[month - 1] ?? '', length) : ({ month }) => padded(month);
    case 'd':
      return length > 2 ? ({ weekday }) => named(WEEKDAYS[weekday] ?? '', length) : ({ day }) => padded(day);
    case 'h':
      return ({ hours }) => padded(twelveHours ? hours % 12 || 12 : hours);
    case 'n':
      return ({ minutes }) => padded(minutes);
    case 's':
      return ({ seconds }) => padded(seconds);
    case '.':
      return ({ parts }) => `.${String(parts).padStart(length - 1, '0')}`;
    case 'a': {
      const [before, after] = code === 'a/p' ? ['A', 'P'] : ['AM', 'PM'];
      return ({ hours }) => (hours < 12 ? before : after);
    }
    case '上':
      return ({ hours }) => (hours < 12 ? '上午' : '下午');
    default:
      return () => '';
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
