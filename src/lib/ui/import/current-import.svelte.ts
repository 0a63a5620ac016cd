import { untrack } from 'svelte';
import type { ImportRequest } from '#lib/import/road.ts';
import { liveSession } from '#lib/storage/live-queries.ts';
import { createImportClient, type ImportClient } from '#lib/worker/import-worker-client.ts';
import { HeldImport } from './held-import.svelte.ts';
import type { ImportSession } from './import-session.svelte.ts';
import { tellOtherTabs } from './running-import.svelte.ts';

let held: HeldImport | null = null;

/** Made when first asked for, and from then on told who is signed in: pages come and go. */
function heldImport(): HeldImport {
  if (held) return held;
  const made = new HeldImport(createImportClient, tellOtherTabs);
  liveSession().subscribe({ next: (person) => made.signedIn(person), error: () => made.signedIn(null) });
  return (held = made);
}

export function importClient(): ImportClient {
  return heldImport().client();
}

/**
 * The import of a page: a new one, or the one that is still being written, whoever's it is: the worker does one at a
 * time, and leaving its page does not stop it. Of another page's it is the turn afterwards.
 */
export function importHere(request: ImportRequest): { readonly session: ImportSession } {
  const open = (): ImportSession => untrack(() => heldImport().open(request));
  let here = $state.raw(open());
  $effect(() => {
    const { kind, groupId, actorId } = here.request;
    if (here.step.kind === 'committing') return;
    if (kind === request.kind && groupId === request.groupId && actorId === request.actorId) return;
    here = open();
  });
  return {
    get session() {
      return here;
    }
  };
}

/** See HeldImport. */
export function hasPasswords(importId: number): boolean {
  return held?.hasPasswords(importId) ?? false;
}
