import type { DamageDetail, FileFailure, LimitName } from './spreadsheet.ts';

/** Carries a FileFailure up from deep inside a reader; `orFailure` turns it into data at the room's doors. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly failure: FileFailure;

  constructor(failure: FileFailure) {
    super(JSON.stringify(failure));
    this.failure = failure;
  }
}

export function damaged(detail: DamageDetail, part?: string): Refusal {
  return new Refusal(part === undefined ? { code: 'damaged', detail } : { code: 'damaged', detail, part });
}

export function tooLarge(limit: LimitName, allowed: number): Refusal {
  return new Refusal({ code: 'too-large', limit, allowed });
}

/**
 * What `read` gives, or the failure it was refused with. A file that changed or vanished on the disk while it was
 * read counts as cut off; every other exception is a bug or an abort and goes on.
 */
export async function orFailure<T>(read: () => Promise<T>): Promise<T | FileFailure> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    if (error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError')) {
      return { code: 'damaged', detail: 'cut-off' };
    }
    throw error;
  }
}
