/**
 * Labelled news as the model sees it: `node training/news/dataset.ts CORPUS COLLECTIONS WORK`.
 *
 * Writes WORK/news.jsonl, an item a line with its labels, and WORK/news.u32, its features in the same order: for each item a count and its
 * own features, a count and its traits, as u32.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { requireCatalog, requireConfig } from '../../src/cli/setup.ts';
import { analyzeNews, extractNewsFeatures } from '../../src/core/news/features.ts';
import { type LabelledItem, readJsonl, toNewsItem } from './labelled-items.ts';

const [corpus = '', collections = '', work = ''] = process.argv.slice(2);
if (work === '') throw new Error('node training/news/dataset.ts CORPUS COLLECTIONS WORK');
mkdirSync(work, { recursive: true });

/** Headlines of music news, day by day; later ones check the result. */
const HEADLINES = { collection: 'music-news-automation', until: '2026-05-31' };
/** Of those that nobody labelled, for they name nothing of AI or platforms, one in so many is learnt as one to ignore. */
const BACKGROUND_SAMPLE_EVERY = 6;

const { platforms } = await requireCatalog(requireConfig().catalogDirs);
const items: LabelledItem[] = [
  ...readJsonl<LabelledItem>(join(corpus, 'news-dev.jsonl')).map((one) => ({ ...one, source: 'dev' as const })),
  ...readJsonl<LabelledItem>(join(corpus, 'news-real-dev.jsonl')).map((one) => ({ ...one, source: 'real' as const })),
  ...readJsonl<LabelledItem>(new URL('own.jsonl', import.meta.url).pathname).map((one) => ({
    ...one,
    source: 'own' as const,
  })),
];
items.push(...headlines(new Set(items.map(({ title }) => title.trim()))));

const features = openSync(join(work, 'news.u32'), 'w');
for (const item of items) {
  const { own, context } = extractNewsFeatures(analyzeNews(toNewsItem(item), platforms));
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

/** Those of the collection with labels, and some of the others. */
function headlines(known: ReadonlySet<string>): LabelledItem[] {
  const labels = new Map(
    readJsonl<HeadlineLabel>(new URL('../labels/headlines.jsonl', import.meta.url).pathname).map((one) => [
      one.headline,
      one,
    ]),
  );
  const found = new Map<string, LabelledItem>();
  for (const { title, published_date: date = '', source: outlet = '' } of allHeadlines()) {
    const text = title.trim();
    if (text === '' || date === '' || date.slice(0, 10) > HEADLINES.until || known.has(text)) continue;
    const headline = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const label = labels.get(headline);
    if (label === undefined && Number.parseInt(headline.slice(0, 8), 16) % BACKGROUND_SAMPLE_EVERY !== 0) continue;
    const plain = { label: 'ignore' as const, platforms: [], topics: [], kind: null, story: null };
    const { headline: _headline, ...said } = label ?? { headline, ...plain };
    const source = label === undefined ? 'background' : 'headline';
    found.set(headline, { id: headline, title: text, date: date.slice(0, 10), lang: 'en', outlet, ...said, source });
  }
  return [...found.values()];
}

/** Each file of each day in the history of the collection. */
function allHeadlines(): Headline[] {
  const git = (...given: string[]) =>
    execFileSync('git', ['--git-dir', join(collections, HEADLINES.collection), ...given], {
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
      // Some days hold half a file.
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
