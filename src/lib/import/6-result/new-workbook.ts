import type { ResultRequest, ResultSource } from './result-file.ts';

export async function newWorkbook(source: ResultSource, request: ResultRequest): Promise<Blob> {
  throw new Error(`A new workbook cannot be written yet: ${source.fileName}, ${request.maskPasswords}`);
}
