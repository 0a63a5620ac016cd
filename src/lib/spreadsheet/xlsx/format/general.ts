import { decimalDigits } from './decimal-digits.ts';

/** Decimal places that fit into the eleven characters of a General cell. */
const PLACES = 9;

/**
 * A number as the General format shows it: eleven characters, then in scientific form. Whole numbers are the
 * exception: where Excel would show 4.91712E+11, all digits are kept, for a list's long numbers are identifiers
 * and telephone numbers.
 */
export function generalText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const sign = value < 0 ? '-' : '';
  const size = Math.abs(value);
  const exponent = Number(size.toExponential(PLACES).split('e')[1]);
  if (exponent >= -4 && exponent <= 10) return sign + shortened(size, Math.min(PLACES, Math.max(0, PLACES - exponent)));
  if (exponent >= -PLACES && exponent < 0) {
    const short = shortened(size, PLACES);
    if (Number(short) === size) return sign + short;
  }
  const [mantissa = '', power = ''] = size.toExponential(5).split('e');
  return `${sign}${mantissa.replace(/\.?0+$/, '')}E${power.replace(/^([+-])(\d)$/, '$10$2')}`;
}

function shortened(size: number, places: number): string {
  const { whole, fraction } = decimalDigits(size, places);
  const kept = fraction.replace(/0+$/, '');
  return (whole === '' ? '0' : whole) + (kept === '' ? '' : `.${kept}`);
}
