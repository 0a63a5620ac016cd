import { showToast } from '#lib/ui/kit/toasts.svelte.ts';
import { m } from '#i18n/messages.js';

/** Removes the sample with all that was added to it; every tab finds itself before the first start. */
export async function leaveSample(): Promise<void> {
  const { removeSample } = await import('#lib/storage/sample/sample-organization.ts');
  const outcome = await removeSample();
  if ('code' in outcome) return void showToast(m.sample_none(), { tone: 'danger' });
}
