import type { PersonId } from '#lib/domain/person.ts';
import type { ImportRequest } from '#lib/import/road.ts';
import type { ImportClient } from '#lib/worker/import-worker-client.ts';
import { ImportSession, type TellProgress } from './import-session.svelte.ts';
import { unsavedWork } from './unsaved-work.svelte.ts';

/**
 * The tab's one import and its worker, which holds the file with its passwords: for as long as the person is signed in
 * who gave it.
 */
export class HeldImport {
  #client: ImportClient | null = null;
  #session = $state.raw<ImportSession | null>(null);
  /** undefined: not heard yet. */
  #person = $state.raw<PersonId | null | undefined>(undefined);
  readonly #start: () => ImportClient;
  readonly #tell: TellProgress;

  constructor(start: () => ImportClient, tell: TellProgress = () => undefined) {
    this.#start = start;
    this.#tell = tell;
  }

  /** One worker for all pages, so that a result can still be made from the file that was imported. */
  client(): ImportClient {
    this.#client ??= this.#start();
    return this.#client;
  }

  /** A new one, or the one that is still being written: the worker does one at a time. */
  open(request: ImportRequest): ImportSession {
    if (this.#session?.step.kind === 'committing') return this.#session;
    const session = new ImportSession(this.client(), request, (groupId, progress) => {
      this.#tell(groupId, progress);
      const heard = this.#person !== undefined;
      if (progress === null && heard && session.request.actorId !== this.#person) this.#forget();
    });
    this.#session = session;
    unsavedWork.work = session;
    return session;
  }

  /** Who is here, told at each change. What another person left is forgotten, a running commit when it has ended. */
  signedIn(person: PersonId | null): void {
    const before = this.#person;
    this.#person = person;
    const isAnothers = this.#session !== null && this.#session.request.actorId !== person;
    if (isAnothers || (before !== undefined && before !== person)) this.#forget();
  }

  /** Whether the worker still has this import's file, and with it the passwords as they were typed. */
  hasPasswords(importId: number): boolean {
    const { step, request } = this.#session ?? {};
    return step?.kind === 'done' && step.committed.importId === importId && request?.actorId === this.#person;
  }

  #forget(): void {
    if (this.#session?.step.kind === 'committing') return;
    this.#session?.startOver();
    this.#session = null;
    unsavedWork.work = null;
    this.#client?.close();
    this.#client = null;
  }
}
