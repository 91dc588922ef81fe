/**
 * Trains the model of which reports are of the same event: `node training/news/train-same-event.ts WORK`.
 *
 * Writes WORK/stories-<fold>.json, models that have not seen the stories of a fold, and WORK/stories.json, trained on all, as
 * `src/io/load-news-model.ts` reads them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireCatalog, requireConfig } from '../../src/bot/setup.ts';
import { logOddsOf } from '../../src/core/ml/logistic.ts';
import { createNewsAnalyser } from '../../src/core/news/news-analysis.ts';
import { processInDateOrder } from '../../src/core/news/news-pipeline.ts';
import { extractReportFeatures, type ReportFeatures, type TermIdf } from '../../src/core/news/report-features.ts';
import {
  areIncompatible,
  createIdf,
  daysApart,
  FREQUENCY_BUCKETS,
  frequencyBucketOf,
  MAX_DAYS_APART,
  pairFeaturesOf,
  type SameEventModel,
} from '../../src/core/news/same-event.ts';
import { indexKeysOf, storyIndexFactory } from '../../src/core/news/story-index.ts';
import type { NewsClassification, NewsItem } from '../../src/domain/news.ts';
import { fitLogistic } from '../fit-logistic.ts';
import { readJsonl } from '../jsonl.ts';
import { fingerprintFeatures, type LabelledItem, storyPairF1, toNewsItem } from './labelled-items.ts';

const [work = ''] = process.argv.slice(2);
if (work === '') throw new Error('usage: node training/news/train-same-event.ts WORK');

/** scikit-learn's C. */
const INVERSE_PENALTY = 0.3;
/** The most similar pairs of different events; the others teach nothing. */
const NEGATIVES_PER_POSITIVE = 30;
const CANDIDATE_BOUNDS = [-2, -1.5, -1, -0.5, 0, 0.5, 1];
const SOURCES: readonly LabelledItem['source'][] = ['real', 'dev', 'own', 'headline'];

const { platforms } = await requireCatalog(requireConfig().catalogDirs);
const items = readJsonl<LabelledItem>(join(work, 'news.jsonl'));
const folds: number[] = JSON.parse(readFileSync(join(work, 'news-folds.json'), 'utf8'));

const analyse = createNewsAnalyser(platforms);
const newsItems = items.map(toNewsItem);
const extractReports = (idf: TermIdf) => newsItems.map((item) => extractReportFeatures(analyse(item), item.date, idf));
const { titles, commonness } = countDocumentFrequencies(extractReports(() => 1));
const reports = extractReports(createIdf({ titles, commonness }));

interface Pair {
  same: boolean;
  folds: readonly [number, number];
  features: number[];
}

const pairs = SOURCES.flatMap(pairsOf);
console.error(`${pairs.length} pairs, ${pairs.filter(({ same }) => same).length} of one event`);
for (const fold of [...new Set(folds)].sort()) {
  writeFileSync(join(work, `stories-${fold}.json`), serialize(trainModel(fold)));
}
const all = trainModel();
writeFileSync(join(work, 'stories.json'), serialize(all));
console.error(all.bound, all.regression);

/** @param heldOutFold excluded from training. */
function trainModel(heldOutFold?: number): SameEventModel {
  const seen = pairs.filter(({ folds }) => heldOutFold === undefined || !folds.includes(heldOutFold));
  const fit = (chosen: readonly Pair[]) =>
    fitLogistic(
      chosen.map(({ features }) => features),
      chosen.map(({ same }) => same),
      INVERSE_PENALTY,
    );
  const first = fit(seen);
  const positives = seen.filter(({ same }) => same);
  const hardNegatives = seen
    .filter(({ same }) => !same)
    .toSorted((a, b) => logOddsOf(first, b.features) - logOddsOf(first, a.features))
    .slice(0, NEGATIVES_PER_POSITIVE * positives.length);
  const regression = fit([...positives, ...hardNegatives]);
  const model = { regression, bound: 0, titles, commonness };
  return { ...model, bound: bestF1Threshold(model, heldOutFold) };
}

function bestF1Threshold(model: SameEventModel, heldOutFold: number | undefined): number {
  const scores = CANDIDATE_BOUNDS.map((bound) => {
    const createStoryIndex = storyIndexFactory(analyse, { ...model, bound });
    return SOURCES.reduce((sum, source) => {
      const chosen = storyIndexesOf(source).filter((index) => folds[index] !== heldOutFold);
      const classifications = new Map(chosen.map((index) => [newsItems[index] as NewsItem, toClassification(index)]));
      const processed = processInDateOrder(
        [...classifications.keys()],
        (item) => classifications.get(item) as NewsClassification,
        createStoryIndex,
      );
      const predictions = chosen.map((index, i) => ({
        story: items[index]?.story ?? '',
        predicted: [processed[i]?.storyId],
        fold: 0,
      }));
      return sum + chosen.length * storyPairF1(predictions);
    }, 0);
  });
  return CANDIDATE_BOUNDS[scores.indexOf(Math.max(...scores))] ?? 0;
}

/** Indexes of the items with a story. */
function storyIndexesOf(source: LabelledItem['source']): number[] {
  return items.flatMap((item, index) =>
    item.source === source && item.label !== 'ignore' && item.story ? [index] : [],
  );
}

function toClassification(index: number): NewsClassification {
  const { label = 'digest', topics, kind } = items[index] ?? {};
  return { label, topics: topics ?? [], kind: kind ?? 'other', platforms: [], aboutTerms: false, reason: '' };
}

function pairsOf(source: LabelledItem['source']): Pair[] {
  const chosen = storyIndexesOf(source);
  return chosen.flatMap((one, i) =>
    chosen.slice(i + 1).flatMap((other): Pair[] => {
      const [a, b] = [reports[one] as ReportFeatures, reports[other] as ReportFeatures];
      // Pairs that the program never compares, or always keeps apart, teach nothing.
      const keys = new Set(indexKeysOf(a));
      if (daysApart(a, b) > MAX_DAYS_APART || areIncompatible(a, b) || !indexKeysOf(b).some((key) => keys.has(key)))
        return [];
      const same = items[one]?.story === items[other]?.story;
      return [{ same, folds: [folds[one] ?? 0, folds[other] ?? 0], features: pairFeaturesOf(a, b) }];
    }),
  );
}

function countDocumentFrequencies(reports: readonly ReportFeatures[]): Pick<SameEventModel, 'titles' | 'commonness'> {
  const counts = new Uint32Array(FREQUENCY_BUCKETS);
  for (const { stems, capitalizedWords } of reports) {
    const words = [...stems.squaredIdf.keys(), ...capitalizedWords.squaredIdf.keys()];
    for (const bucket of new Set(words.map(frequencyBucketOf))) counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return {
    titles: reports.length,
    commonness: Uint8Array.from(counts, (count) => Math.min(255, Math.round(16 * Math.log2(1 + count)))),
  };
}

function serialize({ commonness, ...model }: SameEventModel): string {
  const features = fingerprintFeatures();
  return `${JSON.stringify({ features, ...model, commonness: Buffer.from(commonness).toString('base64') }, null, 1)}\n`;
}
