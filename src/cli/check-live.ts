/** `clausewatch check --live`: fetches every source of the catalog once and prints a line for each. */
import { allFeeds } from '../app/ask/read-model.ts';
import { checkDocument, checkFeed, type SourceCheck } from '../app/watch/check-sources.ts';
import { openFetcher } from '../bot/open-fetcher.ts';
import { requireCatalog, requireConfig } from '../bot/setup.ts';
import type { ClauseReader } from '../core/judge/clause-reader.ts';
import { findPlatform } from '../core/platforms/platform-names.ts';
import type { Catalog, Feed, WatchedDocument } from '../domain/catalog.ts';
import { parseFeed } from '../io/feed/parse-feed.ts';
import { createPdfParser } from '../io/pdf/pdf-parser.ts';
import { UsageError } from './cli-command.ts';
import { pluralize, print, printJson } from './output.ts';

/**
 * @param platformNames the platform to try; empty for the whole catalog.
 * @throws UsageError if a source failed; the printed lines say which.
 */
export async function checkLive(
  platformNames: readonly string[],
  { clauseReader, json }: { clauseReader: ClauseReader; json: boolean },
): Promise<void> {
  const config = requireConfig();
  const { documents, feeds } = selectSources(await requireCatalog(config.catalogDirs), platformNames);
  await using resources = new AsyncDisposableStack();
  const fetcher = resources.adopt(openFetcher(config), (opened) => opened.close());
  const deps = { fetcher, parsePdf: createPdfParser(), parseFeed, clauseReader };

  // All at once: the fetcher spaces out the requests to each host.
  const checks = await Promise.all([
    ...documents.map(async (document) => {
      const check = await checkDocument(document, deps);
      printResult(document.id, check, json, ({ characters, clauses, topics, otherLanguage }) => [
        pluralize(characters, 'character'),
        pluralize(clauses, 'clause'),
        topics.length > 0 ? `on AI: ${topics.join(' ')}` : 'nothing on AI',
        ...(otherLanguage ? [`text seems to be in "${otherLanguage}", declared is "${document.language}"`] : []),
      ]);
      return check;
    }),
    ...feeds.map(async (feed) => {
      const check = await checkFeed(feed, deps);
      printResult(feed.url, check, json, ({ items, newest }) => [
        pluralize(items, 'item'),
        ...(newest ? [`newest from ${newest.slice(0, 10)}`] : []),
      ]);
      return check;
    }),
  ]);
  const failed = checks.filter(({ status }) => status === 'failed').length;
  if (failed > 0) throw new UsageError(`${failed} of ${pluralize(checks.length, 'source')} failed`);
  if (!json) print(`${pluralize(documents.length, 'document')}, ${pluralize(feeds.length, 'feed')}: all were read`);
}

function selectSources(
  catalog: Catalog,
  [name, ...more]: readonly string[],
): { documents: readonly WatchedDocument[]; feeds: readonly Feed[] } {
  if (name === undefined) {
    return { documents: catalog.platforms.flatMap(({ documents }) => documents), feeds: allFeeds(catalog) };
  }
  if (more.length > 0) throw new UsageError('--live takes one platform, or none for all of them; see --help');
  const lookup = findPlatform(catalog.platforms, name);
  if (lookup.status === 'found') return lookup.platform;
  const nearest = lookup.nearest.map(({ id }) => id).join(', ');
  throw new UsageError(`the catalog has no platform "${name}"${nearest ? `; it has ${nearest}` : ''}`);
}

function printResult<Found>(
  source: string,
  check: SourceCheck<Found>,
  json: boolean,
  describe: (found: Found) => string[],
): void {
  if (json) printJson({ source, ...check });
  else print(`${source}: ${check.status === 'ok' ? `ok, ${describe(check).join(', ')}` : `FAILED, ${check.problem}`}`);
}
