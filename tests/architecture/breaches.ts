/** One file for each rule of the guard that breaks it. `imports` stands for whatever must be there to be imported. */
interface Breach {
  readonly rule: string;
  readonly file: string;
  readonly content: string;
}

const breach = (rule: string, file: string, ...imported: string[]): Breach => ({
  rule,
  file,
  content: imported
    .map((path, index) => `import * as imported${index} from '${path}';\nconsole.log(imported${index});\n`)
    .join('')
});

export const breaches: readonly Breach[] = [
  breach('no-cycles', 'src/lib/domain/circle.ts', './round.ts'),
  breach('everything-resolves', 'src/lib/domain/lost.ts', './nowhere.ts'),
  breach('no-orphans', 'src/lib/domain/alone.ts'),
  breach('domain-imports-nobody', 'src/lib/domain/worldly.ts', '#lib/import/target.ts'),
  breach('domain-imports-nobody', 'src/lib/domain/packaged.ts', 'zod'),
  breach('spreadsheet-knows-no-people', 'src/lib/spreadsheet/nosy.ts', '#lib/domain/target.ts'),
  breach('a-stage-never-imports-a-stage', 'src/lib/import/3-check-rows/leap.ts', '#lib/import/1-read/target.ts'),
  breach('import-stays-pure', 'src/lib/import/impure.ts', '#lib/storage/target.ts'),
  breach('credentials-stand-alone', 'src/lib/credentials/leaning.ts', '#lib/domain/target.ts'),
  breach('wording-only-turns-codes-into-sentences', 'src/lib/wording/busy.ts', '#lib/import/target.ts'),
  breach('storage-looks-down-only', 'src/lib/storage/upward.ts', '#lib/worker/target.ts'),
  breach('worker-knows-no-page', 'src/lib/worker/visiting.ts', '#lib/ui/target.ts'),
  breach('ui-speaks-of-the-road-in-types-only', 'src/lib/ui/parsing.ts', '#lib/spreadsheet/target.ts'),
  breach('ui-enters-the-worker-by-its-clients', 'src/lib/ui/burglar.ts', '#lib/worker/target.ts'),
  breach('ui-leaves-credentials-to-storage', 'src/lib/ui/curious.ts', '#lib/credentials/target.ts'),
  breach('routes-only-compose-ui', 'src/routes/+page.ts', '#lib/storage/target.ts'),
  breach('nobody-imports-routes', 'src/lib/ui/outward.ts', '../../routes/target.ts'),
  breach('kit-has-no-domain-words', 'src/lib/ui/kit/Learned.ts', '#lib/domain/target.ts'),
  breach('comlink-only-in-worker', 'src/lib/ui/second-door.ts', 'comlink'),
  breach('dexie-only-in-storage', 'src/lib/ui/shortcut.ts', 'dexie'),
  breach('svelte-only-in-ui', 'src/lib/domain/drawing.ts', 'svelte/store'),
  breach('bits-ui-only-in-the-kit', 'src/lib/ui/headless.ts', 'bits-ui'),
  breach('parsers-only-in-spreadsheet', 'src/lib/import/home-made.ts', 'papaparse'),
  breach('src-never-imports-tests', 'src/lib/ui/upside-down.ts', '../../../tests/target.ts'),
  breach('src-imports-what-is-shipped', 'src/lib/ui/tooling.ts', 'vite'),
  {
    rule: 'domain-imports-nobody',
    file: 'src/lib/domain/types.ts',
    content: "import type { Target } from '#lib/storage/target.ts';\nexport type T = Target;\n"
  },
  {
    rule: 'dexie-only-in-storage',
    file: 'src/lib/ui/Shortcut.svelte',
    content:
      "<script lang=\"ts\">\n  import Dexie from 'dexie';\n  const database = new Dexie('x');\n</script>\n\n{database.name}\n"
  }
];

/** What the breaches import. */
export const targets: Readonly<Record<string, string>> = {
  'src/lib/domain/round.ts': "import * as back from './circle.ts';\nconsole.log(back);\n",
  ...Object.fromEntries(
    [
      ...['domain', 'import', 'import/1-read', 'storage', 'worker', 'ui', 'spreadsheet', 'credentials'].map(
        (room) => `src/lib/${room}/target.ts`
      ),
      'src/routes/target.ts',
      'tests/target.ts'
    ].map((path) => [path, 'export type Target = string;\nexport const target = 1;\n'])
  )
};
