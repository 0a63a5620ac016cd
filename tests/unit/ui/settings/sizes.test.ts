import { expect, it } from 'vitest';
import { byteSize } from '#lib/ui/settings/sizes.ts';

it('sizes are said as people say them', () => {
  expect(byteSize(0, 'en')).toBe('0 bytes');
  expect(byteSize(12_345, 'en')).toBe('12 kB');
  expect(byteSize(1_500_000, 'en')).toBe('1.5 MB');
  expect(byteSize(2_000_000_000_000, 'en')).toBe('2 TB');
});
