import { createServer } from 'node:http';
import { expect, test } from './fixtures.ts';
import { downloadResult, goToImport, importAll, upload } from './kit/import-page.ts';
import { createGroup, setUp, signOut } from './kit/organization.ts';
import { goodAgents, styledWorkbook } from './kit/workbooks.ts';

test('a whole session asks no other host for anything', async ({ browser, appURL }) => {
  const asked: string[] = [];
  // Whatever is not this app goes to this proxy, from pages, workers and the browser itself alike: it answers nothing.
  const proxy = createServer((request, response) => {
    asked.push(request.url ?? '?');
    response.writeHead(403).end();
  });
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '?');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, 'localhost', () => resolve()));
  const bound = proxy.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;

  const context = await browser.newContext({
    baseURL: appURL,
    proxy: { server: `http://localhost:${port}`, bypass: new URL(appURL).host }
  });
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  await setUp(page);
  await createGroup(page, 'Spring');
  await goToImport(page, 'Spring');
  await upload(page, await styledWorkbook(goodAgents(10)));
  await importAll(page);
  await downloadResult(page);
  await page.getByRole('link', { name: 'Organization', exact: true }).first().click();
  await signOut(page);
  await context.close();
  proxy.close();

  expect(asked).toEqual([]);
  const elsewhere = requests.filter((url) => !url.startsWith(appURL) && !/^(blob|data):/.test(url));
  expect(requests.length).toBeGreaterThan(5);
  expect(elsewhere).toEqual([]);
});

test('every page forbids foreign scripts, eval and connections', async ({ page }) => {
  for (const path of ['', 'sign-in/', 'organization/', 'import/', 'account/']) {
    const html = await (await page.request.get(path)).text();
    const policy = /http-equiv="content-security-policy" content="([^"]+)"/i.exec(html)?.[1] ?? '';
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("connect-src 'self'");
    expect(policy, path).toMatch(/script-src 'self' 'sha256-[^']+';/);
    expect(policy, path).toContain("require-trusted-types-for 'script'");
    expect(policy, path).not.toContain('unsafe-eval');
    expect(policy, path).not.toMatch(/(script|style)-src [^;]*unsafe-inline/);
  }
});

test('a script that got into the page cannot reach out, evaluate text or load a script', async ({
  browser,
  appURL
}) => {
  // A page of its own: each refusal is an error in its console, which is what is wanted here.
  const page = await browser.newPage();
  await page.goto(appURL);
  const attempts = await page.evaluate(async () => {
    const fails = async (attempt: () => unknown) => {
      try {
        await attempt();
        return false;
      } catch {
        return true;
      }
    };
    return {
      fetch: await fails(() => fetch('https://example.org/')),
      html: await fails(() => (document.createElement('div').innerHTML = '<b>x</b>')),
      script: await fails(() => (document.createElement('script').src = 'https://example.org/x.js')),
      worker: await fails(() => new Worker('https://example.org/x.js'))
    };
  });
  await page.close();
  expect(attempts).toEqual({ fetch: true, html: true, script: true, worker: true });
});
