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

/** A new import, or the one that is still being written: the worker does one at a time, and leaving the page does not stop it. */
export function openImport(request: ImportRequest): ImportSession {
  if (session?.step.kind !== 'committing') session = new ImportSession(importClient(), request, tellOtherTabs);
  return session;
}

/** Whether the worker still has this import's file, and with it the passwords as they were typed. */
export function hasPasswords(importId: number): boolean {
  return session?.step.kind === 'done' && session.step.committed.importId === importId;
}
