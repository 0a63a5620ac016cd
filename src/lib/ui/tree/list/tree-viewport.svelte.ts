import { tick } from 'svelte';

/** Rows drawn beyond both edges, against blank ones while scrolling. */
const SPARE = 6;

/** Which rows of a long list are in sight, and how one is brought there. All lengths in px. */
export class TreeViewport {
  list = $state<HTMLElement>();
  height = $state(400);
  measuredRow = $state(32);
  scrollTop = $state(0);

  readonly #count: () => number;
  // Out of sight nothing has a height.
  readonly rowHeight = $derived(this.measuredRow || 32);
  // A scroll within one row changes neither.
  readonly from = $derived(Math.max(0, Math.floor(this.scrollTop / this.rowHeight) - SPARE));
  readonly to = $derived.by(() =>
    Math.min(this.#count(), Math.ceil((this.scrollTop + this.height) / this.rowHeight) + SPARE)
  );

  /** `count`: how many rows there are. */
  constructor(count: () => number) {
    this.#count = count;
  }

  /** Whole rows in sight, less one that stays when a page is turned. */
  get page(): number {
    return Math.max(1, Math.floor(this.height / this.rowHeight) - 1);
  }

  element(index: number): HTMLElement | null {
    return this.list?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
  }

  async bringIntoSight(index: number): Promise<void> {
    await tick();
    const { list, rowHeight, height } = this;
    if (!list) return;
    const top = index * rowHeight;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + rowHeight > list.scrollTop + height) list.scrollTop = top + rowHeight - height;
    this.scrollTop = list.scrollTop;
    await tick();
  }

  async focus(index: number): Promise<void> {
    await this.bringIntoSight(index);
    this.element(index)?.focus({ preventScroll: true });
  }
}
