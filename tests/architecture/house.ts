/** What the architecture test reads of the house: its files, and what dependency-cruiser makes of them. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const MADE_BY_PROGRAMS = new Set([
  'node_modules',
  'build',
  '.svelte-kit',
  '.git',
  'generated',
  'cache',
  'test-results',
  '.vitest-attachments'
]);

/** Paths of all files below `folder` that people wrote, with `/` on every system, relative to `folder`. */
export function writtenFiles(folder: string): string[] {
  const below = (path: string): string[] =>
    readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
      if (MADE_BY_PROGRAMS.has(entry.name)) return [];
      const whole = join(path, entry.name);
      return entry.isDirectory() ? below(whole) : [relative(folder, whole).split(sep).join('/')];
    });
  return below(folder).sort();
}

export const isCode = (path: string) => /\.(ts|svelte|js|mjs|cjs|css)$/.test(path);

export const linesOf = (path: string) => readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length;

const cruiseResult = z.object({
  modules: z.array(
    z.object({
      source: z.string(),
      dependencies: z.array(z.object({ resolved: z.string(), dependencyTypes: z.array(z.string()) }))
    })
  ),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) }))
  })
});

export type CruiseResult = z.infer<typeof cruiseResult>;

/** Runs the guard over the `src` of a house: this one, or a copy with breaches in it. */
export function cruise(house: string): CruiseResult {
  const guard = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const words = ['src', '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'];
  const run = () =>
    execFileSync(process.execPath, [guard, ...words], { cwd: house, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return cruiseResult.parse(JSON.parse(run()));
}

/** Every module of the page's own thread: what routes and ui reach by imports that are more than types. */
export function reachOfThePage({ modules }: CruiseResult): Set<string> {
  const bySource = new Map(modules.map((module) => [module.source, module]));
  const reached = new Set<string>();
  const waiting = modules.map(({ source }) => source).filter((source) => /^src\/(routes|lib\/ui)\//.test(source));
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    if (reached.has(source)) continue;
    reached.add(source);
    const dependencies = bySource.get(source)?.dependencies ?? [];
    waiting.push(
      ...dependencies
        .filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only'))
        .map(({ resolved }) => resolved)
    );
  }
  return reached;
}
