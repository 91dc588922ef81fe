/** Lays folders over one another, and finds what is wrong only when they are seen together. */
import { foldName } from '../../core/platforms/platform-names.ts';
import type { AiCrawler, Catalog, RegulationEvent } from '../../domain/catalog.ts';
import type { LocalText } from '../../domain/vocabulary.ts';
import type { CatalogFolder, CatalogIssue, FeedEntry, PlatformEntry } from './folder.ts';
import { oldestFirst } from './normalise.ts';
import { formatPath } from './validate.ts';

/**
 * Later folders override earlier ones: platform by platform (same id), feed by feed (same address), event of the law by
 * event (same day, place and English title) and crawler by crawler (same name, whatever its case).
 */
export function mergeFolders(folders: readonly CatalogFolder[]): { catalog: Catalog; faults: CatalogIssue[] } {
  const platforms = new Map<string, PlatformEntry>();
  const feeds = new Map<string, FeedEntry>();
  const regulation = new Map<string, RegulationEvent>();
  const crawlers = new Map<string, AiCrawler>();
  for (const folder of folders) {
    for (const one of folder.platforms) platforms.set(one.platform.id, one);
    for (const one of folder.feeds) feeds.set(one.feed.url, one);
    for (const { crawler } of folder.crawlers) crawlers.set(crawler.name.toLowerCase(), crawler);
    for (const one of folder.regulation) {
      regulation.set(JSON.stringify([one.date, one.jurisdiction, english(one.title)]), one);
    }
  }
  const merged = [...platforms.values()].sort((a, b) => a.platform.name.localeCompare(b.platform.name, 'en'));
  return {
    catalog: {
      platforms: merged.map(({ platform }) => platform),
      feeds: [...feeds.values()].map(({ feed }) => feed),
      regulation: [...regulation.values()].sort(oldestFirst),
      crawlers: [...crawlers.values()],
    },
    faults: [...duplicateNames(merged), ...duplicateFeedsAcrossFiles(merged, [...feeds.values()])],
  };
}

const english = (words: LocalText): string => (typeof words === 'string' ? words : words.en);

/** A name that two platforms go by: nobody could tell which of them is meant. */
function duplicateNames(platforms: readonly PlatformEntry[]): CatalogIssue[] {
  const owners = new Map<string, PlatformEntry>();
  return platforms.flatMap((one) => {
    const { id, name, aliases } = one.platform;
    const named = [
      { path: 'id', text: id },
      { path: 'name', text: name },
    ].concat(aliases.map((text, i) => ({ path: formatPath(['aliases', i]), text })));
    return named.flatMap(({ path, text }) => {
      const owner = owners.get(foldName(text)) ?? one;
      owners.set(foldName(text), owner);
      if (owner.platform.id === id) return [];
      return [
        { file: one.file, path, problem: `"${text}" already stands for ${owner.platform.name} in ${owner.file}` },
      ];
    });
  });
}

/** A feed read twice would tell its news twice. */
function duplicateFeedsAcrossFiles(platforms: readonly PlatformEntry[], others: readonly FeedEntry[]): CatalogIssue[] {
  const owners = new Map<string, string>();
  const all: FeedEntry[] = [
    ...platforms.flatMap(({ file, platform }) =>
      platform.feeds.map((feed, i) => ({ file, path: formatPath(['feeds', i, 'url']), feed })),
    ),
    ...others,
  ];
  return all.flatMap(({ file, path, feed: { url } }) => {
    const address = new URL(url).href;
    const owner = owners.get(address);
    if (owner === undefined) owners.set(address, file);
    return owner === undefined ? [] : [{ file, path, problem: `${url} is a feed of ${owner} already` }];
  });
}
