import { untrack } from 'svelte';
import { differingFields } from '#lib/domain/expectation.ts';

/** A form of which some fields were changed both here and elsewhere. */
export interface Contested {
  readonly conflicts: readonly string[];
  mine: (field: string) => unknown;
  newer: (field: string) => unknown;
  keepMine: (field: string) => void;
  takeNewer: (field: string) => void;
}

/** What is to be saved, as it was when that began: whoever saves may type on meanwhile. */
export interface ToSave<Fields extends object> {
  readonly typed: Fields;
  readonly changes: Partial<Fields>;
  readonly expected: Partial<Fields>;
}

/**
 * The fields of something while a person edits them, beside what they were when the editing began and what they are
 * now. What nobody edits here follows every change made elsewhere; what both changed is a conflict, and the person's to
 * decide. Nothing silently overwrites a newer change.
 */
export class Draft<Fields extends object> implements Contested {
  values: Fields;
  #base: Fields;
  #now: Fields;

  constructor(fields: Fields) {
    this.values = $state({ ...fields });
    this.#base = $state.raw(fields);
    this.#now = $state.raw(fields);
  }

  /** What differs from the beginning, without white space around it: only that is saved. */
  get changes(): Partial<Fields> {
    const mine = tidy(this.values);
    return pick(mine, differingFields(this.#base, mine));
  }

  /** What the changed fields were: a command that expects them is refused when somebody else changed them meanwhile. */
  get expected(): Partial<Fields> {
    return pick(this.#base, Object.keys(this.changes));
  }

  get toSave(): ToSave<Fields> {
    const typed = { ...($state.snapshot(this.values) as object) } as Fields;
    return { typed, changes: this.changes, expected: this.expected };
  }

  get dirty(): boolean {
    return Object.keys(this.changes).length > 0;
  }

  /** What was there when the editing began, or when the person last decided. */
  get before(): Fields {
    return this.#base;
  }

  /** The fields that were changed both here and elsewhere, to different values. */
  get conflicts(): readonly string[] {
    const touched = this.changes;
    return differingFields(this.#base, this.#now).filter((field) => field in touched);
  }

  mine(field: string): unknown {
    return Reflect.get(this.values, field);
  }

  newer(field: string): unknown {
    return Reflect.get(this.#now, field);
  }

  /** To be called with every newer state, in an effect. */
  follow(now: Fields): void {
    untrack(() => {
      const mine = tidy(this.values);
      const touched = new Set(differingFields(this.#base, mine));
      const theirs = new Set(differingFields(mine, now));
      const settled = Object.keys(now).filter((field) => !touched.has(field) || !theirs.has(field));
      this.#now = now;
      this.#base = { ...this.#base, ...pick(now, settled) };
      Object.assign(
        this.values,
        pick(
          now,
          [...theirs].filter((field) => !touched.has(field))
        )
      );
    });
  }

  /** Forgets what was edited. */
  discard(): void {
    this.#base = this.#now;
    Object.assign(this.values, this.#now);
  }

  /** What was sent is what there is now, or was until somebody else changed it; what was typed since is still edited. */
  saved({ typed, changes, expected }: ToSave<Fields>): void {
    const newer = new Set(differingFields(this.#now, expected));
    const unread = Object.keys(changes).filter((field) => !newer.has(field));
    const retyped = new Set(differingFields(this.values, typed));
    this.#base = { ...this.#base, ...changes };
    Object.assign(
      this.values,
      pick(
        tidy(typed),
        Object.keys(typed).filter((field) => !retyped.has(field))
      )
    );
    this.follow({ ...this.#now, ...pick(changes, unread) });
  }

  keepMine(field: string): void {
    this.#base = { ...this.#base, [field]: this.newer(field) };
  }

  takeNewer(field: string): void {
    this.keepMine(field);
    Object.assign(this.values, { [field]: this.newer(field) });
  }
}

function tidy<Fields extends object>(values: Fields): Fields {
  const plain = $state.snapshot(values) as object;
  const tidied = Object.entries(plain).map(([field, value]: [string, unknown]) => [
    field,
    typeof value === 'string' ? value.trim() : value
  ]);
  return Object.fromEntries(tidied) as Fields;
}

function pick<Fields extends object>(from: Fields, fields: readonly string[]): Partial<Fields> {
  return Object.fromEntries(fields.map((field) => [field, Reflect.get(from, field)])) as Partial<Fields>;
}
