// `npm start`: everything from a fresh clone to a running Muster.
import { join } from 'node:path';
import { buildIfSourcesChanged } from './build.mjs';
import { checkNode, installWhatIsMissing, root } from './install.mjs';
import { giveUp, say } from './say.mjs';

/** Browsers keep data by address, port included: the same one each time, or people would miss their organization. */
const PORT = 4680;
const PORTS_TO_TRY = 20;

checkNode();
installWhatIsMissing();
buildIfSourcesChanged();
await serveOnFirstFreePort();

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
