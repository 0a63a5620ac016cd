/** Marks that people put between the thousands, in any of their languages. */
const GROUPING = /(?<=\d)[\s.,'’٬_](?=\d{3}(?:\D|$))/gu;

/** A count as people type it ("100000", "100,000", "100.000"); null where it is not 1 to `most`. */
export function typedCount(text: string, most: number): number | null {
  const digits = text.trim().replace(GROUPING, '');
  const count = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  return count >= 1 && count <= most ? count : null;
}
