/** Streams events to every open page (Server-Sent Events). */
import type { ServerResponse } from 'node:http';

/** Keeps connections open and reveals those that are gone. */
const KEEP_ALIVE_MS = 15_000;

export interface EventStream {
  /** Keeps this response open and sends it all later events. */
  join(response: ServerResponse): void;
  send(event: string, data: unknown): void;
  close(): void;
}

export function createEventStream(): EventStream {
  const responses = new Set<ServerResponse>();
  const broadcast = (text: string) => {
    for (const response of responses) response.write(text);
  };
  // Open responses keep the process alive; this timer must not.
  const keepAlive = setInterval(() => broadcast(': keep-alive\n\n'), KEEP_ALIVE_MS).unref();
  return {
    join(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      responses.add(response);
      response.on('close', () => responses.delete(response));
    },
    // JSON.stringify emits no line breaks, so one data line is enough.
    send: (event, data) => broadcast(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    close() {
      clearInterval(keepAlive);
      for (const response of responses) response.end();
    },
  };
}
