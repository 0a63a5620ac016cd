/** The door of the thread that inflates for the import worker, which starts it. */
import { inflateFor } from './inflating-thread.ts';

inflateFor(self);
