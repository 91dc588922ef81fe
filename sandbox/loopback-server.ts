/**
 * A web server for this machine alone. It listens on 127.0.0.1 and answers only who names it by a loopback name, so that
 * no page on the internet can reach it through a name of its own that points here (DNS rebinding).
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
  /** Takes over connections that ask to become a WebSocket; without it they are refused. */
  upgrade?(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Whether web pages of this server's own origin may ask it; those of other origins never may. */
  servesPages?: boolean;
}

/** @throws the error of `listen`, such as EADDRINUSE. */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  const { answer, upgrade, servesPages = false } = options;
  const server = createServer((request, response) => {
    if (!isAtHome(request, servesPages)) return sendJson(response, 403, { message: 'Only for this machine' });
    void answered(request, response);
  });
  server.on('upgrade', (request, socket, head) => {
    if (upgrade && isAtHome(request, servesPages)) upgrade(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  async function answered(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await answer(request, response);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { message: error instanceof Error ? error.message : String(error) });
    }
  }
  await listening(server, options.port);
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

/** The whole body, or nothing when it is larger than allowed. */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) return undefined;
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

function isAtHome({ headers }: IncomingMessage, servesPages: boolean): boolean {
  const { host = '', origin } = headers;
  const name = host.replace(/:\d+$/, '');
  if (!LOOPBACK_NAMES.has(name)) return false;
  // Browsers say which page asks; programs say nothing.
  return origin === undefined || (servesPages && origin === `http://${host}`);
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}
