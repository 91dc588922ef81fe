import assert from 'node:assert/strict';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import type { FetchOutcome, FetchRequest } from '../../../src/app/ports/fetch.ts';
import { createFetcher, type FetcherOptions } from '../../../src/io/fetch/fetcher.ts';
import { serve } from './server.ts';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const PAGE = '<html><body><h1>Terms</h1></body></html>';

/** Fetches `/terms` from a server with this listener. */
async function fetchFrom(
  t: TestContext,
  listener: RequestListener,
  { request, options, path = '/terms' }: Partial<FetchSetup> = {},
): Promise<FetchOutcome> {
  const { url, host } = await serve(t, listener);
  return fetcherFor(t, { allowPrivateHosts: [host], ...options }).fetch(url + path, { accept: 'page', ...request });
}

interface FetchSetup {
  request: Partial<FetchRequest>;
  options: Partial<FetcherOptions>;
  path: string;
}

function fetcherFor(t: TestContext, options: Partial<FetcherOptions> = {}) {
  const fetcher = createFetcher({
    userAgent: 'Clausewatch/test (+https://clausewatch.example)',
    spacingMs: 0,
    deadlineMs: 5_000,
    now: () => NOON,
    ...options,
  });
  t.after(() => fetcher.close());
  return fetcher;
}

function html(response: ServerResponse, body: string | Buffer = PAGE, headers: Record<string, string> = {}) {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
}

function redirect(response: ServerResponse, location: string) {
  response.writeHead(302, { location }).end();
}

function bodyOf(outcome: FetchOutcome): string {
  assert.equal(outcome.status, 'ok', JSON.stringify(outcome));
  return outcome.status === 'ok' ? outcome.body.toString() : '';
}

test('a page comes with its URL, time, type, validators and max age', async (t) => {
  const outcome = await fetchFrom(t, (_, response) =>
    html(response, PAGE, {
      etag: '"v1"',
      'last-modified': 'Sun, 01 Mar 2026 10:00:00 GMT',
      'cache-control': 'max-age=600',
    }),
  );

  assert.equal(outcome.status, 'ok');
  if (outcome.status !== 'ok') return;
  const { url, ...rest } = outcome;
  assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/terms$/);
  assert.deepEqual(rest, {
    status: 'ok',
    fetchedAt: '2026-03-01T12:00:00.000Z',
    httpStatus: 200,
    contentType: 'text/html',
    body: PAGE,
    validators: { etag: '"v1"', lastModified: 'Sun, 01 Mar 2026 10:00:00 GMT', url },
    maxAgeSeconds: 600,
  });
});

test('the request names user agent, accepted types and language', async (t) => {
  let seen: IncomingMessage['headers'] = {};
  await fetchFrom(
    t,
    ({ headers }, response) => {
      seen = headers;
      html(response);
    },
    { request: { language: 'de' } },
  );

  assert.equal(seen['user-agent'], 'Clausewatch/test (+https://clausewatch.example)');
  assert.match(seen.accept ?? '', /^text\/html/);
  assert.equal(seen['accept-language'], 'de, en;q=0.5');
  assert.equal(seen['accept-encoding'], 'gzip, br');
  assert.equal(seen['cache-control'], undefined);
});

test('conditional requests', async (t) => {
  const received: IncomingMessage['headers'][] = [];
  const { url, host } = await serve(t, ({ headers }, response) => {
    received.push(headers);
    if (headers['if-none-match'] === '"v1"') response.writeHead(304, { 'cache-control': 'max-age=60' }).end();
    else html(response, PAGE, { etag: '"v1"' });
  });
  const fetcher = fetcherFor(t, { allowPrivateHosts: [host] });
  const page = `${url}/terms`;
  const validators = { etag: '"v1"', lastModified: 'Sun, 01 Mar 2026 10:00:00 GMT' };

  await t.test('an unchanged page is not sent again', async () => {
    const outcome = await fetcher.fetch(page, { accept: 'page', validators });
    assert.deepEqual(outcome, { status: 'not-modified', maxAgeSeconds: 60 });
    assert.equal(received.at(-1)?.['if-modified-since'], validators.lastModified);
  });

  await t.test('a request that bypasses caches sends no validators', async () => {
    const outcome = await fetcher.fetch(page, { accept: 'page', validators, bypassCache: true });
    assert.equal(outcome.status, 'ok');
    assert.equal(received.at(-1)?.['if-none-match'], undefined);
    assert.equal(received.at(-1)?.['cache-control'], 'no-cache');
  });

  await t.test('validators are sent only to the URL that they came from', async () => {
    const elsewhere = await fetcher.fetch(page, { accept: 'page', validators: { ...validators, url: `${url}/old` } });
    assert.equal(elsewhere.status, 'ok');
    const there = await fetcher.fetch(page, { accept: 'page', validators: { ...validators, url: page } });
    assert.equal(there.status, 'not-modified');
  });
});

