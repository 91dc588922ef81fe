/**
 * Builds the training set of news: `node training/news/dataset.ts CORPUS COLLECTIONS WORK`.
 *
 * Writes WORK/news.jsonl, a labelled item a line, and WORK/news.u32, the features in the same order: for each item the count of its words,
 * these, the count of its traits, and these.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { requireCatalog, requireConfig } from '../../src/bot/setup.ts';
import { extractNewsFeatures } from '../../src/core/news/features.ts';
import { createNewsAnalyser } from '../../src/core/news/news-analysis.ts';
import { readJsonl } from '../jsonl.ts';
import { type LabelledItem, readOwnItems, toNewsItem } from './labelled-items.ts';

const [corpus = '', collections = '', work = ''] = process.argv.slice(2);
if (work === '') throw new Error('usage: node training/news/dataset.ts CORPUS COLLECTIONS WORK');
mkdirSync(work, { recursive: true });

/** Daily headlines of music news; later ones are held out. */
const HEADLINES = { collection: 'music-news-automation', until: '2026-05-31' };
/** Unlabelled headlines mention neither AI nor platforms; one in so many is an example of what to ignore. */
const BACKGROUND_SAMPLE_EVERY = 6;

const { platforms } = await requireCatalog(requireConfig().catalogDirs);
const items: LabelledItem[] = [
  ...readJsonl<LabelledItem>(join(corpus, 'news-dev.jsonl')).map((item) => ({ ...item, source: 'dev' as const })),
  ...readJsonl<LabelledItem>(join(corpus, 'news-real-dev.jsonl')).map((item) => ({ ...item, source: 'real' as const })),
  ...readOwnItems().map((item) => ({ ...item, source: 'own' as const })),
];
items.push(...readHeadlines(new Set(items.map(({ title }) => title.trim()))));

const analyse = createNewsAnalyser(platforms);
const features = openSync(join(work, 'news.u32'), 'w');
for (const item of items) {
  const { own, context } = extractNewsFeatures(analyse(toNewsItem(item)));
  writeSync(features, Uint32Array.of(own.length, ...own, context.length, ...context));
}
writeFileSync(join(work, 'news.jsonl'), `${items.map((item) => JSON.stringify(item)).join('\n')}\n`);
console.error(`${items.length} items`);

interface Headline {
  title: string;
  published_date?: string;
  source?: string;
}

type HeadlineLabel = Omit<LabelledItem, 'id' | 'title'> & { headline: string };

/** The labelled headlines of the collection, and a sample of the others. */
function readHeadlines(knownTitles: ReadonlySet<string>): LabelledItem[] {
  const labels = new Map(
    readJsonl<HeadlineLabel>(new URL('../labels/headlines.jsonl', import.meta.url)).map((label) => [
      label.headline,
      label,
    ]),
  );
  const found = new Map<string, LabelledItem>();
  for (const { title, published_date: date = '', source: outlet = '' } of allHeadlines()) {
    const text = title.trim();
    if (text === '' || date === '' || date.slice(0, 10) > HEADLINES.until || knownTitles.has(text)) continue;
    const headline = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const label = labels.get(headline);
    if (label === undefined && Number.parseInt(headline.slice(0, 8), 16) % BACKGROUND_SAMPLE_EVERY !== 0) continue;
    const ignored = { label: 'ignore' as const, platforms: [], topics: [], kind: null, story: null };
    const { headline: _headline, ...labelling } = label ?? { headline, ...ignored };
    const source = label === undefined ? 'background' : 'headline';
    found.set(headline, {
      id: headline,
      title: text,
      date: date.slice(0, 10),
      lang: 'en',
      outlet,
      ...labelling,
      source,
    });
  }
  return [...found.values()];
}

/** From every JSON file in the history of the collection. */
function allHeadlines(): Headline[] {
  const git = (...args: string[]) =>
    execFileSync('git', ['--git-dir', join(collections, HEADLINES.collection), ...args], {
      maxBuffer: 1e9,
    }).toString();
  const blobs = new Set(
    git('log', '--raw', '--no-abbrev', '--format=')
      .split('\n')
      .map((line) => line.split(/[\s]+/))
      .filter((parts) => parts[4] !== 'D' && parts[5]?.endsWith('.json'))
      .map((parts) => parts[3] ?? ''),
  );
  return [...blobs].flatMap((blob) => {
    const file = git('cat-file', '-p', blob);
    try {
      return headlinesIn(JSON.parse(file));
    } catch {
      // Some files were recorded half-written.
      return [];
    }
  });
}

function headlinesIn(value: unknown): Headline[] {
  if (Array.isArray(value)) return value.flatMap(headlinesIn);
  if (value === null || typeof value !== 'object') return [];
  if ('title' in value && typeof value.title === 'string') return [value as Headline];
  return Object.values(value).flatMap(headlinesIn);
}
