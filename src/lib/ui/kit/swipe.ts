import type { Attachment } from 'svelte/attachments';

/** px sideways after which letting go means it. */
const FAR_ENOUGH = 72;

/** Lets a finger push something out of the window, to either side; `ondone` is called when it was pushed far enough. */
export function swipeAway(ondone: () => void): Attachment<HTMLElement> {
  return (element) => {
    let from: number | null = null;
    const moved = (event: PointerEvent) => (from === null ? 0 : event.clientX - from);
    const put = (x: number) => {
      element.style.translate = x === 0 ? '' : `${x}px`;
      element.style.opacity = x === 0 ? '' : String(Math.max(0.2, 1 - Math.abs(x) / (3 * FAR_ENOUGH)));
    };
    const begin = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' && event.isPrimary) from = event.clientX;
    };
    const move = (event: PointerEvent) => {
      if (from !== null) put(moved(event));
    };
    const end = (event: PointerEvent) => {
      const far = event.type === 'pointerup' && Math.abs(moved(event)) >= FAR_ENOUGH;
      from = null;
      put(0);
      if (far) ondone();
    };
    element.addEventListener('pointerdown', begin);
    // A finger may leave the toast on its way.
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
    return () => {
      element.removeEventListener('pointerdown', begin);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
  };
}
