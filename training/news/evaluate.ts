/**
 * How well news are read: `node training/news/figures.ts WORK [--errors]`.
 *
 * Each item is read by the model that has not seen its story, by the program's own code; made-up and real ones apart. With --errors the
 * wrong alerts and the missed ones are listed by title.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireCatalog, requireConfig } from '../../src/cli/setup.ts';
import { classifyNewsItem } from '../../src/core/news/classify-item.ts';
import { openNewsModel } from '../../src/core/news/news-model.ts';
import { assignStoriesInDateOrder, type ProcessedItem } from '../../src/core/news/news-pipeline.ts';
import { storyIndexFactory } from '../../src/core/news/story-index.ts';
import { parseSameEventModel } from '../../src/io/load-news-model.ts';
import { type LabelledItem, readJsonl, storyPairF1, toNewsItem } from './labelled-items.ts';

const [work = '', option] = process.argv.slice(2);
if (work === '') throw new Error('node training/news/figures.ts WORK [--errors]');

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

/** The rules that the model took the place of, counted on the last version that had them. */
const RULE_BASELINE: Record<string, Partial<Figures>> = {
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

interface Figures {
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

interface Prediction extends Omit<ProcessedItem, 'storyId'> {
  labelled: LabelledItem;
  fold: number;
  /** By the model of each fold. */
  stories: (string | undefined)[];
}

const rows: Record<string, Partial<Figures>> = {};
for (const [name, source] of [
  ['real', 'real'],
  ['made up, of the corpus', 'dev'],
  ['made up, our own', 'own'],
] as const) {
  rows[name] = figuresOf(predict(source));
}
console.table({ ...rows, ...RULE_BASELINE });
writeFileSync(join(work, 'news-figures.json'), JSON.stringify(rows));

const background = predict('background');
const alerts = background.filter(({ classification: reading }) => reading.label === 'alert');
console.log(`${alerts.length} alerts on ${background.length} headlines that name nothing of AI or platforms`);
for (const { item } of alerts) console.log(`  ${item.title}`);

function predict(source: LabelledItem['source']): Prediction[] {
  const chosen = items.flatMap((labelled, at) =>
    labelled.source === source ? [{ labelled, fold: folds[at] ?? 0 }] : [],
  );
  const readings = chosen.map(({ labelled, fold }) => {
    const model = models[fold];
    if (model === undefined) throw new Error(`there is no model for fold ${fold}`);
    const item = toNewsItem(labelled);
    return { item, classification: classifyNewsItem(item, platforms, model) };
  });
  // All are told by each model; of what one says only its own fold is counted.
  const byModel = models.map(({ sameEvent }) =>
    assignStoriesInDateOrder(readings, storyIndexFactory(platforms, sameEvent)),
  );
  return chosen.map(({ labelled, fold }, at) => ({
    ...(readings[at] as Omit<ProcessedItem, 'storyId'>),
    labelled,
    fold,
    stories: byModel.map((told) => told[at]?.storyId),
  }));
}

function figuresOf(all: readonly Prediction[]): Figures {
  const predictions = all.filter(({ labelled }) => labelled.disputed !== true);
  const ofLabel = (label: string) => predictions.filter(({ labelled }) => labelled.label === label);
  const alerting = predictions.filter(({ classification: reading }) => reading.label === 'alert');
  const hits = alerting.filter(({ labelled }) => labelled.label === 'alert').length;
  if (option === '--errors') printErrors(predictions);
  const relevant = predictions.filter(({ labelled }) => labelled.label !== 'ignore');
  const withKind = predictions.filter(({ labelled }) => labelled.kind);
  const withTopics = relevant.filter(({ labelled }) => labelled.topics !== null);
  const withPlatforms = relevant.filter(({ labelled }) => labelled.platforms !== null && !labelled.platformsDisputed);
  return {
    items: all.length,
    label: share(
      predictions.filter(({ classification: reading, labelled }) => reading.label === labelled.label).length,
      predictions.length,
    ),
    recall: share(hits, ofLabel('alert').length),
    precision: share(hits, alerting.length),
    'alerts on ignore': share(
      ofLabel('ignore').filter(({ classification: reading }) => reading.label === 'alert').length,
      ofLabel('ignore').length,
    ),
    kind: share(
      withKind.filter(({ classification: reading, labelled }) => reading.kind === labelled.kind).length,
      withKind.length,
    ),
    'topics, F1': f1(
      withTopics.map(({ labelled, classification: reading }) => [labelled.topics ?? [], reading.topics]),
    ),
    'platforms, F1': f1(
      withPlatforms.map(({ labelled, classification: reading }) => [
        (labelled.platforms ?? []).map(canonicalId),
        reading.platforms.map(canonicalId),
      ]),
    ),
    'stories, F1': rounded(
      storyPairF1(
        relevant.flatMap(({ labelled: { story }, stories, fold }) =>
          story ? [{ story: story, predicted: stories, fold: fold }] : [],
        ),
      ),
    ),
  };
}

/** Two of the corpus's ids stand for the companies behind two platforms. */
function canonicalId(id: string): string {
  return { 'stable-audio': 'stability', 'elevenlabs-music': 'elevenlabs' }[id] ?? id;
}

function f1(pairs: readonly (readonly [readonly string[], readonly string[]])[]): number {
  let [both, all] = [0, 0];
  for (const [are, said] of pairs) {
    const [real, named] = [new Set(are), new Set(said)];
    both += [...real].filter((one) => named.has(one)).length;
    all += real.size + named.size;
  }
  return share(2 * both, all);
}

function printErrors(predicted: readonly Prediction[]): void {
  for (const { labelled, classification: reading, item } of predicted) {
    if ((labelled.label === 'alert') === (reading.label === 'alert')) continue;
    const what = labelled.label === 'alert' ? 'missed' : `false (${labelled.label})`;
    console.log(
      `${what}${labelled.sure === false ? ', unsure' : ''}: ${item.title} | ${item.summary} | ${reading.reason}`,
    );
  }
}

function share(part: number, whole: number): number {
  return rounded(whole === 0 ? 1 : part / whole);
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}
