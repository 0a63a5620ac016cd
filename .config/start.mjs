// `npm start`: everything from a fresh clone to a running Muster.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, installWhatIsMissing, root } from './install.mjs';
import { giveUp, say } from './say.mjs';
import { digestOfSources } from './sources.mjs';

/** Browsers keep data by address, port included: the same one each time, or people would miss their organization. */
const PORT = 4680;
const PORTS_TO_TRY = 20;

checkNode();
installWhatIsMissing();
buildIfSourcesChanged();
await serveOnFirstFreePort();

function buildIfSourcesChanged() {
  const note = join(root, 'node_modules/.cache/muster/built-from');
  const digest = digestOfSources();
  const isCurrent =
    existsSync(join(root, 'build/index.html')) && existsSync(note) && readFileSync(note, 'utf8') === digest;
  if (isCurrent) return;
  say('Building Muster …');
  const done = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'],
    {
      cwd: root,
      encoding: 'utf8'
    }
  );
  if (done.status !== 0) giveUp(done.stdout, done.stderr, 'The build failed: the lines above say why.');
  mkdirSync(join(note, '..'), { recursive: true });
  writeFileSync(note, digest);
}

async function serveOnFirstFreePort() {
  const { serve } = await import('./static-server.mjs');
  const wanted = Number(process.env.PORT ?? PORT);
  for (let port = wanted; port < wanted + PORTS_TO_TRY; port++) {
    try {
      const { address } = await serve(join(root, 'build'), { port });
      if (port !== wanted) {
        say(
          `Port ${wanted} is taken. Browsers keep data by address, so an organization set up at port ${wanted} does not show here.`
        );
      }
      say(`Muster runs at ${address} (Ctrl+C ends it; the installed app goes on without).`);
      return;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    }
  }
  giveUp(`No port from ${wanted} to ${wanted + PORTS_TO_TRY - 1} is free. Choose another: PORT=8080 npm start`);
}
