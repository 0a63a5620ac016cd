import javascript from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from '../svelte.config.js';

const withTypes = {
  parserOptions: {
    projectService: {
      allowDefaultProject: [
        'svelte.config.js',
        '.dependency-cruiser.cjs',
        '.config/*.js',
        '.config/*.mjs',
        '.config/playwright.config.ts'
      ]
    },
    extraFileExtensions: ['.svelte'],
    tsconfigRootDir: new URL('..', import.meta.url).pathname
  }
};

const importPaths = {
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: '^\\.\\./(?!app\\.css)',
          message: 'Inside a folder ./relative, across folders #lib/room/file.ts: docs/architecture.md.'
        },
        {
          regex: '^\\$lib',
          message: 'Only #lib/… is understood by the bundler, the worker, the tests and the guard alike.'
        },
        {
          regex: '^(#lib|\\.).*/[^.]+$',
          message: 'Write the extension: the guard and the tests resolve files, not guesses.'
        }
      ]
    }
  ]
};

export default typescript.config(
  {
    ignores: [
      'build/',
      '.svelte-kit/',
      'src/i18n/generated/',
      'src/i18n/project.inlang/',
      'test-results/',
      'node_modules/',
      '**/.*.timestamp-*'
    ]
  },
  javascript.configs.recommended,
  typescript.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: { ...withTypes, globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers stand in sentences and in names of cells all the time; what this rule is for are objects.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => void work()` and `onclick={() => say()}` read well and mean what they say.
      '@typescript-eslint/no-confusing-void-expression': 'off'
    }
  },
  { files: ['src/**'], rules: importPaths },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { ...withTypes.parserOptions, parser: typescript.parser, svelteConfig } },
    rules: {
      // Addresses are relative, so that a build runs from any folder: resolve() of $app/paths is used where it matters.
      'svelte/no-navigation-without-resolve': 'off',
      // A window of rows is a plain cache beside the state; a reactive Map would make each read of it a dependency.
      'svelte/prefer-svelte-reactivity': 'off',
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { destructuring: 'all' }]
    }
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    ...typescript.configs.disableTypeChecked
  },
  {
    files: ['tests/**', '.config/**'],
    rules: {
      // Playwright's fixtures name what they need in their first parameter, an empty pattern included.
      'no-empty-pattern': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off'
    }
  },
  {
    // The plugin wants `base` gone, but guesses `/` where a relative build needs `./`.
    files: ['.config/progressive-web-app.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' }
  }
);
