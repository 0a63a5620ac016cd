/** `text.trim()`, asked of every cell of a file: of nearly all, both ends tell that there is nothing to trim. */
export function trimmed(text: string): string {
  return isInk(text.charCodeAt(0)) && isInk(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

function isInk(unit: number): boolean {
  return unit > 0x20 && unit < 0x7f;
}
