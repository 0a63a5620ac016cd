/** Columns of the preview's grid left of the file's own: row number, outcome. */
export const COLUMNS_BEFORE = 2;
/** And right of them: leave out. */
export const COLUMNS_AFTER = 1;
