/**
 * Learns which reports are of one event: `node training/news/stories.ts WORK`.
 *
 * Writes WORK/stories-<fold>.json, by models that have not seen the stories of a fold, and WORK/stories.json by all, as `src/io/load-news-model.ts`
 * reads them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogFrom, configured } from '../../src/cli/setup.ts';
import { inView } from '../../src/core/news/features.ts';
import { type ReadItem, toldInDateOrder } from '../../src/core/news/news-pipeline.ts';
import { type Report, reportOf } from '../../src/core/news/report-features.ts';
import {
  areApart,
  bucketOf,
  COMMONNESS_BUCKETS,
  daysApart,
  FADES_AFTER_DAYS,
  pairNumbers,
  rarityOf,
  type SameEventModel,
} from '../../src/core/news/same-event.ts';
import { cluesOf, storyIndexer } from '../../src/core/news/story-index.ts';
import { logOddsOf } from '../../src/core/reader/logistic.ts';
import { learnLogistic } from '../fit-logistic.ts';
import { fingerprintOfFeatures, itemOf, type LabelledItem, linesOf, storiesF1 } from './labelled-items.ts';

const [work = ''] = process.argv.slice(2);
if (work === '') throw new Error('node training/news/stories.ts WORK');

/** How little is held against large weights. */
const STRENGTH = 0.3;
/** Of pairs that are of two events, the likest so many for each pair of one: the others teach nothing. */
const OTHERS_FOR_EACH = 30;
const BOUNDS = [-2, -1.5, -1, -0.5, 0, 0.5, 1];
const SOURCES: readonly LabelledItem['source'][] = ['real', 'dev', 'own', 'headline'];

const { platforms } = await catalogFrom(configured().catalogDirs);
const items = linesOf<LabelledItem>(join(work, 'news.jsonl'));
const folds: number[] = JSON.parse(readFileSync(join(work, 'news-folds.json'), 'utf8'));

const views = items.map((item) => inView(itemOf(item), platforms));
const { titles, commonness } = commonnessOf(views.map((view) => reportOf(view, () => 1)));
const reports = views.map((view) => reportOf(view, rarityOf({ titles, commonness })));

interface Pair {
  same: boolean;
  folds: readonly [number, number];
  numbers: number[];
}

const pairs = SOURCES.flatMap(pairsOf);
console.error(`${pairs.length} pairs, ${pairs.filter(({ same }) => same).length} of one event`);
for (const fold of [...new Set(folds)].sort()) {
  writeFileSync(join(work, `stories-${fold}.json`), written(learn(fold)));
}
const all = learn();
writeFileSync(join(work, 'stories.json'), written(all));
console.error(all.bound, all.regression);

/** @param held the fold that nothing is learnt from. */
function learn(held?: number): SameEventModel {
  const seen = pairs.filter((one) => held === undefined || !one.folds.includes(held));
  const same = seen.filter((one) => one.same);
  let chosen = seen;
  const learnt = () =>
    learnLogistic(
      chosen.map(({ numbers }) => numbers),
      chosen.map((one) => one.same),
      STRENGTH,
    );
  const first = learnt();
  // Once more, over those that are hard to tell.
  const hard = chosen
    .filter((one) => !one.same)
    .toSorted((one, other) => logOddsOf(first, other.numbers) - logOddsOf(first, one.numbers));
  chosen = [...same, ...hard.slice(0, OTHERS_FOR_EACH * same.length)];
  const model = { regression: learnt(), bound: 0, titles, commonness };
  return { ...model, bound: bestBound(model, held) };
}

function bestBound(model: SameEventModel, held: number | undefined): number {
  const scores = BOUNDS.map((bound) => {
    const indexStories = storyIndexer(platforms, { ...model, bound });
    return SOURCES.reduce((sum, source) => {
      const chosen = items.filter(
        (one, at) => one.source === source && one.label !== 'ignore' && one.story && folds[at] !== held,
      );
      const told = toldInDateOrder(chosen.map(asRead), indexStories);
      return (
        sum +
        chosen.length *
          storiesF1(told.map(({ storyId }, at) => ({ is: chosen[at]?.story ?? '', said: [storyId], by: 0 })))
      );
    }, 0);
  });
  return BOUNDS[scores.indexOf(Math.max(...scores))] ?? 0;
}

function asRead(item: LabelledItem): Omit<ReadItem, 'storyId'> {
  const { label, topics, kind } = item;
  return {
    item: itemOf(item),
    reading: { label, topics: topics ?? [], kind: kind ?? 'other', platforms: [], aboutTerms: false, reason: '' },
  };
}

function pairsOf(source: LabelledItem['source']): Pair[] {
  const chosen = items.flatMap((item, at) =>
    item.source === source && item.label !== 'ignore' && item.story ? [at] : [],
  );
  return chosen.flatMap((one, place) =>
    chosen.slice(place + 1).flatMap((other): Pair[] => {
      const [a, b] = [reports[one] as Report, reports[other] as Report];
      // What the program never compares, or always keeps apart, teaches nothing.
      const [clues, others] = [new Set(cluesOf(a)), cluesOf(b)];
      if (daysApart(a, b) > FADES_AFTER_DAYS || areApart(a, b) || !others.some((clue) => clues.has(clue))) return [];
      const same = items[one]?.story === items[other]?.story;
      return [{ same, folds: [folds[one] ?? 0, folds[other] ?? 0], numbers: pairNumbers(a, b) }];
    }),
  );
}

function commonnessOf(counted: readonly Report[]): Pick<SameEventModel, 'titles' | 'commonness'> {
  const counts = new Uint32Array(COMMONNESS_BUCKETS);
  for (const { words, names } of counted) {
    const buckets = new Set([...words.rarities.keys(), ...names.rarities.keys()].map(bucketOf));
    for (const bucket of buckets) counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return {
    titles: counted.length,
    commonness: Uint8Array.from(counts, (count) => Math.min(255, Math.round(16 * Math.log2(1 + count)))),
  };
}

function written({ commonness: bytes, ...model }: SameEventModel): string {
  const features = fingerprintOfFeatures();
  return `${JSON.stringify({ features, ...model, commonness: Buffer.from(bytes).toString('base64') }, null, 1)}\n`;
}
