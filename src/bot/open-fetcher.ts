/** Opens the fetcher with the user agent and the private hosts of the configuration. */
import manifest from '../../package.json' with { type: 'json' };
import { type ClosableFetcher, createFetcher } from '../io/fetch/fetcher.ts';
import type { Config } from './config.ts';

export const VERSION: string = manifest.version;

/** @param spacingMs minimum time between two requests to one host; the fetcher's default when absent. */
export function openFetcher({ publicUrl, allowPrivateHosts }: Config, spacingMs?: number): ClosableFetcher {
  return createFetcher({
    ...(spacingMs === undefined ? {} : { spacingMs }),
    userAgent: `Clausewatch/${VERSION}${publicUrl ? ` (+${publicUrl})` : ''}`,
    allowPrivateHosts,
  });
}
