import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { termsPage } from '../helpers/world.ts';
import { folderOf, tunebox } from '../io/catalog/folders.ts';
import { serve } from '../io/fetch/server.ts';

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
const TRAINING = 'We may use the content that you upload to train our artificial intelligence models.';

test('poll --once ends right after it saw a change, and leaves the second poll to the next call', async (t) => {
  let html = termsPage([]);
  const { host, url } = await serve(t, (request, response) => {
    if (request.url === '/terms') response.setHeader('content-type', 'text/html').end(html);
    else response.writeHead(404).end();
  });
  const folder = await folderOf(t, {
    'platforms/tunebox.json': tunebox({
      homepage: url,
      documents: { 'Terms of Service': { fetch: `${url}/terms`, select: 'main' } },
    }),
  });
  const env = {
    ...process.env,
    CATALOG_DIR: folder,
    STORE_URL: `sqlite:${join(folder, 'store.db')}`,
    FETCH_ALLOW_PRIVATE: host,
    CONFIRM_AFTER: '86400',
  };
  /** The timeout ends a program that waits for the second poll. */
  const pollOnce = async () =>
    (await promisify(execFile)(process.execPath, [CLI, 'poll', '--once'], { env, timeout: 60_000 })).stdout;

  assert.match(await pollOnce(), /^tunebox\/Terms of Service: first/m);
  html = termsPage([TRAINING]);
  assert.match(await pollOnce(), /^tunebox\/Terms of Service: unconfirmed/m);
});
