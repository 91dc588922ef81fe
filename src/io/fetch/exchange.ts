/** Sends one request and reads its response; redirects are reported, not followed. */
import type { Agent, Dispatcher } from 'undici';
import type { FetchOutcome, FetchRequest } from '../../app/ports/fetch.ts';
import { assertReadableType, decodeBody } from './content-types.ts';
import { FetchError, redactedUrl } from './fetch-error.ts';
import { readBody, tooLargeError } from './read-body.ts';
import { requestHeaders } from './request-headers.ts';
import {
  contentLengthOf,
  contentTypeOf,
  freshForSeconds,
  header,
  locationOf,
  pickHeaders,
  type RawHeaders,
  retryAfterSeconds,
  validatorsOf,
} from './response-headers.ts';

interface ExchangeContext {
  agent: Agent;
  userAgent: string;
  maxBytes: number;
  /** Milliseconds since the epoch. */
  now: () => number;
}

/** `location` is as the server wrote it, unchecked. */
export type Exchange =
  | Extract<FetchOutcome, { status: 'ok' | 'not-modified' }>
  | { status: 'redirect'; location: string };

/**
 * @throws {FetchError} if the response cannot be used; also throws what undici, zlib or the signal throw
 */
export async function exchange(
  url: URL,
  request: FetchRequest,
  signal: AbortSignal,
  { agent, userAgent, maxBytes, now }: ExchangeContext,
): Promise<Exchange> {
  // 1. Send the request.
  const sentHeaders = requestHeaders(url, request, userAgent);
  const { statusCode, headers, body } = await agent.request({
    origin: url.origin,
    path: url.pathname + url.search,
    method: 'GET',
    headers: sentHeaders,
    signal,
  });

  try {
    // 2. Check the status.
    if (REDIRECT_STATUSES.has(statusCode)) return { status: 'redirect', location: locationOf(headers) };
    const maxAgeSeconds = freshForSeconds(headers, now());
    if (statusCode === 304 && isConditional(sentHeaders)) return { status: 'not-modified', maxAgeSeconds };
    if (!COMPLETE_STATUSES.has(statusCode)) throw statusError(url, statusCode, headers, now());

    // 3. Read the body.
    const { type, charset } = contentTypeOf(headers);
    assertReadableType(type, request.accept);
    if ((contentLengthOf(headers) ?? 0) > maxBytes) throw tooLargeError(maxBytes);
    const bytes = await readBody(body, header(headers, 'content-encoding'), maxBytes);
    return {
      status: 'ok',
      url: url.href,
      fetchedAt: new Date(now()).toISOString(),
      httpStatus: statusCode,
      contentType: type,
      body: decodeBody(bytes, { type, charset }, request.accept),
      validators: validatorsOf(headers, url.href),
      ...(request.captureHeaders && { captureHeaders: pickHeaders(headers, request.captureHeaders) }),
      maxAgeSeconds,
    };
  } finally {
    discard(body);
  }
}

const REDIRECT_STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Other 2xx hold no page: some bot walls send 202, and 206 is a part. */
const COMPLETE_STATUSES: ReadonlySet<number> = new Set([200, 203]);

function isConditional(sentHeaders: Record<string, string>): boolean {
  return 'if-none-match' in sentHeaders || 'if-modified-since' in sentHeaders;
}

/** The first match applies. */
const STATUS_DESCRIPTIONS: readonly { from: number; to: number; describe: (page: string, host: string) => string }[] = [
  { from: 401, to: 401, describe: (page) => `${page} requires a log-in` },
  { from: 403, to: 403, describe: (_, host) => `${host} blocks Clausewatch` },
  { from: 404, to: 404, describe: (page) => `there is no page at ${page}` },
  { from: 410, to: 410, describe: (page) => `the page at ${page} is gone permanently` },
  { from: 429, to: 429, describe: (_, host) => `${host} rate-limits Clausewatch` },
  { from: 451, to: 451, describe: (page) => `${page} is unavailable for legal reasons` },
  { from: 500, to: 599, describe: (_, host) => `${host} has a server error` },
  { from: 0, to: 999, describe: (page) => `${page} did not answer with a page` },
];

function statusError(url: URL, status: number, headers: RawHeaders, nowMs: number): FetchError {
  const match = STATUS_DESCRIPTIONS.find(({ from, to }) => from <= status && status <= to);
  return new FetchError(
    status === 429 ? 'rate-limited' : 'http-status',
    `${match?.describe(redactedUrl(url), url.host)} (HTTP ${status})`,
    {
      httpStatus: status,
      retryAfterSeconds: status === 429 || status === 503 ? retryAfterSeconds(headers, nowMs) : undefined,
    },
  );
}

/** Discards an unread body, and its socket if more is to come. */
function discard(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => {}).destroy();
}
