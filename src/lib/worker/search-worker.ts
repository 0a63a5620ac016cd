/** The search worker's door. */
import { expose } from 'comlink';
import { SearchThread } from './search-thread.ts';

expose(new SearchThread());
