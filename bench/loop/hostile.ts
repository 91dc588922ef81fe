/** Serves hostile sources that keep the bot busy. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { HOSTILE_PAGES } from '../../test/helpers/hostile.ts';

const EDITION = '<p>Edition <!--n--> of these terms of service and of the licence that you give us.</p>';

/** Feeds by description; dated now, because old entries cause no alerts. */
const FEEDS: readonly (readonly [what: string, feed: () => string])[] = [
  [
    '500 items about AI',
    () => buildFeed(500, (i) => `Tunebox${i} changes its terms to train AI on uploads of ${i} artists`),
  ],
  ['100,000 items', () => buildFeed(100_000)],
];
/** The hostile pages of the tests, with a different edition per request. */
const PAGES = HOSTILE_PAGES.map(
  ([what, html]) => [what, () => html.replace('<main>', () => `<main>${EDITION}`)] as const,
);

export interface HostileWeb {
  host: string;
  sources: string[];
  /** Writes a catalog folder with that source only. */
  writeCatalog(dir: string, source: string): void;
  close(): void;
}

export async function startHostileWeb(): Promise<HostileWeb> {
  let requests = 0;
  const server = createServer((request, response) => {
    const [, kind, number] = /^\/(feed|page)\/(\d+)/.exec(request.url ?? '') ?? [];
    const generate = (kind === 'feed' ? FEEDS : PAGES)[Number(number)]?.[1];
    if (generate === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': kind === 'feed' ? 'application/rss+xml' : 'text/html; charset=utf-8' });
    // The content changes with every request.
    response.end(generate().replaceAll('<!--n-->', String(++requests)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sources = [
    ...FEEDS.map(([what], i) => ({ what, path: `feed/${i}` })),
    ...PAGES.map(([what], i) => ({ what, path: `page/${i}` })),
  ];
  return {
    host,
    sources: sources.map(({ what }) => what),
    writeCatalog(dir, source) {
      const { path = '' } = sources.find(({ what }) => what === source) ?? {};
      const url = `http://${host}/${path}`;
      const platform = {
        id: 'hostile',
        name: 'Hostile',
        kind: 'hosting',
        homepage: `http://${host}/`,
        documents: path.startsWith('page') ? { 'Terms of Service': { fetch: url, select: 'main' } } : {},
        feeds: path.startsWith('feed') ? [{ url, title: 'Hostile' }] : [],
        researched: { training: 'unclear', asOf: '2026-01', confidence: 'low' },
      };
      mkdirSync(join(dir, 'platforms'), { recursive: true });
      writeFileSync(join(dir, 'platforms', 'hostile.json'), JSON.stringify(platform));
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param title absent: entries with a numbered title only, to fit as many as possible into the size limit */
function buildFeed(count: number, title?: (i: number) => string): string {
  const items = times(count, (i) => {
    const guid = `<guid>${i}-<!--n--></guid>`;
    if (title === undefined) return `<item><title>Item ${i}</title>${guid}</item>`;
    const date = new Date(Date.now() - i * 1000).toUTCString();
    return `<item><title>${title(i)}</title><link>http://a.example/${i}</link>${guid}<pubDate>${date}</pubDate></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Hostile</title>${items}</channel></rss>`;
}

const times = (count: number, piece: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => piece(i)).join('');
