/** Lists where a platform may say something to machines: the files and pages of its homepage's site and of its other sites. */
import type { Platform } from '../../domain/catalog.ts';
import type { SignalKind, SignalSource } from '../../domain/signal.ts';

const FILE_PATHS: Readonly<Record<Exclude<SignalKind, 'page'>, string>> = {
  'robots.txt': '/robots.txt',
  'tdmrep.json': '/.well-known/tdmrep.json',
  'ai.txt': '/ai.txt',
};

/** Site by site. Two pages of one site share its files. */
export function listSignalSources({ id, homepage, signals }: Platform): SignalSource[] {
  const pages = [homepage, ...(signals?.sites ?? [])].map((site) => new URL(site).href);
  const origins = new Set(pages.map(originOf));
  const source = (kind: SignalKind, url: string): SignalSource => ({ id: `${id} ${url}`, platform: id, kind, url });
  return [
    ...[...origins].flatMap((origin) =>
      Object.entries(FILE_PATHS).map(([kind, path]) => source(kind as SignalKind, origin + path)),
    ),
    ...[...new Set(pages)].map((page) => source('page', page)),
  ];
}

export const isSameSite = (a: SignalSource, b: SignalSource): boolean => originOf(a.url) === originOf(b.url);

const originOf = (url: string): string => new URL(url).origin;
