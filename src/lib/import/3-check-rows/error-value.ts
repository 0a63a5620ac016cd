/** What a formula that failed leaves in its cell, as files hold it in every language; `Err:502` is LibreOffice's. */
const ERROR_VALUE =
  /^(?:#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!)|Err:\d{3})$/;

const HASH = 0x23;
const E = 0x45;

/** Whether this is all that the cell holds. */
export function isErrorValue(text: string): boolean {
  // Asked of every cell of a file: nearly none begins like one.
  const first = text.charCodeAt(0);
  return (first === HASH || first === E) && ERROR_VALUE.test(text);
}
