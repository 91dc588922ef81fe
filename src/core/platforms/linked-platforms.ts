/** Finds the platforms a message links to: by their homepage's site, and by the other hosts the catalog names. */
import type { Platform } from '../../domain/catalog.ts';

/** More links than anybody reads; the others are ignored. */
const MAX_LINKS = 50;
const LINK = /https?:\/\/[^\s<>"'`|)\]]{1,2000}/gi;

/** The platforms in the order they are linked, each once. */
export function findLinkedPlatforms(message: string, platforms: readonly Platform[]): Platform[] {
  const found = new Set<Platform>();
  for (const [link] of [...message.matchAll(LINK)].slice(0, MAX_LINKS)) {
    const linkHost = URL.parse(link)?.hostname;
    const platform =
      linkHost && platforms.find((candidate) => hostsOf(candidate).some((host) => isWithin(linkHost, host)));
    if (platform) found.add(platform);
  }
  return [...found];
}

const hostsOf = ({ homepage, hosts = [] }: Platform): string[] => [
  ...hosts,
  URL.parse(homepage)?.hostname.replace(/^www\./, '') ?? '',
];

const isWithin = (linkHost: string, host: string): boolean =>
  host !== '' && (linkHost === host || linkHost.endsWith(`.${host}`));
