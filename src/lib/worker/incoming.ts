/** The shapes that the import worker lets in. What goes out is made of its own nouns and needs no guard. */
import * as z from 'zod/mini';
import { problemCodes } from '#lib/import/problems.ts';
import { columnIds, importKindIds, lineEnds, textEncodings } from '#lib/import/stored-names.ts';

// The page's Content-Security-Policy has no unsafe-eval.
z.config({ jitless: true });

export const kindId = z.enum(importKindIds);
export const columnId = z.enum(columnIds);
export const importId = z.number();
export const text = z.string();

const place = z.int().check(z.gte(0));
export const rowPlaces = z.array(place);

export const source = z.object({ name: z.string(), bytes: z.instanceof(Blob) });

const character = z.string().check(z.length(1));
const textFormat = z.object({
  encoding: z.exactOptional(z.enum(textEncodings)),
  separator: z.exactOptional(character),
  quote: z.exactOptional(z.string().check(z.maxLength(1))),
  lineEnd: z.exactOptional(z.enum(lineEnds))
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

const groupId = z.nullable(z.number());
const existing = z.enum(['report', 'update', 'leave-out']);
export const planChoices = z.object({ groupId: z.exactOptional(groupId), existing: z.exactOptional(existing) });

export const request = z.object({
  kind: kindId,
  groupId,
  actorId: z.number(),
  sheet: z.exactOptional(place),
  existing: z.exactOptional(existing),
  text: z.exactOptional(textFormat),
  matching: z.exactOptional(z.partialRecord(columnId, z.nullable(place)))
});

const filter = z.enum(['all', 'ready', 'updated', 'unchanged', 'problems', 'left-out', 'changed', ...problemCodes]);
export const rowsToLeaveOut = z.object({ filter, keep: place, leftOut: z.boolean() });

export const windowRequest = z.object({
  filter,
  from: place,
  // More than any screen shows: a window is for looking.
  count: z.int().check(z.gte(0), z.lte(1000)),
  showPasswords: z.boolean()
});
