// `npm test`: everything from a fresh clone to the last end-to-end test. `npm test -- lint unit` runs only those steps.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { checkNode, installWhatIsMissing, root } from './install.mjs';
import { giveUp, say } from './say.mjs';
import { countPlaywright, countVitest, runStep } from './steps.mjs';

const REPORTS = 'test-results';

/** @returns {import('./steps.mjs').Step} */
const vitest = (/** @type {string} */ project) => ({
  name: project,
  run: [
    'vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORTS}/${project}.json`
  ],
  report: `${REPORTS}/${project}.json`,
  count: countVitest
});

/** What the other steps read: message functions and SvelteKit's own types. @type {import('./steps.mjs').Step[]} */
const preparation = [
  {
    name: 'messages',
    run: [
      '@inlang/paraglide-js/bin/run.js',
      'compile',
      '--project',
      './src/i18n/project.inlang',
      '--outdir',
      './src/i18n/generated'
    ]
  },
  { name: 'routes', run: ['@sveltejs/kit/svelte-kit.js', 'sync'] }
];

/** @type {import('./steps.mjs').Step[]} */
const steps = [
  { name: 'types', run: ['svelte-check/bin/svelte-check', '--fail-on-warnings'] },
  { name: 'worker-types', run: ['typescript/bin/tsc', '--noEmit', '-p', 'src/lib/worker'] },
  { name: 'lint', run: ['eslint/bin/eslint.js', '-c', '.config/eslint.config.js', '--max-warnings=0', '.'] },
  { name: 'format', run: ['prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'] },
  {
    name: 'arrows',
    run: ['dependency-cruiser/bin/dependency-cruise.mjs', 'src', '--config', '.dependency-cruiser.cjs']
  },
  vitest('unit'),
  vitest('browser'),
  { name: 'build', run: ['vite/bin/vite.js', 'build', '--logLevel', 'error'] },
  {
    name: 'e2e',
    run: ['@playwright/test/cli.js', 'test', '-c', '.config/playwright.config.ts', '--reporter=line,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, REPORTS, 'e2e.json') },
    report: `${REPORTS}/e2e.json`,
    count: countPlaywright
  }
];

checkNode();
installWhatIsMissing();
const chosen = chooseSteps();
const needsBrowser = (/** @type {{ name: string }} */ { name }) => name === 'browser' || name === 'e2e';
const complaint = chosen.some(needsBrowser) ? ensureBrowser() : undefined;
mkdirSync(join(root, REPORTS), { recursive: true });

const total = { passed: 0, failed: 0 };
for (const step of [...preparation, ...chosen]) {
  const { passed, failed } =
    complaint !== undefined && needsBrowser(step) ? { passed: 0, failed: 1 } : await runStep(step);
  total.passed += passed;
  total.failed += failed;
}

if (complaint !== undefined) say(`\n${complaint}`);

writeFileSync(join(root, REPORTS, 'total.json'), JSON.stringify(total));
say(
  `\n${total.failed === 0 ? 'All is well' : 'Not all is well'}: ${total.passed} of ${total.passed + total.failed} passed.`
);
process.exitCode = total.failed === 0 ? 0 : 1;

function chooseSteps() {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0)
    giveUp(`There is no step ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}.`);
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
}
