import type { ImportRequest, SourceFile } from '#lib/import/road.ts';

interface HandedFile {
  readonly source: SourceFile;
  /** What was chosen for it before its page opened. */
  readonly choices: Pick<ImportRequest, 'groupId'>;
}

let waiting: HandedFile | null = null;

/** For the import page that opens next. */
export function handOver(handed: HandedFile): void {
  waiting = handed;
}

/** Each file is given once. */
export function takeHandedFile(): HandedFile | null {
  const handed = waiting;
  waiting = null;
  return handed;
}
