import { exampleCsv, exampleJson } from '#lib/import/example-file.ts';
import { importKinds } from '#lib/import/kinds.ts';
import { templateFile } from '#lib/import/template.ts';
import { exampleWords } from '#lib/wording/example-words.ts';
import { systemSeparator } from '#lib/wording/list-separator.ts';
import { templateWords } from '#lib/wording/template-words.ts';
import type { ImportWorkerApi } from './import-worker-api.ts';

/** Files that are made of nothing but a kind, in the language of the page. */
export type ReadyFiles = Pick<ImportWorkerApi, 'template' | 'exampleFile'>;

export const readyFiles: ReadyFiles = {
  template: (kind) => templateFile(importKinds[kind], templateWords(kind)),
  exampleFile: (kind, example) => {
    const words = exampleWords(kind);
    if (example.format === 'json') return Promise.resolve(exampleJson(importKinds[kind], words));
    const separator = example.separator === 'system' ? systemSeparator() : example.separator;
    return Promise.resolve(exampleCsv(importKinds[kind], words, separator));
  }
};
