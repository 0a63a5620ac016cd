/** The shapes that the import worker lets in. What goes out is made of its own nouns and needs no guard. */
import * as z from 'zod/mini';
import { importKinds, type ColumnId, type ImportKindId } from '#lib/import/kinds.ts';
import { problemCodes } from '#lib/import/problems.ts';

// The page's Content-Security-Policy has no unsafe-eval.
z.config({ jitless: true });

const kindIds = Object.keys(importKinds) as ImportKindId[];
const columnIds = [...new Set(Object.values(importKinds).flatMap(({ columns }) => columns.map(({ id }) => id)))];

export const kindId = z.enum(kindIds);
export const columnId: z.ZodMiniType<ColumnId> = z.enum(columnIds);
export const importId = z.number();
export const text = z.string();

const place = z.int().check(z.gte(0));
export const rowPlaces = z.array(place);

export const source = z.object({ name: z.string(), bytes: z.instanceof(Blob) });

const character = z.string().check(z.length(1));
const textFormat = z.object({
  encoding: z.exactOptional(z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'shift_jis'])),
  separator: z.exactOptional(character),
  quote: z.exactOptional(character),
  lineEnd: z.exactOptional(z.enum(['\r\n', '\n', '\r']))
});

export const rowsPerFile = z.int().check(z.gte(1));
export const resultOptions = z.object({
  actorId: z.number(),
  maskPasswords: z.boolean(),
  format: z.exactOptional(z.enum(['xlsx', 'same']))
});
export const example = z.union([
  z.object({ format: z.literal('csv'), separator: z.enum([',', ';', '\t', 'system']) }),
  z.object({ format: z.literal('json') })
]);

export const request = z.object({
  kind: kindId,
  groupId: z.nullable(z.number()),
  actorId: z.number(),
  sheet: z.exactOptional(place),
  existing: z.exactOptional(z.enum(['report', 'update', 'leave-out'])),
  text: z.exactOptional(textFormat),
  matching: z.exactOptional(z.partialRecord(columnId as z.ZodMiniEnum<Record<ColumnId, ColumnId>>, z.nullable(place)))
});

export const windowRequest = z.object({
  filter: z.enum(['all', 'ready', 'updated', 'unchanged', 'problems', 'left-out', 'changed', ...problemCodes]),
  from: place,
  // More than any screen shows: a window is for looking.
  count: z.int().check(z.gte(0), z.lte(1000)),
  showPasswords: z.boolean()
});
