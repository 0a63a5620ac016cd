/** A number's decimal digits on both sides of the point. */
interface DecimalDigits {
  /** Without leading zeros: '' for numbers below 1. */
  readonly whole: string;
  /** Exactly as many as asked for. */
  readonly fraction: string;
}

/** Excel computes and rounds with 15 significant digits, half away from zero. */
const PRECISION = 15;

/** The digits of a number that is not negative, rounded to `decimals` places as Excel rounds. */
export function decimalDigits(value: number, decimals: number): DecimalDigits {
  if (value >= 1e15)
    return { whole: BigInt(Math.min(Math.round(value), Number.MAX_VALUE)).toString(), fraction: '0'.repeat(decimals) };
  const [mantissa = '0', exponent = '0'] = value.toExponential(PRECISION - 1).split('e');
  let digits = mantissa.replace('.', '');
  let point = Number(exponent) + 1;
  const kept = point + decimals;
  if (kept < 0) return { whole: '', fraction: '0'.repeat(decimals) };
  if (kept < PRECISION) {
    const up = digits.charCodeAt(kept) >= 0x35;
    digits = digits.slice(0, kept);
    if (up) {
      const raised = (BigInt(`1${digits}`) + 1n).toString();
      const carried = raised.startsWith('2');
      digits = carried ? `1${raised.slice(1)}` : raised.slice(1);
      if (carried) point++;
    }
  }
  const padded = point < 0 ? '0'.repeat(-point) + digits : digits.padEnd(point, '0');
  const start = Math.max(point, 0);
  return {
    whole: padded.slice(0, start).replace(/^0+/, ''),
    fraction: padded.slice(start, start + decimals).padEnd(decimals, '0')
  };
}
