/** Loads the catalog: reads its folders, lays later ones over earlier ones, and finds conflicts between files. */
import { foldName } from '../../core/platforms/platform-names.ts';
import type { AiCrawler, Catalog, RegulationEvent } from '../../domain/catalog.ts';
import type { LocalText } from '../../domain/vocabulary.ts';
import {
  type CatalogFolder,
  type CatalogIssue,
  type FeedEntry,
  type PlatformEntry,
  readCatalogFolder,
} from './folder.ts';
import { oldestFirst } from './normalise.ts';
import { formatPath } from './validate.ts';

type CatalogResult = { status: 'ok'; catalog: Catalog } | { status: 'faulty'; faults: CatalogIssue[] };

/** All faults of all files come together, in the order of folders and files; a single one, and nothing is loaded. */
export async function loadCatalog(dirs: readonly string[]): Promise<CatalogResult> {
  const folders = await Promise.all(dirs.map(readCatalogFolder));
  const { catalog, conflicts } = mergeFolders(folders);
  const faults = [...folders.flatMap((folder) => folder.faults), ...conflicts];
  return faults.length > 0 ? { status: 'faulty', faults } : { status: 'ok', catalog };
}

/**
 * Later folders override earlier ones: platform by platform (same id), feed by feed (same URL), legal event by event (same date,
 * jurisdiction and English title) and crawler by crawler (same name, ignoring case).
 */
function mergeFolders(folders: readonly CatalogFolder[]): { catalog: Catalog; conflicts: CatalogIssue[] } {
  const platforms = new Map<string, PlatformEntry>();
  const feeds = new Map<string, FeedEntry>();
  const regulation = new Map<string, RegulationEvent>();
  const crawlers = new Map<string, AiCrawler>();
  for (const folder of folders) {
    for (const entry of folder.platforms) platforms.set(entry.platform.id, entry);
    for (const entry of folder.feeds) feeds.set(entry.feed.url, entry);
    for (const { crawler } of folder.crawlers) crawlers.set(crawler.name.toLowerCase(), crawler);
    for (const event of folder.regulation) {
      regulation.set(JSON.stringify([event.date, event.jurisdiction, englishOf(event.title)]), event);
    }
  }
  const sorted = [...platforms.values()].sort((a, b) => a.platform.name.localeCompare(b.platform.name, 'en'));
  return {
    catalog: {
      platforms: sorted.map(({ platform }) => platform),
      feeds: [...feeds.values()].map(({ feed }) => feed),
      regulation: [...regulation.values()].sort(oldestFirst),
      crawlers: [...crawlers.values()],
    },
    conflicts: [...findSharedNames(sorted), ...findSharedFeeds(sorted, [...feeds.values()])],
  };
}

const englishOf = (text: LocalText): string => (typeof text === 'string' ? text : text.en);

/** A name of two platforms would be ambiguous. */
function findSharedNames(platforms: readonly PlatformEntry[]): CatalogIssue[] {
  const owners = new Map<string, PlatformEntry>();
  return platforms.flatMap((entry) => {
    const { id, name, aliases } = entry.platform;
    const names = [
      { path: 'id', text: id },
      { path: 'name', text: name },
      ...aliases.map((text, i) => ({ path: formatPath(['aliases', i]), text })),
    ];
    return names.flatMap(({ path, text }) => {
      const owner = owners.get(foldName(text)) ?? entry;
      owners.set(foldName(text), owner);
      if (owner.platform.id === id) return [];
      return [
        { file: entry.file, path, problem: `"${text}" already stands for ${owner.platform.name} in ${owner.file}` },
      ];
    });
  });
}

/** A feed read twice would report its news twice. */
function findSharedFeeds(platforms: readonly PlatformEntry[], otherFeeds: readonly FeedEntry[]): CatalogIssue[] {
  const owners = new Map<string, string>();
  const entries: FeedEntry[] = [
    ...platforms.flatMap(({ file, platform }) =>
      platform.feeds.map((feed, i) => ({ file, path: formatPath(['feeds', i, 'url']), feed })),
    ),
    ...otherFeeds,
  ];
  return entries.flatMap(({ file, path, feed: { url } }) => {
    const address = new URL(url).href;
    const owner = owners.get(address);
    if (owner === undefined) owners.set(address, file);
    return owner === undefined ? [] : [{ file, path, problem: `${url} is a feed of ${owner} already` }];
  });
}
