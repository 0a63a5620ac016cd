/** Forgets who was deleted long ago, and derives sealed passwords until none is left, then says so. One tab at a time: the others wait and look again. */
import { database } from '#lib/storage/database.ts';
import { forgetDeletedPeople } from '#lib/storage/deleted-people.ts';
import { deriveNextSealed } from '#lib/storage/passwords/derivation.ts';
import { untilNobodyWaits } from './foreground.ts';

/** The page's and the other tabs' work come first: one core stays free. */
const PARALLEL = Math.max(1, navigator.hardwareConcurrency - 1);

await navigator.locks.request('muster-derive', async () => {
  await forgetDeletedPeople();
  while (await deriveNextSealed(PARALLEL, database, untilNobodyWaits));
});
self.postMessage('none-left');
