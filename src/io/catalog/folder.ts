/** Reads one catalog folder: each file on its own, with all its faults. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { AiCrawler, Feed, Platform, RegulationEvent } from '../../domain/catalog.ts';
import { crawlerFrom, feedFrom, platformFrom, regulationEventFrom } from './normalise.ts';
import { CRAWLERS_FILE_SCHEMA, FEEDS_FILE_SCHEMA, PLATFORM_FILE_SCHEMA, REGULATION_FILE_SCHEMA } from './schema.ts';
import { parseStrictJson } from './strict-json.ts';
import { formatPath, type ValidationIssue, validate } from './validate.ts';

/** `file` is the file, or the folder if the folder as a whole is at fault. */
export interface CatalogIssue extends ValidationIssue {
  file: string;
}

/** Entries with the file, and the path in it, that they were read from. */
export type PlatformEntry = { file: string; platform: Platform };
export type FeedEntry = { file: string; path: string; feed: Feed };
type CrawlerEntry = { file: string; path: string; crawler: AiCrawler };

export interface CatalogFolder {
  platforms: PlatformEntry[];
  feeds: FeedEntry[];
  regulation: RegulationEvent[];
  crawlers: CrawlerEntry[];
  faults: CatalogIssue[];
}

const FEEDS_NAME = 'feeds.json';
const REGULATION_NAME = 'regulation.json';
const CRAWLERS_NAME = 'ai-crawlers.json';
const OTHER_NAMES: ReadonlySet<string> = new Set([FEEDS_NAME, REGULATION_NAME, CRAWLERS_NAME]);
const MAX_FILE_BYTES = 1_000_000;

/**
 * Reads `<dir>/platforms/*.json`, or `<dir>/*.json` if there is no such folder, and `<dir>/feeds.json`,
 * `<dir>/regulation.json` and `<dir>/ai-crawlers.json` if present.
 */
export async function readCatalogFolder(dir: string): Promise<CatalogFolder> {
  const names = await fileNamesIn(dir);
  if (names === undefined) return folderOf([faulty(dir, 'there is no such folder')]);
  const inPlatforms = names.includes('platforms');
  const platformDir = inPlatforms ? join(dir, 'platforms') : dir;
  const platformFiles = ((await fileNamesIn(platformDir)) ?? [])
    .filter((name) => name.endsWith('.json') && (inPlatforms || !OTHER_NAMES.has(name)))
    .map((name) => join(platformDir, name));
  return folderOf(
    await Promise.all([
      ...platformFiles.map(readPlatformFile),
      ...(names.includes(FEEDS_NAME) ? [readFeedsFile(join(dir, FEEDS_NAME))] : []),
      ...(names.includes(REGULATION_NAME) ? [readRegulationFile(join(dir, REGULATION_NAME))] : []),
      ...(names.includes(CRAWLERS_NAME) ? [readCrawlersFile(join(dir, CRAWLERS_NAME))] : []),
      ...(platformFiles.length === 0 ? [faulty(dir, 'holds no platform')] : []),
    ]),
  );
}

/** Joins the files of a folder and finds duplicates among them. */
function folderOf(files: readonly Partial<CatalogFolder>[]): CatalogFolder {
  const folder: CatalogFolder = {
    platforms: files.flatMap(({ platforms = [] }) => platforms),
    feeds: files.flatMap(({ feeds = [] }) => feeds),
    regulation: files.flatMap(({ regulation = [] }) => regulation),
    crawlers: files.flatMap(({ crawlers = [] }) => crawlers),
    faults: files.flatMap(({ faults = [] }) => faults),
  };
  return {
    ...folder,
    faults: [
      ...folder.faults,
      ...findDuplicates(
        folder.platforms,
        ({ platform }) => platform.id,
        ({ platform }, first) => `"${platform.id}" is the id of ${first.file} already`,
      ),
      ...findDuplicates(
        folder.feeds,
        ({ feed }) => feed.url,
        ({ feed }) => `${feed.url} is in this file already`,
      ),
      ...findDuplicates(
        folder.crawlers,
        ({ crawler }) => crawler.name.toLowerCase(),
        ({ crawler }) => `"${crawler.name}" is in this file already`,
      ),
    ],
  };
}

