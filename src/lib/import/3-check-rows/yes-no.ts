/** TRUE/FALSE, Yes/No, Y/N, 1/0 in any case; null for anything else (specification: Importing users, Yes/no cells). */
export function parseYesNo(text: string): boolean | null {
  // By length, since a look-up in a map would hash each of a file's million cells.
  switch (text.length) {
    case 1:
      return isWord(text, 'y') || text === '1' ? true : isWord(text, 'n') || text === '0' ? false : null;
    case 2:
      return isWord(text, 'no') ? false : null;
    case 3:
      return isWord(text, 'yes') ? true : null;
    case 4:
      return text === 'TRUE' || isWord(text, 'true') ? true : null;
    case 5:
      return text === 'FALSE' || isWord(text, 'false') ? false : null;
    default:
      return null;
  }
}

function isWord(text: string, word: string): boolean {
  return text === word || text.toLowerCase() === word;
}
