import { pauseWhenDue } from '#lib/spreadsheet/pause.ts';
import { Refusal } from '#lib/spreadsheet/refusal.ts';
import type { FileFailure } from '#lib/spreadsheet/spreadsheet.ts';
import { JsonScanner, OPEN_ARRAY, OPEN_OBJECT } from './scanner.ts';

const ITEMS_BETWEEN_PAUSES = 256;

/** An array of objects, or an empty one: a list without people. */
const LIST_START = /^\[\s*[{\]]/;

/** Takes the objects one by one. */
export interface ItemTaker {
  /** Those so far. */
  readonly items: number;
  /** Takes the object where the scanner stands, and leaves it behind it. */
  add(scanner: JsonScanner): void;
}

type ShapeFault = Extract<FileFailure, { code: 'json-shape' }>['found'];

/**
 * The people in a JSON text: an array of objects; an object with exactly one array of objects inside (its other
 * members are left aside); or one object a line. A syntax error anywhere comes before a complaint about the shape.
 * `oneALine` says that the file's name promises lines, so that a single object is a list of one.
 *
 * Throws Refusal: json-syntax, json-shape, too-large (columns, rows, cells, text, nesting).
 */
export async function readItems<Taker extends ItemTaker>(
  text: string,
  oneALine: boolean,
  newTaker: () => Taker,
  signal?: AbortSignal
): Promise<Taker> {
  const scanner = new JsonScanner(text);
  const table = newTaker();
  const first = scanner.next();
  if (first === OPEN_ARRAY) {
    const allObjects = await readArray(scanner, table, signal);
    scanner.end();
    if (!allObjects) throw shape('not-objects');
    return table;
  }
  if (first !== OPEN_OBJECT) {
    scanner.skip();
    scanner.end();
    throw shape('scalar');
  }
  const start = scanner.at;
  const fault = await readWrapper(scanner, table, signal);
  const end = scanner.at;
  const second = scanner.next();
  const lines = second === OPEN_OBJECT && /[\r\n]/.test(text.slice(end, scanner.at));
  if (lines || (oneALine && Number.isNaN(second))) {
    scanner.at = start;
    return readLines(scanner, newTaker(), signal);
  }
  scanner.end();
  if (fault !== undefined) throw shape(fault);
  return table;
}

const shape = (found: ShapeFault): Refusal => new Refusal({ code: 'json-shape', found });

/** Says whether all items are objects; others are passed over. */
async function readArray(scanner: JsonScanner, table: ItemTaker, signal?: AbortSignal): Promise<boolean> {
  let allObjects = true;
  if (!scanner.enter()) return true;
  do {
    if (table.items % ITEMS_BETWEEN_PAUSES === 0) await pauseWhenDue(signal);
    if (scanner.next() === OPEN_OBJECT) {
      table.add(scanner);
    } else {
      allObjects = false;
      scanner.skip();
    }
  } while (scanner.moreItems());
  return allObjects;
}

/** Reads the one array of objects inside an object into the table, or says why there is none. */
async function readWrapper(
  scanner: JsonScanner,
  table: ItemTaker,
  signal?: AbortSignal
): Promise<ShapeFault | undefined> {
  let lists = 0;
  let otherArrays = 0;
  let allObjects = true;
  if (!scanner.enter()) return 'no-array';
  do {
    scanner.next();
    scanner.string();
    scanner.colon();
    if (scanner.next() !== OPEN_ARRAY) {
      scanner.skip();
    } else if (!LIST_START.test(scanner.text.slice(scanner.at, scanner.at + 1000))) {
      otherArrays++;
      scanner.skip();
    } else if (++lists === 1) {
      allObjects = await readArray(scanner, table, signal);
    } else {
      scanner.skip();
    }
  } while (scanner.moreMembers());
  if (lists > 1 || (lists === 0 && otherArrays > 1)) return 'several-arrays';
  if (lists === 0 && otherArrays === 0) return 'no-array';
  return allObjects && lists === 1 ? undefined : 'not-objects';
}

async function readLines<Taker extends ItemTaker>(
  scanner: JsonScanner,
  table: Taker,
  signal?: AbortSignal
): Promise<Taker> {
  while (scanner.next() === OPEN_OBJECT) {
    if (table.items % ITEMS_BETWEEN_PAUSES === 0) await pauseWhenDue(signal);
    table.add(scanner);
    const end = scanner.at;
    scanner.next();
    if (scanner.at < scanner.text.length && !/[\r\n]/.test(scanner.text.slice(end, scanner.at))) scanner.fail();
  }
  scanner.end();
  return table;
}
