/** What the only sheet of a text file is called: the file's name without its ending. */
export function sheetName(fileName: string): string {
  return fileName.replace(/\.[^.]*$/, '') || fileName;
}
