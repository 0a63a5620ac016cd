/** What crosses between the import worker and the thread that inflates for it: [Note: the inflating thread]. */
import * as z from 'zod/mini';
import { spreadsheetLimits, type SpreadsheetLimits } from '#lib/spreadsheet/limits.ts';
import type { DamageDetail, FileFailure } from '#lib/spreadsheet/spreadsheet.ts';

// No unsafe-eval here either: see incoming.ts.
z.config({ jitless: true });

const id = z.number();
const size = z.int().check(z.gte(0));
const limitNames = Object.keys(spreadsheetLimits) as (keyof SpreadsheetLimits)[];

const entry = z.object({
  name: z.string(),
  method: size,
  crc32: size,
  compressedSize: size,
  uncompressedSize: size,
  localHeaderOffset: size,
  roomEnd: size
});

/** To the thread. 'taken': so many bytes of it are no more ahead. 'enough': nobody reads on. */
export const wish = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('inflate'),
    id,
    file: z.instanceof(Blob),
    entry,
    limits: z.record(z.enum(limitNames), z.number())
  }),
  z.object({ kind: z.literal('taken'), id, bytes: size }),
  z.object({ kind: z.literal('enough'), id }),
  z.object({ kind: z.literal('deflate'), id, bytes: z.instanceof(Uint8Array<ArrayBuffer>) })
]);

/** What may be wrong with a part that is inflated. */
const details = [
  'cut-off',
  'directory',
  'overlap',
  'compression',
  'checksum'
] as const satisfies readonly DamageDetail[];

const failure = z.discriminatedUnion('code', [
  z.object({ code: z.literal('damaged'), detail: z.enum(details), part: z.exactOptional(z.string()) }),
  z.object({ code: z.literal('too-large'), limit: z.literal('unpacked-bytes'), allowed: z.number() })
]);

/** From the thread, in the order of the part. 'unable': whatever else went wrong; who asked may try by itself. */
export const news = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('window'), id, pieces: z.array(z.instanceof(Uint8Array<ArrayBuffer>)) }),
  z.object({ kind: z.literal('deflated'), id, bytes: z.instanceof(Uint8Array<ArrayBuffer>) }),
  z.object({ kind: z.literal('end'), id }),
  z.object({ kind: z.literal('refused'), id, failure }),
  z.object({ kind: z.literal('unable'), id })
]);

export type Wish = z.infer<typeof wish>;
export type News = z.infer<typeof news>;

/** As it is told: which failures may cross, the guard says. */
export type ToldNews =
  Exclude<News, { kind: 'refused' }> | { readonly kind: 'refused'; readonly id: number; readonly failure: FileFailure };

/** What both ends need of a thread, or of a channel in tests. */
export interface ThreadPort {
  postMessage(message: unknown, options?: { transfer?: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}
