import { gzipSync } from 'node:zlib';
import { expect, test } from './fixtures.ts';

test.use({ serviceWorkers: 'block' });

test('the first screen runs less than 90 kB of compressed JavaScript, and no parser is in it', async ({ page }) => {
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.body());
  });
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(page.getByRole('button', { name: 'Create organization' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Explore a sample organization' })).toBeVisible();

  const bodies = await Promise.all(scripts);
  const size = bodies.reduce((bytes, body) => bytes + gzipSync(body).length, 0);
  expect(bodies.length).toBeGreaterThan(0);
  expect(size).toBeLessThan(90_000);
  const text = Buffer.concat(bodies).toString();
  for (const parser of ['SheetNames', 'Papa', 'sharedStrings']) expect(text).not.toContain(parser);
});
