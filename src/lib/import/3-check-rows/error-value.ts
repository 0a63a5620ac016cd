/** What a formula that failed leaves in its cell, as files hold it in every language; `Err:502` is LibreOffice's. */
const ERROR_VALUE =
  /^(?:#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!)|Err:\d{3})$/;

/** Whether this is all that the cell holds. */
export function isErrorValue(text: string): boolean {
  // Asked of every cell of a file: nearly none begins like one.
  return (text.startsWith('#') || text.startsWith('E')) && ERROR_VALUE.test(text);
}
