import { existsSync, readdirSync, readFileSync } from 'node:fs';

const root = new URL('../../../../../shared/corpus/', import.meta.url);

interface CorpusFile {
  readonly name: string;
  read(): Uint8Array<ArrayBuffer>;
}

/** The files of one folder of the corpus; none where there is no corpus beside the checkout. */
export function corpusFiles(folder: string): CorpusFile[] {
  const directory = new URL(`${folder}/`, root);
  if (!existsSync(directory)) return [];
  return readdirSync(directory).map((name) => ({
    name,
    read: () => new Uint8Array(readFileSync(new URL(encodeURIComponent(name), directory)))
  }));
}
