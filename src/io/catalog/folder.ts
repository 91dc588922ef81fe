/** Reads one catalog folder: every file for itself, all faults kept. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { AiCrawler, Feed, Platform, RegulationEvent } from '../../domain/catalog.ts';
import { crawlerFrom, feedFrom, platformFrom, regulationEventFrom } from './normalise.ts';
import { CRAWLERS_FILE_SCHEMA, FEEDS_FILE_SCHEMA, PLATFORM_FILE_SCHEMA, REGULATION_FILE_SCHEMA } from './schema.ts';
import { parseStrictJson } from './strict-json.ts';
import { formatPath, type ValidationIssue, validate } from './validate.ts';

/** `file` is the file, or the folder where the folder as a whole is at fault. */
export interface CatalogIssue extends ValidationIssue {
  file: string;
}

/** A platform or feed with the place it was read from. */
export type PlatformEntry = { file: string; platform: Platform };
export type FeedEntry = { file: string; path: string; feed: Feed };
export type CrawlerEntry = { file: string; path: string; crawler: AiCrawler };

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
 * Reads `<dir>/platforms/*.json`, or `<dir>/*.json` where there is no such folder, and `<dir>/feeds.json`,
 * `<dir>/regulation.json` and `<dir>/ai-crawlers.json` where there are any.
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

/** What the files of a folder hold, and what is wrong only when they are seen together. */
function folderOf(read: readonly Partial<CatalogFolder>[]): CatalogFolder {
  const folder: CatalogFolder = {
    platforms: read.flatMap(({ platforms = [] }) => platforms),
    feeds: read.flatMap(({ feeds = [] }) => feeds),
    regulation: read.flatMap(({ regulation = [] }) => regulation),
    crawlers: read.flatMap(({ crawlers = [] }) => crawlers),
    faults: read.flatMap(({ faults = [] }) => faults),
  };
  return {
    ...folder,
    faults: [
      ...folder.faults,
      ...duplicateIds(folder.platforms),
      ...duplicateFeeds(folder.feeds),
      ...duplicateCrawlers(folder.crawlers),
    ],
  };
}

async function readPlatformFile(file: string): Promise<Partial<CatalogFolder>> {
  const checked = await readValidated(file, PLATFORM_FILE_SCHEMA);
  if (checked.status === 'faulty') return { faults: checked.faults };
  const platform = platformFrom(checked.value);
  const wanted = `${platform.id}.json`;
  const misnamed = basename(file) === wanted ? [] : [{ file, path: 'id', problem: `the file must be named ${wanted}` }];
  return { platforms: [{ file, platform }], faults: misnamed };
}

async function readFeedsFile(file: string): Promise<Partial<CatalogFolder>> {
  const checked = await readValidated(file, FEEDS_FILE_SCHEMA);
  if (checked.status === 'faulty') return { faults: checked.faults };
  return {
    feeds: checked.value.feeds.map((one, i) => ({ file, path: formatPath(['feeds', i, 'url']), feed: feedFrom(one) })),
  };
}

async function readRegulationFile(file: string): Promise<Partial<CatalogFolder>> {
  const checked = await readValidated(file, REGULATION_FILE_SCHEMA);
  if (checked.status === 'faulty') return { faults: checked.faults };
  return { regulation: checked.value.events.map(regulationEventFrom) };
}

async function readCrawlersFile(file: string): Promise<Partial<CatalogFolder>> {
  const checked = await readValidated(file, CRAWLERS_FILE_SCHEMA);
  if (checked.status === 'faulty') return { faults: checked.faults };
  return {
    crawlers: checked.value.crawlers.map((one, i) => ({
      file,
      path: formatPath(['crawlers', i, 'name']),
      crawler: crawlerFrom(one),
    })),
  };
}

const faulty = (file: string, problem: string): Partial<CatalogFolder> => ({ faults: [{ file, path: '', problem }] });

function duplicateIds(platforms: PlatformEntry[]): CatalogIssue[] {
  const first = new Map<string, string>();
  return platforms.flatMap(({ file, platform: { id } }) => {
    const earlier = first.get(id);
    if (earlier === undefined) first.set(id, file);
    return earlier === undefined ? [] : [{ file, path: 'id', problem: `"${id}" is the id of ${earlier} already` }];
  });
}

function duplicateFeeds(feeds: FeedEntry[]): CatalogIssue[] {
  const seen = new Set<string>();
  return feeds.flatMap(({ file, path, feed: { url } }) => {
    if (seen.has(url)) return [{ file, path, problem: `${url} is in this file already` }];
    seen.add(url);
    return [];
  });
}

/** Crawlers are called without regard to case. */
function duplicateCrawlers(crawlers: readonly CrawlerEntry[]): CatalogIssue[] {
  const seen = new Set<string>();
  return crawlers.flatMap(({ file, path, crawler: { name } }) => {
    const key = name.toLowerCase();
    if (seen.has(key)) return [{ file, path, problem: `"${name}" is in this file already` }];
    seen.add(key);
    return [];
  });
}

type ValidatedFile<Value> = { status: 'ok'; value: Value } | { status: 'faulty'; faults: CatalogIssue[] };

async function readValidated<Value>(file: string, schema: z.ZodType<Value>): Promise<ValidatedFile<Value>> {
  const text = await readTextFile(file);
  if (text.status === 'faulty') return { status: 'faulty', faults: [{ file, path: '', problem: text.problem }] };
  const json = parseStrictJson(text.value);
  if (json.status === 'faulty') {
    return {
      status: 'faulty',
      faults: json.faults.map(({ line, column, problem }) => ({
        file,
        path: `line ${line}, column ${column}`,
        problem,
      })),
    };
  }
  const checked = validate(schema, json.value);
  return checked.status === 'ok'
    ? checked
    : { status: 'faulty', faults: checked.faults.map((fault) => ({ file, ...fault })) };
}

async function readTextFile(
  file: string,
): Promise<{ status: 'ok'; value: string } | { status: 'faulty'; problem: string }> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return { status: 'faulty', problem: 'is not a file' };
    if (found.size > MAX_FILE_BYTES) return { status: 'faulty', problem: 'is larger than 1 MB' };
    return { status: 'ok', value: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file)) };
  } catch (error) {
    return { status: 'faulty', problem: `cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** File names in order, or nothing where there is no such folder. */
async function fileNamesIn(dir: string): Promise<string[] | undefined> {
  try {
    return (await readdir(dir)).sort();
  } catch {
    return undefined;
  }
}
