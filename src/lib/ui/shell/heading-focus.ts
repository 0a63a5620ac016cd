/** Where the focus goes after a change of page: to the new page's heading, whenever that comes. */
let wanted = false;
let underWay = false;

export function pageIsLeft(): void {
  wanted = true;
  underWay = true;
}

/** SvelteKit itself has just moved the focus to the top of the page. */
export function pageIsReached(): void {
  underWay = false;
  const heading = document.querySelector<HTMLElement>('h1[tabindex]');
  if (heading) headingIsThere(heading);
}

/** A heading may stand before the page is reached, or come later with the rest of its page. */
export function headingIsThere(heading: HTMLElement): void {
  if (!wanted || underWay) return;
  wanted = false;
  heading.focus({ preventScroll: true });
}

/**
 * SvelteKit says the window's title as soon as the page is reached, which is the former page's where the new one comes
 * later: then the words of its live region are put right.
 */
export function correctAnnouncement(title: string): void {
  const words = document.getElementById('svelte-announcer')?.firstChild;
  if (words instanceof Text && words.data.trim() !== '' && words.data !== title) words.data = title;
}
