/** Discord's REST API, version 10: finds the route, checks token and body, and answers, with faults injected in between. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../http/loopback-server.ts';
import type { Fault, Faults } from './faults.ts';
import { ApiError } from './model/api-error.ts';
import { parseMultipart } from './model/uploads.ts';
import type { World } from './model/world.ts';
import type { RateLimits, Verdict } from './rate-limits.ts';
import { commandRoutes } from './routes/commands.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { placeRoutes } from './routes/places.ts';
import { ok, type Reply, type Route } from './routes/route.ts';
import { threadRoutes } from './routes/threads.ts';

/** Discord's limit without boosts. */
const MAX_BODY_BYTES = 10_000_000;

/** The prefix of every path. */
const API = /^\/api\/v10(?=\/)/;

/** Called for every request; `limited`: it was refused by a rate limit. */
export type OnRequest = (seen: { method: string; path: string; limited: boolean }) => void;

interface RestOptions {
  world: World;
  faults: Faults;
  /** No rate limits when absent. */
  limits?: RateLimits;
  onRequest?: OnRequest;
  gatewayUrl(): string;
}

/** Answers requests below `/api/v10`. */
export function createRest({ world, faults, limits, onRequest, gatewayUrl }: RestOptions) {
  const routes = [
    gatewayRoute(gatewayUrl),
    ...placeRoutes,
    ...messageRoutes,
    ...threadRoutes,
    ...commandRoutes,
    ...interactionRoutes,
  ];

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const fault = faults.next(`${request.method} ${url.pathname}`);
    const verdict = limits?.judge(request.method ?? '', url.pathname.replace(API, ''));
    onRequest?.({ method: request.method ?? '', path: url.pathname, limited: isLimited(verdict) });
    for (const [name, value] of rateLimitHeaders(verdict)) response.setHeader(name, value);
    if (verdict?.status === 'banned') return sendFault(response, { bannedSeconds: verdict.retryAfterSeconds });
    if (verdict?.status === 'limited') {
      limits?.countInvalid();
      const { retryAfterSeconds, global } = verdict;
      return sendFault(response, { status: 429, retryAfterSeconds, global });
    }
    const reply = fault?.afterEffect === false ? undefined : await answer(request, url);
    if (reply?.status === 401 || reply?.status === 403) limits?.countInvalid();
    if (fault) sendFault(response, fault.fault);
    else if (reply) sendJson(response, reply.status, reply.body);
  };

  async function answer(request: IncomingMessage, url: URL): Promise<Reply> {
    try {
      const { route, params } = findRoute(routes, request.method, url.pathname);
      if (!route.open) requireToken(request, world);
      return route.handle({ world, params, query: url.searchParams, body: await parseRequestBody(request) });
    } catch (error) {
      if (error instanceof ApiError) return { status: error.status, body: error.body };
      throw error;
    }
  }
}

function gatewayRoute(gatewayUrl: () => string): Route {
  const session_start_limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
  return {
    method: 'GET',
    path: '/gateway/bot',
    handle: () => ok({ url: gatewayUrl(), shards: 1, session_start_limit }),
  };
}

function findRoute(routes: readonly Route[], method: string | undefined, pathname: string) {
  const path = API.test(pathname) ? pathname.replace(API, '') : undefined;
  for (const route of path === undefined ? [] : routes) {
    if (route.method !== method) continue;
    const params = matchPath(route.path, path ?? '');
    if (params) return { route, params };
  }
  throw new ApiError('unknown-route');
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const here = decodePart(given[i] ?? '');
    if (part.startsWith(':') && here) params[part.slice(1)] = here;
    else if (part !== here) return undefined;
  }
  return params;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function requireToken({ headers }: IncomingMessage, { token }: World): void {
  if (token === undefined || headers.authorization !== `Bot ${token}`) throw new ApiError('unauthorised');
}

async function parseRequestBody(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(request, MAX_BODY_BYTES);
  if (bytes === undefined) throw new ApiError('too-large');
  if (bytes.length === 0) return undefined;
  const contentType = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data\b/.test(contentType)) return parseMultipart(bytes, contentType);
  if (!/^application\/json\b/.test(contentType)) {
    throw new ApiError('invalid-body', {
      _errors: [
        {
          code: 'CONTENT_TYPE_INVALID',
          message: "Expected \"Content-Type\" header to be one of {'application/json', 'multipart/form-data'}.",
        },
      ],
    });
  }
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ApiError('not-json');
  }
}

const isLimited = (verdict: Verdict | undefined): boolean => verdict !== undefined && verdict.status !== 'passes';
const rateLimitHeaders = (verdict: Verdict | undefined): [string, string][] =>
  verdict && 'headers' in verdict ? Object.entries(verdict.headers) : [];

function sendFault(response: ServerResponse, fault: Fault): void {
  if (fault === 'cut') {
    response.socket?.destroy();
    return;
  }
  if ('bannedSeconds' in fault) {
    response.writeHead(429, { 'content-type': 'text/plain', 'retry-after': String(Math.ceil(fault.bannedSeconds)) });
    response.end('error code: 1015');
    return;
  }
  const { status, code = 0, retryAfterSeconds, global = false, shared = false } = fault;
  if (retryAfterSeconds === undefined) {
    sendJson(response, status, { message: fault.message ?? `${status}: injected fault`, code });
    return;
  }
  response.setHeader('retry-after', retryAfterSeconds);
  response.setHeader('x-ratelimit-scope', global ? 'global' : shared ? 'shared' : 'user');
  if (global) response.setHeader('x-ratelimit-global', 'true');
  const message = 'You are being rate limited.';
  sendJson(response, status, { message, retry_after: retryAfterSeconds, global });
}
