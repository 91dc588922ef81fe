/** Tests fetching signal files and headers. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { it } from 'node:test';
import { createFetcher } from '../../../src/io/fetch/fetcher.ts';
import { serve } from './server.ts';

function fetcherFor(t: TestContext, host: string) {
  const fetcher = createFetcher({ userAgent: 'Clausewatch/0 (test)', allowPrivateHosts: [host], spacingMs: 0 });
  t.after(() => fetcher.close());
  return fetcher;
}

it('accepts text and JSON files, and a web page in their place', async (t) => {
  for (const type of ['text/plain', 'application/json', 'text/html', 'binary/octet-stream', '']) {
    const { url, host } = await serve(t, (_request, response) => {
      response.writeHead(200, type ? { 'content-type': type } : {}).end('{}');
    });
    const outcome = await fetcherFor(t, host).fetch(url, { accept: 'signal' });
    assert.equal(outcome.status === 'ok' && outcome.body, '{}', type);
  }
});

it('does not accept a picture', async (t) => {
  const { url, host } = await serve(t, (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' }).end('png');
  });
  const outcome = await fetcherFor(t, host).fetch(url, { accept: 'signal' });
  assert.equal(outcome.status === 'failed' && outcome.code, 'unsupported-type');
});

it('captures the requested headers with all their values, and no others', async (t) => {
  const { url, host } = await serve(t, (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html', 'X-Robots-Tag': ['noindex', 'noai'], 'X-Other': 'x' })
      .end('<p>');
  });
  const fetcher = fetcherFor(t, host);
  const captured = await fetcher.fetch(url, { accept: 'page', captureHeaders: ['x-robots-tag', 'tdm-reservation'] });
  assert.deepEqual(captured.status === 'ok' && captured.captureHeaders, { 'x-robots-tag': ['noindex', 'noai'] });
  const plain = await fetcher.fetch(url, { accept: 'page' });
  assert.equal(plain.status === 'ok' && plain.captureHeaders, undefined);
});

it('returns the status of a refusal', async (t) => {
  for (const status of [404, 403, 429, 503]) {
    const { url, host } = await serve(t, (_request, response) => void response.writeHead(status).end());
    const outcome = await fetcherFor(t, host).fetch(url, { accept: 'signal' });
    assert.equal(outcome.status === 'failed' && outcome.httpStatus, status);
  }
});
