/** The import worker's door: behind it are plain functions that know nothing of threads. */
import { expose } from 'comlink';
import { database } from '#lib/storage/database.ts';
import { createOrgStore } from '#lib/storage/dexie-org-store.ts';
import { phrasebook } from '#lib/wording/phrasebook.ts';
import { inForeground } from './foreground.ts';
import { ImportThread } from './import-thread.ts';
import { InflatingClient } from './inflating-client.ts';
import { readyFiles } from './ready-files.ts';

/** On two of them the page draws the first rows beside this thread: a third would only make it wait for its turn. */
const PROCESSORS_TO_READ = 3;

const { inflate, deflate } = new InflatingClient();
const hasTimeToRead = navigator.hardwareConcurrency >= PROCESSORS_TO_READ;
const surroundings = {
  ...{ store: createOrgStore(), phrasebook, inflate, deflate },
  ...(hasTimeToRead && { inflateToRead: inflate })
};

const thread = new ImportThread(surroundings, readyFiles);

thread.preview = inForeground(thread.preview);
thread.planWith = inForeground(thread.planWith);
thread.commit = inForeground(thread.commit);
thread.result = inForeground(thread.result);

expose(thread);

// While the person still chooses a file. What is wrong with it, the first call tells.
void database.openState();
