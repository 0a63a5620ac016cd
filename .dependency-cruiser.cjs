// The law of docs/architecture.md. Each rule's comment is its reason.
const room = (...names) => `^src/lib/(${names.join('|')})/`;
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const valuesOnly = { dependencyTypesNot: ['type-only'] };

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'In a circle no part can be understood, tested or replaced without all the others.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'everything-resolves',
      comment: 'What the guard cannot resolve it cannot judge, and would silently let pass.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\$app/|\\$env/|virtual:)|\\?(worker|url|raw)' }
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody reaches is read, repaired and translated for nothing.',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$|^src/routes/|^src/lib/worker/[^/]+-worker\\.ts$|^src/i18n/' },
      to: {}
    },
    {
      name: 'domain-imports-nobody',
      comment: 'The rules must be readable and testable with nothing else in mind.',
      severity: 'error',
      from: { path: room('domain') },
      to: { pathNot: room('domain') }
    },
    {
      name: 'spreadsheet-knows-no-people',
      comment: 'The workbook engine is a library of its own: it reads cells and does not know what they mean.',
      severity: 'error',
      from: { path: room('spreadsheet') },
      to: { path: '^src/', pathNot: room('spreadsheet') }
    },
    {
      name: 'a-stage-never-imports-a-stage',
      comment: 'Stages meet only in pipeline.ts and speak in the nouns of road.ts, so each can change alone.',
      severity: 'error',
      from: { path: '^src/lib/import/([1-6])-' },
      to: { path: '^src/lib/import/[1-6]-', pathNot: '^src/lib/import/$1-' }
    },
    {
      name: 'import-stays-pure',
      comment:
        'The road runs in a worker, in Node and in tests alike: it knows rules and tables, no browser and no database.',
      severity: 'error',
      from: { path: room('import') },
      to: { path: '^src/', pathNot: room('import', 'domain', 'spreadsheet') }
    },
    {
      name: 'credentials-stand-alone',
      comment: 'Code that handles passwords is short enough to be read whole, and drags nothing in.',
      severity: 'error',
      from: { path: room('credentials') },
      to: { path: '^src/', pathNot: room('credentials'), ...valuesOnly }
    },
    {
      name: 'wording-only-turns-codes-into-sentences',
      comment: 'Sentences are made of codes and messages; a rule hidden in a sentence would be found by nobody.',
      severity: 'error',
      from: { path: room('wording') },
      to: { path: '^src/', pathNot: [room('wording'), '^src/i18n/', room('domain')], ...valuesOnly }
    },
    {
      name: 'storage-looks-down-only',
      comment: 'The database serves the road through its port; it must not know who shows its data.',
      severity: 'error',
      from: { path: room('storage') },
      to: { path: '^src/', pathNot: room('storage', 'import', 'domain', 'credentials') }
    },
    {
      name: 'worker-knows-no-page',
      comment: 'There is no document in a worker: what it says goes through its door as data.',
      severity: 'error',
      from: { path: room('worker') },
      to: {
        path: '^src/',
        pathNot: [room('worker', 'storage', 'import', 'domain', 'spreadsheet', 'credentials', 'wording'), '^src/i18n/']
      }
    },
    {
      name: 'ui-speaks-of-the-road-in-types-only',
      comment:
        'A parser or a check over all rows on the main thread would freeze the page: that work is the worker’s. The kinds are data.',
      severity: 'error',
      from: { path: ['^src/routes/', room('ui')] },
      to: { path: room('import', 'spreadsheet'), pathNot: '^src/lib/import/kinds\\.ts$', ...valuesOnly }
    },
    {
      name: 'ui-enters-the-worker-by-its-clients',
      comment:
        'A client starts the worker lazily and notices its death; importing the worker’s inside would run it on the page.',
      severity: 'error',
      from: { path: ['^src/routes/', room('ui')] },
      to: { path: room('worker'), pathNot: '-client\\.ts$', ...valuesOnly }
    },
    {
      name: 'ui-leaves-credentials-to-storage',
      comment: 'The fewer files can hold a password, the fewer have to be trusted with one.',
      severity: 'error',
      from: { path: ['^src/routes/', room('ui')] },
      to: { path: room('credentials'), ...valuesOnly }
    },
    {
      name: 'routes-only-compose-ui',
      comment: 'A page is an address: what it shows and does must be usable from a test without the address.',
      severity: 'error',
      from: { path: '^src/routes/' },
      to: { path: '^src/', pathNot: ['^src/routes/', room('ui'), '^src/i18n/', '^src/app\\.css$'] }
    },
    {
      name: 'nobody-imports-routes',
      comment: 'Addresses are the outermost layer; what two pages share belongs into ui.',
      severity: 'error',
      from: { path: '^src/lib/' },
      to: { path: '^src/routes/' }
    },
    {
      name: 'kit-has-no-domain-words',
      comment: 'A button that knows groups is no button: the kit serves every page alike.',
      severity: 'error',
      from: { path: '^src/lib/ui/kit/' },
      to: { path: '^src/lib/', pathNot: '^src/lib/ui/kit/' }
    },
    {
      name: 'comlink-only-in-worker',
      comment: 'One door between the threads, guarded in one place.',
      severity: 'error',
      from: { pathNot: room('worker') },
      to: { path: packages('comlink') }
    },
    {
      name: 'dexie-only-in-storage',
      comment: 'Who may write, and in which transaction, is decided in one room.',
      severity: 'error',
      from: { pathNot: room('storage') },
      to: { path: packages('dexie') }
    },
    {
      name: 'svelte-only-in-ui',
      comment: 'Rules, files and storage outlive any way to draw a page.',
      severity: 'error',
      from: { path: '^src/lib/', pathNot: room('ui') },
      to: { path: packages('svelte', '@lucide', '@sveltejs') }
    },
    {
      name: 'bits-ui-only-in-the-kit',
      comment: 'The headless library can then be exchanged, and its rough edges rounded, in one folder.',
      severity: 'error',
      from: { pathNot: '^src/lib/ui/kit/' },
      to: { path: packages('bits-ui') }
    },
    {
      name: 'parsers-only-in-spreadsheet',
      comment: 'Limits and time-outs against hostile files hold only where every file passes through the same room.',
      severity: 'error',
      from: { pathNot: room('spreadsheet') },
      to: { path: packages('xlsx', 'papaparse') }
    },
    {
      name: 'src-never-imports-tests',
      comment: 'What is shipped must not hang on what only checks it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(tests|\\.config)/' }
    },
    {
      name: 'src-imports-what-is-shipped',
      comment: 'A tool for building is checked less carefully than what runs on people’s devices.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev'],
        pathNot: packages('svelte', '@sveltejs', '@inlang'),
        dependencyTypesNot: ['type-only']
      }
    },
    {
      name: 'no-packages-out-of-nowhere',
      comment: 'A package that package.json does not name is there by luck.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }
    }
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^src/i18n/generated'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.d.ts']
    }
  }
};
