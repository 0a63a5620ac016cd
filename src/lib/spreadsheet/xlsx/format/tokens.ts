/** The pieces of one section of a number format (ECMA-376 part 1, 18.8.31). */
export type FormatToken =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'digit'; readonly placeholder: '0' | '#' | '?' }
  | { readonly kind: 'point' | 'comma' | 'percent' | 'general' | 'text' }
  | { readonly kind: 'exponent'; readonly plus: boolean }
  /** `code` in lower case: yyyy m dd hh mm ss am/pm [h] .00 (parts of a second). */
  | { readonly kind: 'date'; readonly code: string };

export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly isDate: boolean;
  /** The numbers it is for, where the format says so itself: `[<=9999999]`. */
  readonly condition: ((value: number) => boolean) | null;
}

const PIECE =
  /"([^"]*)"?|\\(.)|_.|\*.|\[(<=?|>=?|<>|=)(-?[\d.]+)\]|(\[(?:h+|m+|s+)\])|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(General)|(AM\/PM|A\/P|上午\/下午)|(E[+-])|(y+|m+|d+|h+|s+|e+|b+|g+)|([0#?])|(.)/giu;

const CONDITIONS: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
  '=': (value, limit) => value === limit,
  '<>': (value, limit) => value !== limit
};

/** The sections of a format code, at most four. */
export function formatSections(code: string): FormatSection[] {
  const sections: FormatSection[] = [];
  let tokens: FormatToken[] = [];
  let condition: FormatSection['condition'] = null;
  const close = (): void => {
    const isDate = tokens.some(({ kind }) => kind === 'date');
    sections.push({ tokens: isDate ? withSecondParts(tokens) : tokens, isDate, condition });
    tokens = [];
    condition = null;
  };
  for (const match of code.matchAll(PIECE)) {
    const [piece, quoted, escaped, operator, limit, elapsed, currency, general, half, exponent, date, digit, other] =
      match;
    if (operator !== undefined) {
      const test = CONDITIONS[operator];
      condition = test === undefined ? null : (value) => test(value, Number(limit));
    } else if (other === ';') close();
    else if (general !== undefined) tokens.push({ kind: 'general' });
    else if (elapsed ?? half ?? date) tokens.push({ kind: 'date', code: piece.toLowerCase() });
    else if (exponent !== undefined) tokens.push({ kind: 'exponent', plus: exponent.endsWith('+') });
    else if (digit === '0' || digit === '#' || digit === '?') tokens.push({ kind: 'digit', placeholder: digit });
    else if (other !== undefined) tokens.push(simpleToken(other));
    else if (piece.startsWith('_')) tokens.push({ kind: 'literal', text: ' ' });
    else tokens.push({ kind: 'literal', text: quoted ?? escaped ?? currency ?? '' });
  }
  close();
  return sections.slice(0, 4);
}

function simpleToken(character: string): FormatToken {
  if (character === '.') return { kind: 'point' };
  if (character === ',') return { kind: 'comma' };
  if (character === '%') return { kind: 'percent' };
  if (character === '@') return { kind: 'text' };
  return { kind: 'literal', text: character };
}

/** In a date the point before zeros begins the parts of a second; other points, commas and zeros are plain text. */
function withSecondParts(tokens: readonly FormatToken[]): FormatToken[] {
  const result: FormatToken[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.kind === 'point') {
      let code = '.';
      for (let next = tokens[at + 1]; next?.kind === 'digit' && next.placeholder === '0'; next = tokens[at + 1]) {
        code += '0';
        at++;
      }
      result.push(code === '.' ? { kind: 'literal', text: code } : { kind: 'date', code });
    } else if (token.kind === 'comma') result.push({ kind: 'literal', text: ',' });
    else if (token.kind === 'digit') result.push({ kind: 'literal', text: token.placeholder });
    else result.push(token);
  }
  return result;
}
