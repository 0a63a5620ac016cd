import { decimalDigits } from './decimal-digits.ts';
import { generalText } from './general.ts';
import type { FormatToken } from './tokens.ts';

/** A number that is not negative, under a section without date parts. */
export function numberText(tokens: readonly FormatToken[], value: number): string {
  if (isFraction(tokens)) return generalText(value);
  const exponentAt = tokens.findIndex(({ kind }) => kind === 'exponent');
  if (exponentAt >= 0) return scientificText(tokens, exponentAt, value);
  const shape = shapeOf(tokens);
  return filled(tokens, shape, decimalDigits(value * shape.scale, shape.decimals));
}

interface NumberShape {
  readonly wholePlaces: number;
  readonly decimals: number;
  readonly grouped: boolean;
  /** For per cent signs and for commas behind the digits, each of which divides by a thousand. */
  readonly scale: number;
}

function shapeOf(tokens: readonly FormatToken[]): NumberShape {
  const pointAt = tokens.findIndex(({ kind }) => kind === 'point');
  const whole = pointAt < 0 ? tokens : tokens.slice(0, pointAt);
  const lastDigit = whole.findLastIndex(({ kind }) => kind === 'digit');
  const firstDigit = whole.findIndex(({ kind }) => kind === 'digit');
  const count = (list: readonly FormatToken[], kind: FormatToken['kind']): number =>
    list.filter((token) => token.kind === kind).length;
  const thousands = lastDigit < 0 ? 0 : count(whole.slice(lastDigit), 'comma');
  return {
    wholePlaces: count(whole, 'digit'),
    decimals: pointAt < 0 ? 0 : count(tokens.slice(pointAt), 'digit'),
    grouped: whole.slice(Math.max(firstDigit, 0), Math.max(lastDigit, 0)).some(({ kind }) => kind === 'comma'),
    scale: 100 ** count(tokens, 'percent') / 1000 ** thousands
  };
}

/** Puts digits in the places made for them, from the point outwards; text between the places stays. */
function filled(
  tokens: readonly FormatToken[],
  shape: NumberShape,
  digits: { readonly whole: string; readonly fraction: string }
): string {
  const { wholePlaces, grouped } = shape;
  const significant = digits.fraction.replace(/0+$/, '').length;
  let text = '';
  let place = 0;
  const wholeDigit = (fromRight: number, shown: string): void => {
    text += shown;
    if (grouped && shown !== '' && fromRight > 0 && fromRight % 3 === 0) text += ',';
  };
  for (const token of tokens) {
    if (token.kind === 'literal') text += token.text;
    else if (token.kind === 'percent') text += '%';
    else if (token.kind === 'point') text += '.';
    else if (token.kind === 'general') text += (digits.whole || '0') + (significant > 0 ? `.${digits.fraction}` : '');
    else if (token.kind === 'digit') {
      if (place === 0) {
        for (let fromRight = digits.whole.length - 1; fromRight >= wholePlaces && wholePlaces > 0; fromRight--) {
          wholeDigit(fromRight, digits.whole.charAt(digits.whole.length - 1 - fromRight));
        }
      }
      const fromRight = wholePlaces - 1 - place++;
      const blank = token.placeholder === '0' ? '0' : token.placeholder === '?' ? ' ' : '';
      if (fromRight >= 0) {
        const digit =
          digits.whole.length > fromRight ? digits.whole.charAt(digits.whole.length - 1 - fromRight) : blank;
        wholeDigit(fromRight, digit);
      } else {
        const decimal = -fromRight - 1;
        text += decimal < significant ? digits.fraction.charAt(decimal) : blank;
      }
    }
  }
  return text;
}

function scientificText(tokens: readonly FormatToken[], exponentAt: number, value: number): string {
  const mantissaTokens = tokens.slice(0, exponentAt);
  const shape = shapeOf(mantissaTokens);
  const step = Math.max(shape.wholePlaces, 1);
  let exponent = value === 0 ? 0 : Number(value.toExponential(14).split('e')[1]);
  if (step > 1) exponent = Math.floor(exponent / step) * step;
  let digits = decimalDigits(scaled(value, exponent), shape.decimals);
  if (digits.whole.length > step) {
    exponent += step;
    digits = decimalDigits(scaled(value, exponent), shape.decimals);
  }
  const [sign, size] = [exponent < 0 ? '-' : '+', decimalDigits(Math.abs(exponent), 0)];
  const exponentTokens = tokens.slice(exponentAt + 1);
  const plus = tokens[exponentAt];
  const shownSign = sign === '-' || (plus?.kind === 'exponent' && plus.plus) ? sign : '';
  return `${filled(mantissaTokens, shape, digits)}E${shownSign}${filled(exponentTokens, shapeOf(exponentTokens), size)}`;
}

/** By way of the decimal notation, which loses nothing. */
function scaled(value: number, exponent: number): number {
  const [mantissa, own] = value.toExponential().split('e');
  return Number(`${mantissa}e${Number(own) - exponent}`);
}

/** `# ?/?` is rare in lists: the number is shown as General in its place. */
function isFraction(tokens: readonly FormatToken[]): boolean {
  const slash = tokens.findIndex((token) => token.kind === 'literal' && token.text === '/');
  return slash > 0 && tokens[slash - 1]?.kind === 'digit';
}
