/** Discord's REST API, version 10: finds the route, checks token and body, answers; troubles on order come in between. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../loopback-server.ts';
import { ApiError } from './api-error.ts';
import type { Faults, Trouble } from './faults.ts';
import type { RateLimits, Verdict } from './rate-limits.ts';
import { commandRoutes } from './routes/commands.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { placeRoutes } from './routes/places.ts';
import { ok, type Reply, type Route } from './routes/route.ts';
import { threadRoutes } from './routes/threads.ts';
import { multipartBody } from './uploads.ts';
import type { World } from './world.ts';

/** Discord lets at most so much through; larger uploads need a boost. */
const LARGEST_BODY_BYTES = 10_000_000;

/** What stands before every path. */
const API = /^\/api\/v10(?=\/)/;

/** Sees every request; `limited`: it was turned away for asking too often. */
export type OnRequest = (seen: { method: string; path: string; limited: boolean }) => void;

interface RestContext {
  world: World;
  faults: Faults;
  /** Absent: as many requests as anybody likes. */
  limits?: RateLimits;
  onRequest?: OnRequest;
  gatewayUrl(): string;
}

/** Answers requests below `/api/v10`. */
export function createRest({ world, faults, limits, onRequest, gatewayUrl }: RestContext) {
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
    for (const [name, value] of headersOf(verdict)) response.setHeader(name, value);
    if (verdict?.status === 'banned') return inTrouble(response, { bannedSeconds: verdict.retryAfterSeconds });
    if (verdict?.status === 'limited') {
      limits?.invalid();
      const { retryAfterSeconds, global } = verdict;
      return inTrouble(response, { status: 429, retryAfterSeconds, global });
    }
    const reply = fault?.afterEffect === false ? undefined : await answer(request, url);
    if (reply?.status === 401 || reply?.status === 403) limits?.invalid();
    if (fault) inTrouble(response, fault.trouble);
    else if (reply) sendJson(response, reply.status, reply.body);
  };

  async function answer(request: IncomingMessage, url: URL): Promise<Reply> {
    try {
      const { route, params } = routeFor(routes, request.method, url.pathname);
      if (!route.open) demandToken(request, world);
      return route.handle({ world, params, query: url.searchParams, body: await jsonBody(request) });
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

function routeFor(routes: readonly Route[], method: string | undefined, pathname: string) {
  const path = API.test(pathname) ? pathname.replace(API, '') : undefined;
  for (const route of path === undefined ? [] : routes) {
    if (route.method !== method) continue;
    const params = paramsOf(route.path, path ?? '');
    if (params) return { route, params };
  }
  throw new ApiError('unknown-route');
}

function paramsOf(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const here = decoded(given[i] ?? '');
    if (part.startsWith(':') && here) params[part.slice(1)] = here;
    else if (part !== here) return undefined;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function demandToken({ headers }: IncomingMessage, { token }: World): void {
  if (token === undefined || headers.authorization !== `Bot ${token}`) throw new ApiError('unauthorised');
}

async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const bytes = await readBody(request, LARGEST_BODY_BYTES);
  if (bytes === undefined) throw new ApiError('too-large');
  if (bytes.length === 0) return undefined;
  const contentType = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data\b/.test(contentType)) return multipartBody(bytes, contentType);
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
const headersOf = (verdict: Verdict | undefined): [string, string][] =>
  verdict && 'headers' in verdict ? Object.entries(verdict.headers) : [];

function inTrouble(response: ServerResponse, trouble: Trouble): void {
  if (trouble === 'cut') {
    response.socket?.destroy();
    return;
  }
  if ('bannedSeconds' in trouble) {
    response.writeHead(429, { 'content-type': 'text/plain', 'retry-after': String(Math.ceil(trouble.bannedSeconds)) });
    response.end('error code: 1015');
    return;
  }
  const { status, code = 0, retryAfterSeconds, global = false, shared = false } = trouble;
  if (retryAfterSeconds === undefined) {
    sendJson(response, status, { message: trouble.message ?? `${status}: on order`, code });
    return;
  }
  response.setHeader('retry-after', retryAfterSeconds);
  response.setHeader('x-ratelimit-scope', global ? 'global' : shared ? 'shared' : 'user');
  if (global) response.setHeader('x-ratelimit-global', 'true');
  const message = 'You are being rate limited.';
  sendJson(response, status, { message, retry_after: retryAfterSeconds, global });
}
