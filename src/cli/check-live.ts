/** `clausewatch check --live`: every source of the catalog, fetched once and told in a line. */
import { allFeeds } from '../app/ask/read-model.ts';
import { checkDocument, checkFeed, type SourceCheck, type SourceCheckDeps } from '../app/watch/check-sources.ts';
import type { ClauseReader } from '../core/judge/clause-reader.ts';
import { findPlatform } from '../core/platforms/platform-names.ts';
import type { Catalog, Feed, WatchedDocument } from '../domain/catalog.ts';
import { openSourceCheck } from '../main.ts';
import { UsageError } from './cli-command.ts';
import { print, printJson } from './files.ts';
import { pluralize, requireCatalog, requireConfig } from './setup.ts';

/**
 * @param platformArguments the platform to try, or nothing for the whole catalog.
 * @throws UsageError where a source failed: the lines that were printed say which.
 */
export async function checkLive(
  platformArguments: readonly string[],
  { clauseReader, json }: { clauseReader: ClauseReader; json: boolean },
): Promise<void> {
  const config = requireConfig();
  const { documents, feeds } = sourcesOf(await requireCatalog(config.catalogDirs), platformArguments);
  const readers = openSourceCheck(config, clauseReader);
  try {
    // All at once: the fetcher keeps to one request at a time for each host, and pauses in between.
    const checks = await Promise.all([
      ...documents.map((document) => reportDocument(document, readers, json)),
      ...feeds.map((feed) => reportFeed(feed, readers, json)),
    ]);
    const failed = checks.filter(({ status }) => status === 'failed').length;
    if (failed > 0) throw new UsageError(`${failed} of ${pluralize(checks.length, 'source')} failed`);
    if (!json) print(`${pluralize(documents.length, 'document')}, ${pluralize(feeds.length, 'feed')}: all were read`);
  } finally {
    await readers.close();
  }
}

function sourcesOf(
  catalog: Catalog,
  platformArguments: readonly string[],
): { documents: WatchedDocument[]; feeds: Feed[] } {
  const [name, ...more] = platformArguments;
  if (name === undefined) {
    return { documents: catalog.platforms.flatMap(({ documents }) => documents), feeds: allFeeds(catalog) };
  }
  if (more.length > 0) throw new UsageError('--live tries one platform or all of them; see --help');
  const found = findPlatform(catalog.platforms, name);
  if (found.status === 'found') return found.platform;
  const near = found.nearest.map(({ id }) => id).join(', ');
  throw new UsageError(`the catalog has no platform "${name}"${near ? `; it has ${near}` : ''}`);
}

async function reportDocument(document: WatchedDocument, readers: SourceCheckDeps, json: boolean) {
  const check = await checkDocument(document, readers);
  printResult(document.id, check, json, ({ characters, clauses, topics, otherLanguage }) =>
    [
      pluralize(characters, 'character'),
      pluralize(clauses, 'clause'),
      topics.length > 0 ? `on AI: ${topics.join(' ')}` : 'nothing on AI',
      ...(otherLanguage ? [`the text seems to be in "${otherLanguage}", declared is "${document.language}"`] : []),
    ].join(', '),
  );
  return check;
}

async function reportFeed(feed: Feed, readers: SourceCheckDeps, json: boolean) {
  const check = await checkFeed(feed, readers);
  printResult(feed.url, check, json, ({ items, newest }) =>
    [pluralize(items, 'item'), ...(newest ? [`the newest of ${newest.slice(0, 10)}`] : [])].join(', '),
  );
  return check;
}

function printResult<Found>(
  source: string,
  trial: SourceCheck<Found>,
  json: boolean,
  describe: (found: Found) => string,
): void {
  if (json) printJson({ source, ...trial });
  else print(`${source}: ${trial.status === 'ok' ? `ok, ${describe(trial)}` : `FAILED, ${trial.problem}`}`);
}
