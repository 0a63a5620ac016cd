import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
}

/** Fails with what axe finds on the page as it stands. */
export async function expectNothingForAxe(page: Page, where: string): Promise<void> {
  // Colours are judged when they have arrived, not on their way: the end of one transition may be the start of another.
  await page.evaluate(async () => {
    const running = () => document.getAnimations().filter(({ playState }) => playState === 'running');
    for (let moving = running(); moving.length > 0; moving = running()) {
      await Promise.all(moving.map((animation) => animation.finished.catch(() => undefined)));
    }
  });
  await page.evaluate(axe);
  const findings = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Finding[] }> } };
    return (await axe.run({ resultTypes: ['violations'] })).violations;
  });
  const readable = findings.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map((node) => `${node.target.join(' ')} (${node.failureSummary ?? ''})`).join(' | ')}`
  );
  expect(readable, `axe on ${where}`).toEqual([]);
}

/** Whether the page can be scrolled sideways as a whole: its tables may, it must not. */
export function overflowsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
