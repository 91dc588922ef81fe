/**
 * Evaluates the classification of news: `node training/news/evaluate.ts WORK [--errors]`.
 *
 * Each item is classified by the model that has not seen its story; real and invented items apart. --errors lists false and missed alerts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireCatalog, requireConfig } from '../../src/bot/setup.ts';
import { createNewsAnalyser } from '../../src/core/news/news-analysis.ts';
import { openNewsModel } from '../../src/core/news/news-model.ts';
import { processInDateOrder } from '../../src/core/news/news-pipeline.ts';
import { storyIndexFactory } from '../../src/core/news/story-index.ts';
import type { NewsClassification, NewsItem } from '../../src/domain/news.ts';
import { parseSameEventModel } from '../../src/io/load-news-model.ts';
import { readJsonl } from '../jsonl.ts';
import { type LabelledItem, storyPairF1, toNewsItem } from './labelled-items.ts';

const [work = '', option] = process.argv.slice(2);
if (work === '') throw new Error('usage: node training/news/evaluate.ts WORK [--errors]');

const { platforms } = await requireCatalog(requireConfig().catalogDirs);
const items = readJsonl<LabelledItem>(join(work, 'news.jsonl'));
const folds: number[] = JSON.parse(readFileSync(join(work, 'news-folds.json'), 'utf8'));
const models = [...new Set(folds)]
  .sort()
  .map((fold) =>
    openNewsModel(
      readFileSync(join(work, `news-${fold}.weights`)),
      parseSameEventModel(readFileSync(join(work, `stories-${fold}.json`))),
    ),
  );

/** Metrics of the rules that the model replaced. */
const RULE_BASELINE: Record<string, Partial<NewsMetrics>> = {
  'rules before: real (partly fitted)': {
    items: 762,
    label: 0.781,
    recall: 0.735,
    precision: 0.862,
    'alerts on ignore': 0,
  },
  'rules before: own (not fitted)': {
    items: 1330,
    label: 0.544,
    recall: 0.372,
    precision: 0.854,
    'alerts on ignore': 0.012,
  },
};

interface NewsMetrics {
  items: number;
  label: number;
  recall: number;
  precision: number;
  'alerts on ignore': number;
  kind: number;
  'topics, F1': number;
  'platforms, F1': number;
  'stories, F1': number;
}

interface Prediction {
  item: NewsItem;
  labelled: LabelledItem;
  classification: NewsClassification;
  fold: number;
  /** By the model of each fold. */
  stories: (string | undefined)[];
}

const analyse = createNewsAnalyser(platforms);
const rows: Record<string, NewsMetrics> = {};
for (const [name, source] of [
  ['real', 'real'],
  ['made up, of the corpus', 'dev'],
  ['made up, our own', 'own'],
] as const) {
  rows[name] = computeMetrics(predict(source));
}
console.table({ ...rows, ...RULE_BASELINE });
writeFileSync(join(work, 'news-figures.json'), JSON.stringify(rows));

const background = predict('background');
const alerts = background.filter(({ classification }) => classification.label === 'alert');
console.log(`${alerts.length} alerts on ${background.length} headlines that mention neither AI nor platforms`);
for (const { item } of alerts) console.log(`  ${item.title}`);

function predict(source: LabelledItem['source']): Prediction[] {
  const predictions = items.flatMap((labelled, index): Prediction[] => {
    if (labelled.source !== source) return [];
    const fold = folds[index] ?? 0;
    const model = models[fold];
    if (model === undefined) throw new Error(`no model for fold ${fold}`);
    const item = toNewsItem(labelled);
    return [{ item, labelled, fold, classification: model.classify(analyse(item)), stories: [] }];
  });
  // Every model assigns stories to all items; only that of an item's own fold is scored.
  const classifications = new Map(predictions.map(({ item, classification }) => [item, classification]));
  const classify = (item: NewsItem) => classifications.get(item) as NewsClassification;
  for (const { sameEvent } of models) {
    const processed = processInDateOrder([...classifications.keys()], classify, storyIndexFactory(analyse, sameEvent));
    for (const [i, { stories }] of predictions.entries()) stories.push(processed[i]?.storyId);
  }
  return predictions;
}

function computeMetrics(all: readonly Prediction[]): NewsMetrics {
  const predictions = all.filter(({ labelled }) => labelled.disputed !== true);
  const ofLabel = (label: string) => predictions.filter(({ labelled }) => labelled.label === label);
  const alerting = predictions.filter(({ classification }) => classification.label === 'alert');
  const hits = alerting.filter(({ labelled }) => labelled.label === 'alert').length;
  if (option === '--errors') printErrors(predictions);
  const relevant = predictions.filter(({ labelled }) => labelled.label !== 'ignore');
  const withKind = predictions.filter(({ labelled }) => labelled.kind);
  const withTopics = relevant.filter(({ labelled }) => labelled.topics !== null);
  const withPlatforms = relevant.filter(({ labelled }) => labelled.platforms !== null && !labelled.platformsDisputed);
  return {
    items: all.length,
    label: share(
      predictions.filter(({ classification, labelled }) => classification.label === labelled.label).length,
      predictions.length,
    ),
    recall: share(hits, ofLabel('alert').length),
    precision: share(hits, alerting.length),
    'alerts on ignore': share(
      ofLabel('ignore').filter(({ classification }) => classification.label === 'alert').length,
      ofLabel('ignore').length,
    ),
    kind: share(
      withKind.filter(({ classification, labelled }) => classification.kind === labelled.kind).length,
      withKind.length,
    ),
    'topics, F1': f1(withTopics.map(({ labelled, classification }) => [labelled.topics ?? [], classification.topics])),
    'platforms, F1': f1(
      withPlatforms.map(({ labelled, classification }) => [
        (labelled.platforms ?? []).map(canonicalId),
        classification.platforms.map(canonicalId),
      ]),
    ),
    'stories, F1': rounded(
      storyPairF1(
        relevant.flatMap(({ labelled: { story }, stories, fold }) =>
          story ? [{ story, predicted: stories, fold }] : [],
        ),
      ),
    ),
  };
}

/** Two ids of the corpus are the companies behind two platforms. */
function canonicalId(id: string): string {
  return { 'stable-audio': 'stability', 'elevenlabs-music': 'elevenlabs' }[id] ?? id;
}

function f1(pairs: readonly (readonly [readonly string[], readonly string[]])[]): number {
  let [hits, total] = [0, 0];
  for (const pair of pairs) {
    const [actual, predicted] = [new Set(pair[0]), new Set(pair[1])];
    hits += [...actual].filter((value) => predicted.has(value)).length;
    total += actual.size + predicted.size;
  }
  return share(2 * hits, total);
}

function printErrors(predictions: readonly Prediction[]): void {
  for (const { labelled, classification, item } of predictions) {
    if ((labelled.label === 'alert') === (classification.label === 'alert')) continue;
    const error = labelled.label === 'alert' ? 'missed' : `false (${labelled.label})`;
    console.log(
      `${error}${labelled.sure === false ? ', unsure' : ''}: ${item.title} | ${item.summary} | ${classification.reason}`,
    );
  }
}

function share(part: number, whole: number): number {
  return rounded(whole === 0 ? 1 : part / whole);
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