test('304 in response to an unconditional request is a failure', async (t) => {
  const outcome = await fetchFrom(t, (_, response) => response.writeHead(304).end());
  assert.equal(outcome.status === 'failed' && outcome.code, 'http-status');
});

test('a redirect is followed, and the final URL is returned', async (t) => {
  const outcome = await fetchFrom(t, ({ url }, response) => {
    if (url === '/terms') redirect(response, '/legal/terms?v=2#top');
    else html(response);
  });
  assert.match(outcome.status === 'ok' ? outcome.url : '', /\/legal\/terms\?v=2$/);
});

test('five redirects are followed, a sixth is not', async (t) => {
  const { url, host } = await serve(t, (request, response) => {
    const left = Number(request.url?.slice(1));
    if (left > 0) redirect(response, `/${left - 1}`);
    else html(response);
  });
  const fetcher = fetcherFor(t, { allowPrivateHosts: [host] });
  assert.equal((await fetcher.fetch(`${url}/5`, { accept: 'page' })).status, 'ok');
  const tooMany = await fetcher.fetch(`${url}/6`, { accept: 'page' });
  assert.equal(tooMany.status === 'failed' && tooMany.code, 'too-many-redirects');
});

// ---- failures: what the server does, and what /status shows --------------------

const FAILURES: {
  when: string;
  listener: RequestListener;
  code: string;
  detail: RegExp;
  setup?: Partial<FetchSetup>;
}[] = [
  {
    when: 'the page does not exist',
    listener: (_, response) => response.writeHead(404).end('no'),
    code: 'http-status',
    detail: /^there is no page at http:\/\/127\.0\.0\.1:\d+\/terms \(HTTP 404\)$/,
    setup: { path: '/terms?token=secret' },
  },
  {
    when: 'the site blocks bots',
    listener: (_, response) => response.writeHead(403).end('no'),
    code: 'http-status',
    detail: /blocks Clausewatch \(HTTP 403\)$/,
  },
  {
    when: 'a bot wall sends "accepted" instead of a page',
    listener: (_, response) => response.writeHead(202, { 'content-type': 'text/html' }).end('<script></script>'),
    code: 'http-status',
    detail: /did not answer with a page \(HTTP 202\)$/,
  },
  {
    when: 'the site has an error',
    listener: (_, response) => response.writeHead(500).end('no'),
    code: 'http-status',
    detail: /has a server error \(HTTP 500\)$/,
  },
  {
    when: 'a feed is a PDF',
    listener: (_, response) => html(response, '%PDF', { 'content-type': 'application/pdf' }),
    setup: { request: { accept: 'feed' } },
    code: 'unsupported-type',
    detail: /^the response is a PDF, which cannot be read as a feed$/,
  },
  {
    when: 'a page is a generic binary and no PDF',
    listener: (_, response) => html(response, 'PK', { 'content-type': 'application/octet-stream' }),
    code: 'unsupported-type',
    detail: /of type "application\/octet-stream"/,
  },
  {
    when: 'a page is a picture',
    listener: (_, response) => html(response, 'x', { 'content-type': 'image/png' }),
    code: 'unsupported-type',
    detail: /of type "image\/png"/,
  },
  {
    when: 'the content encoding is unknown',
    listener: (_, response) => html(response, 'x', { 'content-encoding': 'lzma' }),
    code: 'unsupported-type',
    detail: /unsupported content encoding/,
  },
  {
    when: 'the compression is broken',
    listener: (_, response) => html(response, 'this is no gzip', { 'content-encoding': 'gzip' }),
    code: 'connection',
    detail: /cannot be decompressed/,
  },
  {
    when: 'the compressed page is truncated',
    listener: (_, response) => html(response, gzipSync(PAGE).subarray(0, -9), { 'content-encoding': 'gzip' }),
    code: 'connection',
    detail: /cannot be decompressed/,
  },
  {
    when: 'the announced size is too large',
    listener: (_, response) => html(response, 'x'.repeat(5_001)),
    code: 'too-large',
    detail: /larger than the limit of 5000 bytes/,
    setup: { options: { maxBytes: 5_000 } },
  },
  {
    when: 'the page grows too large while streaming',
    listener: (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('x'.repeat(4_000));
      response.end('x'.repeat(4_000));
    },
    code: 'too-large',
    detail: /larger than/,
    setup: { options: { maxBytes: 5_000 } },
  },
  ...Object.entries({ gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync }).map(([name, pack]) => ({
    when: `a ${name} bomb decompresses beyond the limit`,
    listener: ((_, response) =>
      html(response, pack(Buffer.alloc(2_000_000)), { 'content-encoding': name })) satisfies RequestListener,
    code: 'too-large',
    detail: /larger than/,
    setup: { options: { maxBytes: 100_000 } },
  })),
  {
    when: 'a bomb is compressed twice',
    listener: (_, response) =>
      html(response, gzipSync(gzipSync(Buffer.alloc(20_000_000))), { 'content-encoding': 'gzip, gzip' }),
    code: 'too-large',
    detail: /larger than/,
    setup: { options: { maxBytes: 100_000 } },
  },
  {
    when: 'the server never responds',
    listener: () => {},
    code: 'timeout',
    detail: /took too long/,
    setup: { options: { deadlineMs: 40 } },
  },
  {
    when: 'the page never ends',
    listener: (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('<html>');
    },
    code: 'timeout',
    detail: /took too long/,
    setup: { options: { deadlineMs: 40 } },
  },
  {
    when: 'the page trickles',
    listener: (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      const timer = setInterval(() => response.write('x'), 5);
      response.on('close', () => clearInterval(timer));
    },
    code: 'timeout',
    detail: /took too long/,
    setup: { options: { deadlineMs: 60 } },
  },
  {
    when: 'each redirect takes its time',
    listener: ({ url }, response) => {
      setTimeout(() => redirect(response, `${url}1`), 40);
    },
    code: 'timeout',
    detail: /took too long to respond \(redirected from/,
    setup: { options: { deadlineMs: 100, now: Date.now } },
  },
  {
    when: 'the server hangs up',
    listener: ({ socket }) => socket.destroy(),
    code: 'connection',
    detail: /closed the connection before the response was complete/,
  },
  {
    when: 'the server hangs up in the middle of the page',
    listener: ({ socket }, response) => {
      response.writeHead(200, { 'content-type': 'text/html', 'content-length': '100' });
      response.write('<html>', () => socket.destroy());
    },
    code: 'connection',
    detail: /closed the connection before the response was complete/,
  },
  {
    when: 'the response is not HTTP',
    listener: ({ socket }) => socket.end('hello\r\n\r\n'),
    code: 'connection',
    detail: /not valid HTTP/,
  },
  {
    when: 'redirects go round in a circle',
    listener: (_, response) => redirect(response, '/terms'),
    code: 'too-many-redirects',
    detail: /more than 5 redirects/,
  },
  {
    when: 'a redirect leads nowhere',
    listener: (_, response) => response.writeHead(302).end(),
    code: 'redirect-refused',
    detail: /it leads nowhere/,
  },
  {
    when: 'a redirect leads to a file',
    listener: (_, response) => redirect(response, 'file:///etc/passwd'),
    code: 'redirect-refused',
    detail: /only http and https are fetched, not "file:"/,
  },
  {
    when: 'a redirect carries a password',
    listener: (_, response) => redirect(response, 'https://someone:secret@example.com/'),
    code: 'redirect-refused',
    detail: /user name or password/,
  },
  ...['http://10.0.0.1/', 'http://[::1]:8080/', 'http://169.254.169.254/latest/meta-data', 'http://2130706433/'].map(
    (target) => ({
      when: `a redirect leads to ${target}`,
      listener: ((_, response) => redirect(response, target)) satisfies RequestListener,
      code: 'private-address',
      detail: /is in a private network, which is not fetched \(redirected from http:/,
    }),
  ),
];

for (const { when, listener, code, detail, setup } of FAILURES) {
  test(`when ${when}: ${code}`, async (t) => {
    const outcome = await fetchFrom(t, listener, setup);
    assert.equal(outcome.status, 'failed', JSON.stringify(outcome));
    if (outcome.status !== 'failed') return;
    assert.equal(outcome.code, code, outcome.detail);
    assert.match(outcome.detail, detail);
    assert.doesNotMatch(outcome.detail, /secret|\n/);
  });
}

const RETRIES: { retryAfter: string; status: number; code: string; expected: number | undefined }[] = [
  { retryAfter: '120', status: 429, code: 'rate-limited', expected: 120 },
  { retryAfter: 'Sun, 01 Mar 2026 12:01:30 GMT', status: 429, code: 'rate-limited', expected: 90 },
  { retryAfter: 'soon', status: 429, code: 'rate-limited', expected: undefined },
  { retryAfter: '30', status: 503, code: 'http-status', expected: 30 },
  { retryAfter: '30', status: 500, code: 'http-status', expected: undefined },
];
for (const { retryAfter, status, code, expected } of RETRIES) {
  test(`HTTP ${status} with "Retry-After: ${retryAfter}" means a pause of ${expected} seconds`, async (t) => {
    const outcome = await fetchFrom(t, (_, response) =>
      response.writeHead(status, { 'retry-after': retryAfter }).end(),
    );
    assert.equal(outcome.status, 'failed');
    if (outcome.status !== 'failed') return;
    assert.deepEqual([outcome.code, outcome.retryAfterSeconds], [code, expected]);
  });
}

// ---- addresses ---------------------------------------------------------------------------------------

const REFUSED_ADDRESSES: { address: string; code: string }[] = [
  { address: 'not an address', code: 'bad-url' },
  { address: '', code: 'bad-url' },
  { address: '/terms', code: 'bad-url' },
  { address: 'file:///etc/passwd', code: 'bad-url' },
  { address: 'https://someone:secret@example.com/', code: 'bad-url' },
  { address: 'http://127.0.0.1:1/', code: 'private-address' },
  { address: 'http://0.0.0.0/', code: 'private-address' },
  { address: 'http://0x7f.1/', code: 'private-address' },
  { address: 'http://[::ffff:10.0.0.1]/', code: 'private-address' },
  { address: 'https://[fd00::1]/', code: 'private-address' },
];
for (const { address, code } of REFUSED_ADDRESSES) {
  test(`the address "${address}" is refused: ${code}`, async (t) => {
    const outcome = await fetcherFor(t).fetch(address, { accept: 'page' });
    assert.equal(outcome.status, 'failed');
    if (outcome.status !== 'failed') return;
    assert.equal(outcome.code, code);
    assert.doesNotMatch(outcome.detail, /secret/);
  });
}

test('a name that resolves to a private address is refused', async (t) => {
  const fetcher = fetcherFor(t, { lookup: async () => [{ address: '192.168.1.7', family: 4 }] });
  const outcome = await fetcher.fetch('http://terms.example/', { accept: 'page' });
  assert.equal(outcome.status === 'failed' && outcome.code, 'private-address');
});

test('a redirect to a name that resolves to a private address is refused', async (t) => {
  const lookup = async () => [{ address: '10.0.0.1', family: 4 }];
  const outcome = await fetchFrom(t, (_, response) => redirect(response, 'http://terms.example/'), {
    options: { lookup },
  });
  assert.equal(outcome.status === 'failed' && outcome.code, 'private-address');
});

test('a name is resolved once per connection, so the checked address is the one connected to', async (t) => {
  const { host } = await serve(t, (_, response) => html(response));
  const url = `http://sandbox.test:${host.split(':')[1]}/`;
  let lookups = 0;
  const lookup = async () => {
    lookups += 1;
    return [{ address: '127.0.0.1', family: 4 }];
  };
  const fetcher = fetcherFor(t, { lookup, allowPrivateHosts: ['sandbox.test'] });
  assert.equal((await fetcher.fetch(url, { accept: 'page' })).status, 'ok');
  assert.equal(lookups, 1);
});

test('an allowed private host is fetched', async (t) => {
  const { host } = await serve(t, (_, response) => html(response));
  const port = host.split(':')[1];
  const lookup = async () => [{ address: '127.0.0.1', family: 4 }];
  for (const allowed of ['sandbox.test', `sandbox.test:${port}`, 'SANDBOX.test']) {
    const fetcher = fetcherFor(t, { lookup, allowPrivateHosts: [allowed] });
    assert.equal((await fetcher.fetch(`http://sandbox.test:${port}/`, { accept: 'page' })).status, 'ok', allowed);
  }
  const fetcher = fetcherFor(t, { lookup, allowPrivateHosts: ['sandbox.test:1', 'other.test'] });
  const outcome = await fetcher.fetch(`http://sandbox.test:${port}/`, { accept: 'page' });
  assert.equal(outcome.status === 'failed' && outcome.code, 'private-address');
});

test('an unknown host name is unresolved', async (t) => {
  const lookup = async () => {
    throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
  };
  const outcome = await fetcherFor(t, { lookup }).fetch('https://no-such.example/', { accept: 'page' });
  assert.deepEqual(outcome, {
    status: 'failed',
    code: 'unresolved-host',
    detail: 'the host name no-such.example could not be resolved',
    retryAfterSeconds: undefined,
  });
});

test('a closed port is a failed connection', async (t) => {
  const fetcher = fetcherFor(t, { allowPrivateHosts: ['127.0.0.1'] });
  const outcome = await fetcher.fetch('http://127.0.0.1:1/', { accept: 'page' });
  assert.equal(outcome.status === 'failed' && outcome.detail, '127.0.0.1:1 refused the connection');
});

// ---- text --------------------------------------------------------------------------------------------

const ENCODINGS = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync };
for (const [name, pack] of Object.entries(ENCODINGS)) {
  test(`a page compressed with ${name} is decompressed`, async (t) => {
    const outcome = await fetchFrom(t, (_, response) => html(response, pack(PAGE), { 'content-encoding': name }));
    assert.equal(bodyOf(outcome), PAGE);
  });
}

test('a page is decoded by the charset of its header', async (t) => {
  const outcome = await fetchFrom(t, (_, response) =>
    html(response, Buffer.from('caf\u00e9', 'latin1'), { 'content-type': 'text/html; charset="ISO-8859-1"' }),
  );
  assert.equal(bodyOf(outcome), 'café');
});

test('a page is decoded by the charset of its meta tag', async (t) => {
  const page = '<meta charset="windows-1252"><p>caf\u00e9';
  const outcome = await fetchFrom(t, (_, response) =>
    html(response, Buffer.from(page, 'latin1'), { 'content-type': 'text/html' }),
  );
  assert.equal(bodyOf(outcome), page);
});

test('a feed may have any XML, JSON or text type', async (t) => {
  const types = ['application/rss+xml', 'application/xml', 'text/xml', 'application/feed+json', 'text/html'];
  for (const type of types) {
    const outcome = await fetchFrom(t, (_, response) => html(response, '<rss/>', { 'content-type': type }), {
      request: { accept: 'feed' },
    });
    assert.equal(outcome.status, 'ok', type);
  }
  const asPage = await fetchFrom(t, (_, response) => html(response, '<rss/>', { 'content-type': 'application/xml' }));
  assert.equal(asPage.status === 'failed' && asPage.code, 'unsupported-type');
});

const PDF = Buffer.from('%PDF-1.7\n\xe2\xe3\xcf\xd3\n%%EOF', 'latin1');
for (const type of ['application/pdf', 'application/octet-stream', 'binary/octet-stream', 'text/html']) {
  test(`a PDF file sent as ${type} is returned as bytes`, async (t) => {
    const outcome = await fetchFrom(t, (_, response) => html(response, PDF, { 'content-type': type }));
    assert.deepEqual(outcome.status === 'ok' && outcome.body, PDF);
  });
}

test('a PDF file above the limit is too large', async (t) => {
  const large = Buffer.concat([PDF, Buffer.alloc(2_000)]);
  const options = { maxBytes: 1_000 };
  const listener: RequestListener = (_, response) => html(response, large, { 'content-type': 'application/pdf' });
  const outcome = await fetchFrom(t, listener, { options });
  assert.equal(outcome.status === 'failed' && outcome.code, 'too-large');
});

// ---- manners -----------------------------------------------------------------------------------------

test('a host gets one request at a time', async (t) => {
  let open = 0;
  let maxOpen = 0;
  const { url, host } = await serve(t, (_, response) => {
    open += 1;
    maxOpen = Math.max(maxOpen, open);
    setTimeout(() => {
      open -= 1;
      html(response);
    }, 5);
  });
  const fetcher = fetcherFor(t, { allowPrivateHosts: [host] });
  const outcomes = await Promise.all([1, 2, 3].map((n) => fetcher.fetch(`${url}/${n}`, { accept: 'page' })));
  assert.deepEqual(
    outcomes.map(({ status }) => status),
    ['ok', 'ok', 'ok'],
  );
  assert.equal(maxOpen, 1);
});

test('closing ends running and queued fetches', async (t) => {
  let arrived = () => {};
  const arrival = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const { url, host } = await serve(t, () => arrived());
  const fetcher = fetcherFor(t, { allowPrivateHosts: [host], spacingMs: 60_000 });
  const fetches = [1, 2].map((n) => fetcher.fetch(`${url}/${n}`, { accept: 'page' }));
  await arrival;
  await fetcher.close();
  for (const outcome of await Promise.all(fetches)) {
    assert.equal(outcome.status === 'failed' && outcome.code, 'connection');
    assert.match(outcome.status === 'failed' ? outcome.detail : '', /shutting down/);
  }
});
