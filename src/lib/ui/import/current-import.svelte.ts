import type { ImportRequest } from '#lib/import/road.ts';
import { createImportClient, type ImportClient } from '#lib/worker/import-worker-client.ts';
import { ImportSession } from './import-session.svelte.ts';
import { tellOtherTabs } from './running-import.svelte.ts';

let client: ImportClient | null = null;
let session: ImportSession | null = null;

/** One worker for all pages, so that a result can still be made from the file that was imported. */
export function importClient(): ImportClient {
  client ??= createImportClient();
  return client;
}

/**
 * The import of a page: a new one, or the one that is still being written, whoever's it is: the worker does one at a
 * time, and leaving its page does not stop it. Of another page's it is the turn afterwards.
 */
export function importHere(request: ImportRequest): { readonly session: ImportSession } {
  let here = $state.raw(openImport(request));
  $effect(() => {
    const { kind, groupId } = here.request;
    if (here.step.kind === 'committing' || (kind === request.kind && groupId === request.groupId)) return;
    here = openImport(request);
  });
  return {
    get session() {
      return here;
    }
  };
}

function openImport(request: ImportRequest): ImportSession {
  if (session?.step.kind !== 'committing') session = new ImportSession(importClient(), request, tellOtherTabs);
  return session;
}

/** Whether the worker still has this import's file, and with it the passwords as they were typed. */
export function hasPasswords(importId: number): boolean {
  return session?.step.kind === 'done' && session.step.committed.importId === importId;
}
