/** Server-Sent Events: tells every open page what happens, as it happens. */
import type { ServerResponse } from 'node:http';

/** Keeps the line open, and shows when nobody is at the other end any more. */
const KEEP_ALIVE_MS = 15_000;

export interface Live {
  /** Keeps this answer open and tells it everything from now on. */
  join(response: ServerResponse): void;
  tell(event: string, data: unknown): void;
  close(): void;
}

export function createLive(): Live {
  const listeners = new Set<ServerResponse>();
  const toAll = (text: string) => {
    for (const response of listeners) response.write(text);
  };
  // Nobody has to wait for it: open answers keep the program going by themselves.
  const keepAlive = setInterval(() => toAll(': still here\n\n'), KEEP_ALIVE_MS).unref();
  return {
    join(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    // JSON has no line breaks of its own, so one data line carries it.
    tell: (event, data) => toAll(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    close() {
      clearInterval(keepAlive);
      for (const response of listeners) response.end();
    },
  };
}
