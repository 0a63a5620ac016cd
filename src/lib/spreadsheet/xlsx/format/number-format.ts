import { dateFormatter } from './date-text.ts';
import { generalText } from './general.ts';
import { numberText } from './number-text.ts';
import { formatSections, type FormatSection } from './tokens.ts';

/** How the numbers of a cell style are shown. */
export interface NumberFormat {
  readonly isGeneral: boolean;
  /** Whether a number under it is a date, a time or a time span. */
  readonly isDate: boolean;
  text(value: number, date1904: boolean): string;
}

export const generalFormat: NumberFormat = { isGeneral: true, isDate: false, text: generalText };

/** Four times what Excel takes: longer ones are no formats. */
const LONGEST_CODE = 1024;

/**
 * Understands a format code (ECMA-376 part 1, 18.8.31), with English names of months and days.
 * What it cannot show (fractions, dates before 1900) appears as General.
 */
export function numberFormat(code: string): NumberFormat {
  if (code.length > LONGEST_CODE || /^(general|@|)$/i.test(code)) return generalFormat;
  const sections = formatSections(code).map((section) => ({
    ...section,
    dateText: section.isDate ? dateFormatter(section.tokens) : null,
    general: section.tokens.some(({ kind }) => kind === 'general' || kind === 'text')
  }));
  return {
    isGeneral: false,
    isDate: sections[0]?.isDate === true,
    text(value, date1904) {
      const { section, signed } = sectionFor(sections, value);
      if (section === undefined) return generalText(value);
      if (section.general) return aroundGeneral(section, signed ? value : Math.abs(value));
      if (section.dateText !== null) return section.dateText(value, date1904) ?? generalText(value);
      const text = numberText(section.tokens, Math.abs(value)).trim();
      return signed && value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
    }
  };
}

/** Which section a number falls into, and whether its minus sign is still to be shown. */
function sectionFor<S extends FormatSection>(
  sections: readonly S[],
  value: number
): { section: S | undefined; signed: boolean } {
  const numeric = sections.slice(0, 3);
  if (numeric.some(({ condition }) => condition !== null)) {
    const section = numeric.find(({ condition }) => condition === null || condition(value));
    return { section, signed: true };
  }
  const [positive, negative, zero] = numeric;
  if (value < 0 && negative !== undefined) return { section: negative, signed: false };
  if (value === 0 && zero !== undefined) return { section: zero, signed: false };
  return { section: positive, signed: true };
}

function aroundGeneral(section: FormatSection, value: number): string {
  return section.tokens
    .map((token) => {
      if (token.kind === 'literal') return token.text;
      return token.kind === 'general' || token.kind === 'text' ? generalText(value) : '';
    })
    .join('')
    .trim();
}
