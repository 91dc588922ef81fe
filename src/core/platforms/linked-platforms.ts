/** Which platforms a message links to. Any link to a platform's site counts, and to the hosts the catalog names for it. */
import type { Platform } from '../../domain/catalog.ts';

/** Links looked at in one message; Discord's longest messages hold fewer that anybody reads. */
const MAX_LINKS = 50;
const LINK = /https?:\/\/[^\s<>"'`|)\]]{1,2000}/gi;

/** The platforms in the order they are linked, each once. */
export function findLinkedPlatforms(message: string, platforms: readonly Platform[]): Platform[] {
  const found = new Set<Platform>();
  for (const [link] of [...message.matchAll(LINK)].slice(0, MAX_LINKS)) {
    const host = URL.parse(link)?.hostname;
    const platform = host && platforms.find((one) => hostsOf(one).some((own) => isWithin(host, own)));
    if (platform) found.add(platform);
  }
  return [...found];
}

const hostsOf = ({ homepage, hosts = [] }: Platform): string[] => [
  ...hosts,
  URL.parse(homepage)?.hostname.replace(/^www\./, '') ?? '',
];

const isWithin = (host: string, own: string): boolean => own !== '' && (host === own || host.endsWith(`.${own}`));
