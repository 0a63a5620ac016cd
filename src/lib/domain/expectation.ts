/** Nothing silently overwrites a newer change: a command may say what it was made on. */
import type { CommandRefusal } from './change.ts';

export type FieldValue =
  string | number | boolean | null | readonly number[] | Readonly<Record<string, string | number | boolean>>;

/** null: all of the expected fields are still so. Otherwise the refusal names those that are not, with what they are now. */
export function changedMeanwhile(
  now: object,
  expected: object
): (CommandRefusal & { code: 'changed-meanwhile' }) | null {
  const fields = differingFields(now, expected);
  const [field] = fields;
  if (field === undefined) return null;
  return { code: 'changed-meanwhile', field, now: pickFields(now, fields) as Record<string, FieldValue> };
}

/** The fields of `wanted` that stand in `now` with another value. */
export function differingFields(now: object, wanted: object): string[] {
  return Object.keys(wanted).filter((field) => {
    const value: unknown = Reflect.get(wanted, field);
    return value !== undefined && !sameValue(value, Reflect.get(now, field));
  });
}

/** Only these fields; what is undefined counts as null. */
export function pickFields<Fields extends object>(from: Fields, fields: readonly string[]): Partial<Fields> {
  const picked: Record<string, unknown> = {};
  for (const field of fields) picked[field] = Reflect.get(from, field) ?? null;
  return picked as Partial<Fields>;
}

/** Lists are sets of ids here: their order does not matter. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || (a ?? null) === (b ?? null)) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one) => b.includes(one));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Reflect.get(a, key) === Reflect.get(b, key));
}
