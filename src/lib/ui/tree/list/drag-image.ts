import { saidCarried } from '#lib/ui/tree/actions/change-words.ts';
import { countOf, type Carried } from '#lib/ui/tree/actions/carried.ts';

/** What is seen under the pointer while several rows are dragged, and what other programs get as text. */
export function showCarried(transfer: DataTransfer, carried: Carried, name: string): void {
  transfer.effectAllowed = 'move';
  transfer.setData('text/plain', saidCarried(carried, name));
  if (countOf(carried) < 2) return;
  const image = document.createElement('div');
  image.className = 'kit-drag-image';
  image.textContent = saidCarried(carried, '');
  document.body.append(image);
  transfer.setDragImage(image, -12, -4);
  // The browser has taken its picture when the event is over.
  setTimeout(() => image.remove());
}
