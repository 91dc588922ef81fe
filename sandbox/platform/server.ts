/** Serves the fictional web on loopback, as it is on the current day of the story. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LoopbackServer, startLoopbackServer } from '../http/loopback-server.ts';
import { articlePath, feedPath, feedXml, OUTLETS } from './outlets.ts';
import { articlePage, guidelinesPage, homePage, outletPage, termsPage } from './pages.ts';
import { type FictionalWebState, fictionalWebOn } from './site.ts';
import type { Outlet } from './story.ts';

const STYLE = readFileSync(new URL('./style.css', import.meta.url), 'utf8');
const OUTLET_IDS = Object.keys(OUTLETS) as Outlet[];

export interface FictionalWeb extends Pick<LoopbackServer, 'origin' | 'close'> {
  /** @param day counted from 0 */
  showDay(day: number): void;
}

export async function startFictionalWeb({ port = 0 } = {}): Promise<FictionalWeb> {
  let today = fictionalWebOn(0);
  const { origin, close } = await startLoopbackServer({
    port,
    servesPages: true,
    answer: (request, response) => answer(request, response, today),
  });
  return {
    origin,
    close,
    showDay(day) {
      today = fictionalWebOn(day);
    },
  };
}

function answer(request: IncomingMessage, response: ServerResponse, today: FictionalWebState): void {
  const { pathname } = new URL(request.url ?? '/', 'http://loopback');
  const found = contentAt(pathname, today, `http://${request.headers.host}`);
  if (found === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  const etag = `"${createHash('sha256').update(found.body).digest('base64url').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else response.writeHead(200, { 'content-type': `${found.type}; charset=utf-8`, etag }).end(found.body);
}

function contentAt(path: string, today: FictionalWebState, origin: string): { type: string; body: string } | undefined {
  const html = (body: string) => ({ type: 'text/html', body });
  if (path === '/') return html(homePage(today));
  if (path === '/terms') return html(termsPage(today));
  if (path === '/guidelines') return html(guidelinesPage(today));
  if (path === '/robots.txt') return { type: 'text/plain', body: `${today.site.robots.join('\n')}\n` };
  if (path === '/style.css') return { type: 'text/css', body: STYLE };
  for (const outlet of OUTLET_IDS) {
    const articles = today.articles(outlet);
    if (path === OUTLETS[outlet].path) return html(outletPage(outlet, today));
    if (path === feedPath(outlet)) return { type: 'application/rss+xml', body: feedXml(outlet, articles, origin) };
    const article = articles.find((one) => articlePath(one) === path);
    if (article) return html(articlePage(article, today));
  }
  return undefined;
}
