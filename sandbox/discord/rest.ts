/** Discord's REST API, version 10: finds the route, checks token and body, answers; troubles on order come in between. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, sendJson } from '../loopback-server.ts';
import { ApiError } from './api-error.ts';
import type { Faults, Trouble } from './faults.ts';
import { commandRoutes } from './routes/commands.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { placeRoutes } from './routes/places.ts';
import { ok, type Reply, type Route } from './routes/route.ts';
import type { World } from './world.ts';

/** Discord lets at most so much through; larger uploads need a boost. */
const LARGEST_BODY_BYTES = 10_000_000;

interface RestContext {
  world: World;
  faults: Faults;
  gatewayUrl(): string;
}

/** Answers requests below `/api/v10`. */
export function createRest({ world, faults, gatewayUrl }: RestContext) {
  const routes = [gatewayRoute(gatewayUrl), ...placeRoutes, ...messageRoutes, ...commandRoutes, ...interactionRoutes];

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const fault = faults.next(`${request.method} ${url.pathname}`);
    const reply = fault?.afterEffect === false ? undefined : await answer(request, url);
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
  const path = /^\/api\/v10(\/.*)$/.exec(pathname)?.[1];
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
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    throw new ApiError('invalid-body', {
      _errors: [
        {
          code: 'CONTENT_TYPE_INVALID',
          message: 'Expected "Content-Type" header to be one of {\'application/json\'}.',
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

function inTrouble(response: ServerResponse, trouble: Trouble): void {
  if (trouble === 'cut') {
    response.socket?.destroy();
    return;
  }
  const { status, retryAfterSeconds, global = false } = trouble;
  if (retryAfterSeconds === undefined) {
    sendJson(response, status, { message: `${status}: on order`, code: 0 });
    return;
  }
  response.setHeader('retry-after', retryAfterSeconds);
  response.setHeader('x-ratelimit-scope', global ? 'global' : 'user');
  if (global) response.setHeader('x-ratelimit-global', 'true');
  const message = 'You are being rate limited.';
  sendJson(response, status, { message, retry_after: retryAfterSeconds, global });
}
