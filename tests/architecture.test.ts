import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breaches, targets } from './architecture/breaches.ts';
import {
  cruise,
  isCode,
  linesOf,
  reachOfThePage,
  root,
  writtenFiles,
  type CruiseResult
} from './architecture/house.ts';

const files = writtenFiles(root);
const code = files.filter((path) => isCode(path) && !path.startsWith('tests/fixtures/'));

describe('the guard', () => {
  let house: CruiseResult;
  beforeAll(() => {
    house = cruise(root);
  });

  test('sees every module on disk', () => {
    const onDisk = files.filter((path) => /^src\/.*\.(ts|svelte)$/.test(path));
    const seen = house.modules.map(({ source }) => source);
    expect(onDisk.length).toBeGreaterThan(50);
    expect(onDisk.filter((path) => !seen.includes(path))).toEqual([]);
  });

  test('gives a reason for every rule', () => {
    const rules: { name: string; comment?: string }[] = createRequire(import.meta.url)(
      join(root, '.dependency-cruiser.cjs')
    ).forbidden;
    expect(rules.filter(({ comment }) => !/^[A-Z].{20,}\.$/.test(comment ?? '')).map(({ name }) => name)).toEqual([]);
  });

  test('finds no parser within reach of the page’s thread', () => {
    const reach = [...reachOfThePage(house)];
    expect(reach.some((path) => path.startsWith('src/lib/storage/'))).toBe(true);
    // The nouns of that room are no parser: the names of formats and encodings are read at the storage's border, too.
    expect(
      reach.filter((path) =>
        /^src\/lib\/(spreadsheet\/(?!spreadsheet\.ts)|import\/[1-46]-)|node_modules\/(xlsx|papaparse)\//.test(path)
      )
    ).toEqual([]);
  });
});

describe('a seeded breach', () => {
  const copy = mkdtempSync(join(tmpdir(), 'muster-breaches-'));
  let seeded: CruiseResult;
  beforeAll(() => {
    for (const name of ['package.json', 'tsconfig.json', 'svelte.config.js'])
      writeFileSync(join(copy, name), readFileSync(join(root, name)));
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    symlinkSync(join(root, '.svelte-kit'), join(copy, '.svelte-kit'), 'junction');
    const contents = { ...targets, ...Object.fromEntries(breaches.map(({ file, content }) => [file, content])) };
    for (const [path, content] of Object.entries(contents)) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), content);
    }
    seeded = cruise(copy);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test.each(breaches)('of $rule in $file is caught', ({ rule, file }) => {
    expect(
      seeded.summary.violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)
    ).toContain(rule);
  });
});

describe('size and words', () => {
  test('no file has more than 300 lines, nine in ten fewer than 200, the median at most 80', () => {
    const lengths = code.map(linesOf).sort((a, b) => a - b);
    expect(code.filter((path) => linesOf(path) > 300)).toEqual([]);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThan(200);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(80);
  });

  test('a page is an address of at most 60 lines', () => {
    const pages = files.filter((path) => /^src\/routes\/.*\.(svelte|ts)$/.test(path));
    expect(pages.filter((path) => linesOf(path) > 60)).toEqual([]);
  });

  test('no file is named for a drawer of leftovers', () => {
    expect(
      files.filter((path) => /(^|[/.-])(utils?|helpers?|common|manager|service|misc)([/.-]|s?\.[a-z]+$)/i.test(path))
    ).toEqual([]);
  });

  test('nothing written here knows the machine it was written on', () => {
    const machine = /(?:^|["'`\s(=:])\/(?:work|tmp|home|root|Users)\/|[a-z]:\\Users\\/i;
    const registry = /\bregistry\.[a-z]|"resolved": "http|artifactory|verdaccio/i;
    const text = files.filter((path) => !/\.(png|ico|xlsx?|xlsm|xlsb|ods|woff2|zip)$/.test(path));
    const telling = text.filter((path) => {
      const content = readFileSync(join(root, path), 'utf8');
      return machine.test(content) || registry.test(content);
    });
    expect(telling.filter((path) => path !== 'tests/architecture.test.ts')).toEqual([]);
  });

  test('the top level is the agreed one', () => {
    const agreed = [
      'README.md',
      'package.json',
      'package-lock.json',
      'svelte.config.js',
      'vite.config.ts',
      'tsconfig.json'
    ];
    const top = files.map((path) => path.split('/')[0] ?? '').filter((name) => !name.startsWith('.'));
    expect([...new Set(top)].filter((name) => ![...agreed, 'src', 'static', 'tests', 'docs'].includes(name))).toEqual(
      []
    );
  });
});
