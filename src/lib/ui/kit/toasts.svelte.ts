/** The short messages at the edge of the window; `Toaster.svelte` shows them. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'neutral' | 'danger';
  /** Nobody asked for it: it comes behind what somebody has just done and may want to undo. */
  readonly waits: boolean;
  /** What can still be done about it, most often undo. */
  readonly action?: { readonly label: string; readonly run: () => void | Promise<void> };
}

const shown = $state<Toast[]>([]);
const MOST_SHOWN = 2;
let nextId = 1;

export const toasts: readonly Toast[] = shown;

/** Says `text` at the edge of the window and to screen readers. Gives the id that `dismissToast` takes. */
export function showToast(
  text: string,
  { tone = 'neutral', waits = false, action }: Partial<Pick<Toast, 'tone' | 'waits' | 'action'>> = {}
): number {
  const id = nextId++;
  const toast = { id, text, tone, waits, ...(action ? { action } : {}) };
  if (waits) shown.unshift(toast);
  else shown.push(toast);
  const [oldest, ...others] = shown.filter((each) => !each.waits);
  if (oldest && others.length >= MOST_SHOWN) dismissToast(oldest.id);
  return id;
}

/** Those that there is room for: what waits comes into sight when what somebody has just done has gone. */
export function toastsInSight(room = MOST_SHOWN): readonly Toast[] {
  return shown.slice(-room);
}

/** What one person did is not the next one's to undo. */
export function dismissAllToasts(): void {
  shown.length = 0;
}

export function dismissToast(id: number): void {
  const index = shown.findIndex((toast) => toast.id === id);
  if (index >= 0) shown.splice(index, 1);
}
