/** The row to which a key leads from `at`, within `total` rows; null for any other key. `page`: rows on one screen. */
export function rowAfterKey(
  { key, altKey, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  at: number,
  { total, page }: { readonly total: number; readonly page: number }
): number | null {
  if (altKey || ctrlKey || metaKey) return null;
  const within = (row: number): number => Math.max(0, Math.min(total - 1, row));
  switch (key) {
    case 'ArrowDown':
      return within(at + 1);
    case 'ArrowUp':
      return within(at - 1);
    case 'PageDown':
      return within(at + Math.max(1, page));
    case 'PageUp':
      return within(at - Math.max(1, page));
    case 'Home':
      return 0;
    case 'End':
      return within(total - 1);
    default:
      return null;
  }
}
