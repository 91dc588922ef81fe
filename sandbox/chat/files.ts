/** Reads the files of the chat page once and serves them; nothing outside sandbox/page is ever served. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { Upload } from '../discord/model/uploads.ts';

const FOLDER = new URL('../page/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** No third-party content, no inline code, no framing. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-cache',
};

export type Files = ReadonlyMap<string, { type: string; body: Buffer }>;

/** @returns the files by request path. */
export function readFiles(): Files {
  const files = readdirSync(FOLDER).map((name): [string, { type: string; body: Buffer }] => [
    name === 'index.html' ? '/' : `/${name}`,
    { type: TYPES[extname(name)] ?? 'application/octet-stream', body: readFileSync(new URL(name, FOLDER)) },
  ]);
  return new Map(files);
}

/** Only pictures are served; the page shows no other attachments. */
const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

export function sendUpload(response: ServerResponse, upload: Upload | undefined): void {
  if (upload === undefined || !PICTURES.has(upload.contentType)) response.writeHead(404, HEADERS).end();
  else sendFile(response, { type: upload.contentType, body: upload.bytes });
}

export function sendFile(response: ServerResponse, { type, body }: { type: string; body: Buffer }): void {
  response.writeHead(200, { ...HEADERS, 'content-type': type }).end(body);
}
