/**
 * An HTTP server that only this machine can reach. It listens on 127.0.0.1 and requires a loopback Host header, so that no
 * website can reach it through a domain of its own that resolves to 127.0.0.1 (DNS rebinding).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

export interface LoopbackServer {
  port: number;
  /** `http://127.0.0.1:<port>` */
  origin: string;
  close(): Promise<void>;
}

interface LoopbackOptions {
  /** 0 takes any free port. */
  port: number;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void> | void;
  /** Handles WebSocket upgrades; they are refused when absent. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Allows requests from web pages of this server's own origin; other origins are always refused. */
  servesPages?: boolean;
}

/** @throws the error of `listen`, such as EADDRINUSE. */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const { answer, upgrade, servesPages = false } = options;
  const server = createServer((request, response) => {
    if (!isAllowedRequest(request, servesPages))
      return sendJson(response, 403, { message: 'Only available on this machine' });
    void answerSafely(request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (upgrade && isAllowedRequest(request, servesPages)) upgrade(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  async function answerSafely(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await answer(request, response);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { message: error instanceof Error ? error.message : String(error) });
    }
  }
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @returns the whole body, or undefined when it is larger than `maxBytes`. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function sendJson(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}

function isAllowedRequest({ headers }: IncomingMessage, servesPages: boolean): boolean {
  const { host = '', origin } = headers;
  const name = host.replace(/:\d+$/, '');
  if (!LOOPBACK_NAMES.has(name)) return false;
  // Browsers send the origin of the page; programs send none.
  return origin === undefined || (servesPages && origin === `http://${host}`);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
