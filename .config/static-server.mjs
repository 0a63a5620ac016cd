import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** A worker does not inherit its page's policy: its own response has to bring it. */
const POLICY_OF_SCRIPTS = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'";

/**
 * What a page cannot say of itself in a <meta> element, and what a careful host adds.
 * [Note: the two headers of isolation] COOP and COEP also let a bench measure the page's memory.
 */
const HEADERS = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff'
};

/**
 * Serves a build on this machine only.
 * @param {string} folder
 * @param {{ port?: number, base?: string }} options base: '' or a path such as '/tools/muster', under which alone it answers
 * @returns {Promise<{ address: string, close: () => Promise<void> }>} refuses with EADDRINUSE where the port is taken
 */
export function serve(folder, { port = 0, base = '' } = {}) {
  const files = sirv(folder, {
    etag: true,
    setHeaders(response, path) {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
      if (path.endsWith('.js')) response.setHeader('Content-Security-Policy', POLICY_OF_SCRIPTS);
      // Names under immutable/ carry a digest of their content; all others must be asked for again.
      const forever = path.includes('/immutable/');
      response.setHeader('Cache-Control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
    }
  });
  // As hosts of static pages do it: what is not there is answered by a page of the site's own.
  const own = join(folder, '404.html');
  const ofTheSite = existsSync(own) ? readFileSync(own) : null;
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const notFound = () => {
      response.writeHead(404, { ...HEADERS, 'Content-Type': ofTheSite ? 'text/html' : 'text/plain' });
      response.end(ofTheSite ?? 'Not found');
    };
    if (base !== '' && !url.startsWith(`${base}/`)) return notFound();
    request.url = url.slice(base.length);
    files(request, response, notFound);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => {
      const bound = server.address();
      if (bound === null || typeof bound === 'string') return reject(new Error('no port'));
      resolve({ address: `http://localhost:${bound.port}${base}/`, close: () => closeAll(server) });
    });
  });
}

/** @param {import('node:http').Server} server */
function closeAll(server) {
  server.closeAllConnections();
  return new Promise((/** @type {(value: void) => void} */ resolve) => server.close(() => resolve()));
}
