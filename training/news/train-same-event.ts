/**
 * Learns which reports are of one event: `node training/news/stories.ts WORK`.
 *
 * Writes WORK/stories-<fold>.json, by models that have not seen the stories of a fold, and WORK/stories.json by all, as `src/io/load-news-model.ts`
 * reads them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireCatalog, requireConfig } from '../../src/cli/setup.ts';
import { analyzeNews } from '../../src/core/news/features.ts';
import { assignStoriesInDateOrder, type ProcessedItem } from '../../src/core/news/news-pipeline.ts';
import { extractReportFeatures, type ReportFeatures } from '../../src/core/news/report-features.ts';
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
import { logOddsOf } from '../../src/core/reader/logistic.ts';
import { fitLogistic } from '../fit-logistic.ts';
import { fingerprintFeatures, type LabelledItem, readJsonl, storyPairF1, toNewsItem } from './labelled-items.ts';

const [work = ''] = process.argv.slice(2);
if (work === '') throw new Error('node training/news/stories.ts WORK');

/** How little is held against large weights. */
const STRENGTH = 0.3;
/** Of pairs that are of two events, the likest so many for each pair of one: the others teach nothing. */
const NEGATIVES_PER_POSITIVE = 30;
const CANDIDATE_BOUNDS = [-2, -1.5, -1, -0.5, 0, 0.5, 1];
const SOURCES: readonly LabelledItem['source'][] = ['real', 'dev', 'own', 'headline'];

const { platforms } = await requireCatalog(requireConfig().catalogDirs);
const items = readJsonl<LabelledItem>(join(work, 'news.jsonl'));
const folds: number[] = JSON.parse(readFileSync(join(work, 'news-folds.json'), 'utf8'));

const views = items.map((item) => analyzeNews(toNewsItem(item), platforms));
const { titles, commonness } = commonnessOf(views.map((view) => extractReportFeatures(view, () => 1)));
const reports = views.map((view) => extractReportFeatures(view, createIdf({ titles, commonness })));

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

/** @param heldOutFold the fold that nothing is learnt from. */
function trainModel(heldOutFold?: number): SameEventModel {
  const seen = pairs.filter((one) => heldOutFold === undefined || !one.folds.includes(heldOutFold));
  const same = seen.filter((one) => one.same);
  let chosen = seen;
  const fit = () =>
    fitLogistic(
      chosen.map(({ features: numbers }) => numbers),
      chosen.map((one) => one.same),
      STRENGTH,
    );
  const first = fit();
  // Once more, over those that are hard to tell.
  const hardNegatives = chosen
    .filter((one) => !one.same)
    .toSorted((one, other) => logOddsOf(first, other.features) - logOddsOf(first, one.features));
  chosen = [...same, ...hardNegatives.slice(0, NEGATIVES_PER_POSITIVE * same.length)];
  const model = { regression: fit(), bound: 0, titles, commonness };
  return { ...model, bound: bestF1Threshold(model, heldOutFold) };
}

function bestF1Threshold(model: SameEventModel, heldOutFold: number | undefined): number {
  const scores = CANDIDATE_BOUNDS.map((bound) => {
    const indexStories = storyIndexFactory(platforms, { ...model, bound });
    return SOURCES.reduce((sum, source) => {
      const chosen = items.filter(
        (one, at) => one.source === source && one.label !== 'ignore' && one.story && folds[at] !== heldOutFold,
      );
      const told = assignStoriesInDateOrder(chosen.map(asClassified), indexStories);
      return (
        sum +
        chosen.length *
          storyPairF1(
            told.map(({ storyId }, at) => ({ story: chosen[at]?.story ?? '', predicted: [storyId], fold: 0 })),
          )
      );
    }, 0);
  });
  return CANDIDATE_BOUNDS[scores.indexOf(Math.max(...scores))] ?? 0;
}

function asClassified(item: LabelledItem): Omit<ProcessedItem, 'storyId'> {
  const { label, topics, kind } = item;
  return {
    item: toNewsItem(item),
    classification: {
      label,
      topics: topics ?? [],
      kind: kind ?? 'other',
      platforms: [],
      aboutTerms: false,
      reason: '',
    },
  };
}

function pairsOf(source: LabelledItem['source']): Pair[] {
  const chosen = items.flatMap((item, at) =>
    item.source === source && item.label !== 'ignore' && item.story ? [at] : [],
  );
  return chosen.flatMap((one, place) =>
    chosen.slice(place + 1).flatMap((other): Pair[] => {
      const [a, b] = [reports[one] as ReportFeatures, reports[other] as ReportFeatures];
      // What the program never compares, or always keeps apart, teaches nothing.
      const [clues, others] = [new Set(indexKeysOf(a)), indexKeysOf(b)];
      if (daysApart(a, b) > MAX_DAYS_APART || areIncompatible(a, b) || !others.some((clue) => clues.has(clue)))
        return [];
      const same = items[one]?.story === items[other]?.story;
      return [{ same, folds: [folds[one] ?? 0, folds[other] ?? 0], features: pairFeaturesOf(a, b) }];
    }),
  );
}

function commonnessOf(counted: readonly ReportFeatures[]): Pick<SameEventModel, 'titles' | 'commonness'> {
  const counts = new Uint32Array(FREQUENCY_BUCKETS);
  for (const { stems: words, capitalizedWords: names } of counted) {
    const buckets = new Set([...words.squaredIdf.keys(), ...names.squaredIdf.keys()].map(frequencyBucketOf));
    for (const bucket of buckets) counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return {
    titles: counted.length,
    commonness: Uint8Array.from(counts, (count) => Math.min(255, Math.round(16 * Math.log2(1 + count)))),
  };
}

function serialize({ commonness: bytes, ...model }: SameEventModel): string {
  const features = fingerprintFeatures();
  return `${JSON.stringify({ features, ...model, commonness: Buffer.from(bytes).toString('base64') }, null, 1)}\n`;
}
