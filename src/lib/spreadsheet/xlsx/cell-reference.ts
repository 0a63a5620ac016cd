/** The column, from 0, that a reference such as `BC12` names, in either case; -1 where it names none. */
export function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) break;
    // Seven letters are far beyond any sheet: the limit on columns refuses them.
    if (at < 7) column = column * 26 + letter - 0x60;
  }
  return column - 1;
}

/** The row, from 1, that a reference or a row's own `r` names; 0 where it names none. */
export function rowOf(reference: string): number {
  let row = 0;
  for (let at = 0; at < reference.length; at++) {
    const digit = reference.charCodeAt(at) - 0x30;
    if (digit >= 0 && digit <= 9) row = Math.min(row * 10 + digit, Number.MAX_SAFE_INTEGER);
  }
  return row;
}

/** Row and column, both from 1, that a reference such as `BC12` or `$BC$12` names; 0 for what it does not name. */
export function placeOf(reference: string): { readonly row: number; readonly column: number } {
  const plain = reference.replaceAll('$', '');
  return { row: rowOf(plain), column: columnOf(plain) + 1 };
}

/** The place of the last cell of an area such as `A1:C9`, or of one cell. */
export function areaEnd(area: string): { readonly row: number; readonly column: number } {
  return placeOf(area.slice(area.indexOf(':') + 1));
}
