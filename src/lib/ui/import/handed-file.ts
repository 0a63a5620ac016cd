import type { SourceFile } from '#lib/import/road.ts';

let handed: SourceFile | null = null;

/** For the import page that opens next. */
export function handOver(source: SourceFile): void {
  handed = source;
}

/** Each file is given once. */
export function takeHandedFile(): SourceFile | null {
  const source = handed;
  handed = null;
  return source;
}
