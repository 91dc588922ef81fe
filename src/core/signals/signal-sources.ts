/** Where a platform says something to machines: the files and the page of its homepage's site, and of others it names. */
import type { Platform } from '../../domain/catalog.ts';
import type { SignalKind, SignalSource } from '../../domain/signal.ts';

const FILES: Readonly<Record<Exclude<SignalKind, 'page'>, string>> = {
  'robots.txt': '/robots.txt',
  'tdmrep.json': '/.well-known/tdmrep.json',
  'ai.txt': '/ai.txt',
};

/** Site by site. Two addresses of one site make one set of files. */
export function listSignalSources({ id, homepage, signals }: Platform): SignalSource[] {
  const pages = [homepage, ...(signals?.sites ?? [])].map((site) => new URL(site).href);
  const origins = new Set(pages.map(originOf));
  const source = (kind: SignalKind, url: string): SignalSource => ({ id: `${id} ${url}`, platform: id, kind, url });
  return [
    ...[...origins].flatMap((origin) =>
      Object.entries(FILES).map(([kind, path]) => source(kind as SignalKind, origin + path)),
    ),
    ...[...new Set(pages)].map((page) => source('page', page)),
  ];
}

export const isSameSite = (one: SignalSource, other: SignalSource): boolean =>
  originOf(one.url) === originOf(other.url);

const originOf = (url: string): string => new URL(url).origin;
