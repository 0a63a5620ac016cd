/** The import worker's door: behind it are plain functions that know nothing of threads. */
import { expose } from 'comlink';
import { importKinds } from '#lib/import/kinds.ts';
import { templateFile } from '#lib/import/template.ts';
import { createOrgStore } from '#lib/storage/org-store.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { templateWords } from '#lib/wording/template-words.ts';
import { ImportThread } from './import-thread.ts';

const surroundings = { store: createOrgStore(), phrasebook };

expose(new ImportThread(surroundings, (kind) => templateFile(importKinds[kind], templateWords(kind))));
