/** What a route of the REST API is. */
import type { World } from '../world.ts';

export interface Call {
  world: World;
  /** What stands at the `:names` of the path. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  body: unknown;
}

export interface Reply {
  status: number;
  body?: unknown;
}

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Such as `/channels/:channel/messages`. */
  path: string;
  /** The address itself carries a token; no Authorization is wanted. */
  open?: boolean;
  /** @throws ApiError */
  handle(call: Call): Reply;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const done: Reply = { status: 204 };
/** A part of the path that the route is known to have. */
export const param = ({ params }: Call, name: string): string => params[name] ?? '';
