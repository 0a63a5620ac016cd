/** How a text is compared in a search: case, accents and the width of letters do not matter to someone who searches. */
export function searchForm(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
