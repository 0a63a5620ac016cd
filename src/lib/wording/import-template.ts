import type { ImportKindId } from '#lib/import/kinds.ts';
import type { ResultFile } from '#lib/import/road.ts';

export async function importTemplate(kind: ImportKindId): Promise<ResultFile> {
  throw new Error(`A template cannot be written yet: ${kind}`);
}
