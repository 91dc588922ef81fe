/** `clausewatch check --live`: every source of the catalog, fetched once and told in a line. */
import { feedsOf } from '../app/ask/read-model.ts';
import { type SourceReaders, type Trial, tryDocument, tryFeed } from '../app/watch/check-sources.ts';
import type { ClauseReader } from '../core/judge/clause-reader.ts';
import { findPlatform } from '../core/platforms/platform-names.ts';
import type { Catalog, Feed, WatchedDocument } from '../domain/catalog.ts';
import { openReaders } from '../main.ts';
import { UsageError } from './cli-command.ts';
import { print, printJson } from './files.ts';
import { catalogFrom, configured, count } from './setup.ts';

/**
 * @param named the platform to try, or nothing for the whole catalog.
 * @throws UsageError where a source failed: the lines that were printed say which.
 */
export async function checkLive(
  named: readonly string[],
  { clauseReader, json }: { clauseReader: ClauseReader; json: boolean },
): Promise<void> {
  const config = configured();
  const { documents, feeds } = sourcesOf(await catalogFrom(config.catalogDirs), named);
  const readers = openReaders(config, clauseReader);
  try {
    // All at once: the fetcher keeps to one request at a time for each host, and pauses in between.
    const trials = await Promise.all([
      ...documents.map((document) => reportDocument(document, readers, json)),
      ...feeds.map((feed) => reportFeed(feed, readers, json)),
    ]);
    const failed = trials.filter(({ status }) => status === 'failed').length;
    if (failed > 0) throw new UsageError(`${failed} of ${count(trials.length, 'source')} failed`);
    if (!json) print(`${count(documents.length, 'document')}, ${count(feeds.length, 'feed')}: all were read`);
  } finally {
    await readers.close();
  }
}

function sourcesOf(catalog: Catalog, named: readonly string[]): { documents: WatchedDocument[]; feeds: Feed[] } {
  const [name, ...more] = named;
  if (name === undefined) {
    return { documents: catalog.platforms.flatMap(({ documents }) => documents), feeds: feedsOf(catalog) };
  }
  if (more.length > 0) throw new UsageError('--live tries one platform or all of them; see --help');
  const found = findPlatform(catalog.platforms, name);
  if (found.status === 'found') return found.platform;
  const near = found.nearest.map(({ id }) => id).join(', ');
  throw new UsageError(`the catalog has no platform "${name}"${near ? `; it has ${near}` : ''}`);
}

async function reportDocument(document: WatchedDocument, readers: SourceReaders, json: boolean) {
  const trial = await tryDocument(document, readers);
  report(document.id, trial, json, ({ characters, clauses, topics, otherLanguage }) =>
    [
      count(characters, 'character'),
      count(clauses, 'clause'),
      topics.length > 0 ? `on AI: ${topics.join(' ')}` : 'nothing on AI',
      ...(otherLanguage ? [`the text seems to be in "${otherLanguage}", declared is "${document.language}"`] : []),
    ].join(', '),
  );
  return trial;
}

async function reportFeed(feed: Feed, readers: SourceReaders, json: boolean) {
  const trial = await tryFeed(feed, readers);
  report(feed.url, trial, json, ({ items, newest }) =>
    [count(items, 'item'), ...(newest ? [`the newest of ${newest.slice(0, 10)}`] : [])].join(', '),
  );
  return trial;
}

function report<Found>(source: string, trial: Trial<Found>, json: boolean, told: (found: Found) => string): void {
  if (json) printJson({ source, ...trial });
  else print(`${source}: ${trial.status === 'ok' ? `ok, ${told(trial)}` : `FAILED, ${trial.problem}`}`);
}
