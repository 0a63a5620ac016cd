const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['TRUE', true],
  ['true', true],
  ['yes', true],
  ['y', true],
  ['1', true],
  ['FALSE', false],
  ['false', false],
  ['no', false],
  ['n', false],
  ['0', false]
]);

/** TRUE/FALSE, Yes/No, Y/N, 1/0 in any case; null for anything else (specification: Importing users, Yes/no cells). */
export function parseYesNo(text: string): boolean | null {
  return WORDS.get(text) ?? WORDS.get(text.toLowerCase()) ?? null;
}
