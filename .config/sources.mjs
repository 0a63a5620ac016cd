// Plain Node without dependencies.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './install.mjs';

const WHAT_A_BUILD_IS_MADE_OF = [
  'src',
  'static',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  '.config/first-screen.ts',
  '.config/progressive-web-app.ts'
];

/** A digest of all that a build is made of, by content: a checkout changes the dates of files, not what they say. */
export function digestOfSources() {
  const digest = createHash('sha256');
  for (const path of WHAT_A_BUILD_IS_MADE_OF.flatMap((name) => filesIn(join(root, name)))) {
    digest
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return digest.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path];
  // What generators write follows from the rest.
  if (path.endsWith(join('i18n', 'generated')) || path.endsWith('project.inlang')) return [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
