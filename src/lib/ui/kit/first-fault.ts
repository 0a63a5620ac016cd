import { tick } from 'svelte';

/** After a form was refused the focus goes to the first field that has a fault. */
export async function focusFirstFault(form: HTMLFormElement | undefined): Promise<void> {
  await tick();
  form?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
}
