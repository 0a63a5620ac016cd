/** The import worker's door: behind it are plain functions that know nothing of threads. */
import { expose } from 'comlink';
import { createOrgStore } from '#lib/storage/org-store.ts';
import { importTemplate } from '#lib/wording/import-template.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { ImportThread } from './import-thread.ts';

expose(new ImportThread({ store: createOrgStore(), phrasebook }, importTemplate));
