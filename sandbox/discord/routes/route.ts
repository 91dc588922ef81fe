/** Types and helpers for REST routes. */
import type { World } from '../model/world.ts';

export interface Call {
  world: World;
  /** Values of the `:names` in the path. */
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
  /** Needs no Authorization header because the path contains a token. */
  open?: boolean;
  /** @throws ApiError */
  handle(call: Call): Reply;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const done: Reply = { status: 204 };
/** A path parameter of the route. */
export const param = ({ params }: Call, name: string): string => params[name] ?? '';
