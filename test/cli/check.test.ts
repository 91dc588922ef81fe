import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folderOf, tunebox } from '../io/catalog/folders.ts';
import { serve } from '../io/fetch/server.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

function check(args: string[], env: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, LOG_LEVEL: 'silent', ...env } };
    execFile(process.execPath, [CLI, 'check', ...args], options, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

const sorted = (text: string) => text.trimEnd().split('\n').sort();

describe('clausewatch check', () => {
  it('counts the entries, and reports every fault with its file and path', async (t) => {
    const good = await folderOf(t, { 'platforms/tunebox.json': tunebox() });
    assert.deepEqual(await check([good]), {
      code: 0,
      out: '1 platform, 1 document, 0 feeds, 0 legal events: no faults\n',
      err: '',
    });
    const oneFault = await folderOf(t, { 'platforms/tunebox.json': tunebox({ kind: 'shop' }) });
    assert.match(
      (await check([oneFault])).err,
      /^clausewatch: the catalog has 1 fault: \S+tunebox\.json kind: must be .*\n$/,
    );
    const twoFaults = await folderOf(t, {
      'platforms/tunebox.json': tunebox({ kind: 'shop', homepage: 'tunebox.example' }),
    });
    const { code, err } = await check([twoFaults]);
    assert.equal(code, 1);
    assert.match(
      err,
      /the catalog has 2 faults:\n {2}\S+tunebox\.json kind: must be one of .*\n {2}\S+ homepage: must be/,
    );
  });
});

describe('bad input', () => {
  it('is reported in one line', async () => {
    assert.equal((await check(['--loud'])).err, "clausewatch: Unknown option '--loud'; see --help\n");
    assert.match(
      (await check([], { WEB_PORT: 'x' })).err,
      /^clausewatch: the environment has 1 fault: WEB_PORT must be .*\n$/,
    );
  });
});

describe('clausewatch check --live', () => {
  /** Two names of one machine count as two hosts, so that no request waits for another. */
  const serveSources = async (t: TestContext, { feed = true } = {}) => {
    const { host } = await serve(t, (request, response) => {
      if (request.url === '/terms')
        response.setHeader('content-type', 'text/html').end(
          `<main><h1>Terms</h1><p>These are the terms of our service, which you accept when you open an account.</p>
           <p>We do not train artificial intelligence on the music that you upload.</p></main>`,
        );
      else if (request.url === '/feed' && feed)
        response.setHeader('content-type', 'application/rss+xml').end(
          `<rss version="2.0"><channel><title>News</title><item><title>New</title><link>https://tunebox.example/a</link>
           <pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate></item></channel></rss>`,
        );
      else response.writeHead(404).end();
    });
    const [port] = host.split(':').slice(1);
    const catalog = await folderOf(t, {
      'platforms/tunebox.json': tunebox({
        documents: { 'Terms of Service': { fetch: `http://${host}/terms`, select: 'main' } },
      }),
      'platforms/wavebarn.json': tunebox({
        id: 'wavebarn',
        name: 'Wavebarn',
        documents: {},
        feeds: [{ url: `http://localhost:${port}/feed`, title: 'Wavebarn News' }],
      }),
    });
    return { port, env: { CATALOG_DIR: catalog, FETCH_ALLOW_PRIVATE: `${host},localhost:${port}` } };
  };

  it('fetches every document and feed and prints what was read', async (t) => {
    const { port, env } = await serveSources(t);
    const { code, out, err } = await check(['--live'], env);
    assert.deepEqual([code, err], [0, '']);
    assert.deepEqual(sorted(out), [
      '1 document, 1 feed: all were read',
      `http://localhost:${port}/feed: ok, 1 item, newest from 2026-03-03`,
      'tunebox/Terms of Service: ok, 159 characters, 2 clauses, on AI: training',
    ]);
  });

  it('fails if a source fails, and says which and why', async (t) => {
    const { port, env } = await serveSources(t, { feed: false });
    const { code, out, err } = await check(['--live', '--json'], env);
    assert.deepEqual([code, err], [1, 'clausewatch: 1 of 2 sources failed\n']);
    const lines = sorted(out).map((line) => JSON.parse(line));
    const failed = lines.find(({ status }) => status === 'failed');
    assert.deepEqual([failed.source, failed.code], [`http://localhost:${port}/feed`, 'http-status']);
    assert.match(failed.problem, /HTTP 404/);
    assert.deepEqual(lines.find(({ status }) => status === 'ok')?.topics, ['training']);
  });

  it('tries a single platform by any of its names, and suggests names for an unknown one', async (t) => {
    const { env } = await serveSources(t, { feed: false });
    const { code, out } = await check(['--live', 'tune box'], env);
    assert.deepEqual([code, sorted(out).length], [0, 2]);
    assert.match((await check(['--live', 'tunebx'], env)).err, /no platform "tunebx"; it has tunebox/);
  });
});