async function readPlatformFile(file: string): Promise<Partial<CatalogFolder>> {
  return readEntries(file, PLATFORM_FILE_SCHEMA, (input) => {
    const platform = platformFrom(input);
    const expected = `${platform.id}.json`;
    const isMisnamed = basename(file) !== expected;
    return {
      platforms: [{ file, platform }],
      faults: isMisnamed ? [{ file, path: 'id', problem: `the file must be named ${expected}` }] : [],
    };
  });
}

async function readFeedsFile(file: string): Promise<Partial<CatalogFolder>> {
  return readEntries(file, FEEDS_FILE_SCHEMA, ({ feeds }) => ({
    feeds: feeds.map((feed, i) => ({ file, path: formatPath(['feeds', i, 'url']), feed: feedFrom(feed) })),
  }));
}

async function readRegulationFile(file: string): Promise<Partial<CatalogFolder>> {
  return readEntries(file, REGULATION_FILE_SCHEMA, ({ events }) => ({ regulation: events.map(regulationEventFrom) }));
}

async function readCrawlersFile(file: string): Promise<Partial<CatalogFolder>> {
  return readEntries(file, CRAWLERS_FILE_SCHEMA, ({ crawlers }) => ({
    crawlers: crawlers.map((crawler, i) => ({
      file,
      path: formatPath(['crawlers', i, 'name']),
      crawler: crawlerFrom(crawler),
    })),
  }));
}

const faulty = (file: string, problem: string): Partial<CatalogFolder> => ({ faults: [{ file, path: '', problem }] });

/** The entries whose key an earlier one in the folder has, each with what `describe` says of it and its first owner. */
function findDuplicates<Entry extends { file: string; path?: string }>(
  entries: readonly Entry[],
  keyOf: (entry: Entry) => string,
  describe: (entry: Entry, first: Entry) => string,
): CatalogIssue[] {
  const owners = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const first = owners.get(keyOf(entry));
    if (first === undefined) owners.set(keyOf(entry), entry);
    const { file, path = 'id' } = entry;
    return first === undefined ? [] : [{ file, path, problem: describe(entry, first) }];
  });
}

async function readEntries<Value>(
  file: string,
  schema: z.ZodType<Value>,
  toEntries: (value: Value) => Partial<CatalogFolder>,
): Promise<Partial<CatalogFolder>> {
  const text = await readTextFile(file);
  if (text.status === 'faulty') return faulty(file, text.problem);
  const json = parseStrictJson(text.value);
  if (json.status === 'faulty') {
    return {
      faults: json.faults.map(({ line, column, problem }) => ({
        file,
        path: `line ${line}, column ${column}`,
        problem,
      })),
    };
  }
  const result = validate(schema, json.value);
  if (result.status === 'faulty') return { faults: result.faults.map((fault) => ({ file, ...fault })) };
  return toEntries(result.value);
}

async function readTextFile(
  file: string,
): Promise<{ status: 'ok'; value: string } | { status: 'faulty'; problem: string }> {
  try {
    const stats = await stat(file);
    if (!stats.isFile()) return { status: 'faulty', problem: 'is not a file' };
    if (stats.size > MAX_FILE_BYTES) return { status: 'faulty', problem: 'is larger than 1 MB' };
    return { status: 'ok', value: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)) };
  } catch (error) {
    return { status: 'faulty', problem: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** File names in order; undefined if there is no such folder. */
async function fileNamesIn(dir: string): Promise<string[] | undefined> {
  try {
    return (await readdir(dir)).sort();
  } catch {
    return undefined;
  }
}
