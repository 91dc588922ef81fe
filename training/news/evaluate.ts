/**
 * How well news are read: `node training/news/figures.ts WORK [--errors]`.
 *
 * Each item is read by the model that has not seen its story, by the program's own code; made-up and real ones apart. With --errors the
 * wrong alerts and the missed ones are listed by title.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogFrom, configured } from '../../src/cli/setup.ts';
import { openNewsModel } from '../../src/core/news/news-model.ts';
import { type ReadItem, toldInDateOrder } from '../../src/core/news/news-pipeline.ts';
import { readNewsItem } from '../../src/core/news/classify-item.ts';
import { storyIndexer } from '../../src/core/news/story-index.ts';
import { sameEventModelFrom } from '../../src/io/load-news-model.ts';
import { itemOf, type LabelledItem, linesOf, storiesF1 } from './labelled-items.ts';

const [work = '', option] = process.argv.slice(2);
if (work === '') throw new Error('node training/news/figures.ts WORK [--errors]');

const { platforms } = await catalogFrom(configured().catalogDirs);
const items = linesOf<LabelledItem>(join(work, 'news.jsonl'));
const folds: number[] = JSON.parse(readFileSync(join(work, 'news-folds.json'), 'utf8'));
const models = [...new Set(folds)]
  .sort()
  .map((fold) =>
    openNewsModel(
      readFileSync(join(work, `news-${fold}.weights`)),
      sameEventModelFrom(readFileSync(join(work, `stories-${fold}.json`))),
    ),
  );

/** The rules that the model took the place of, counted on the last version that had them. */
const RULES: Record<string, Partial<Figures>> = {
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

interface Said extends Omit<ReadItem, 'storyId'> {
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
  rows[name] = figuresOf(read(source));
}
console.table({ ...rows, ...RULES });
writeFileSync(join(work, 'news-figures.json'), JSON.stringify(rows));

const background = read('background');
const alerts = background.filter(({ reading }) => reading.label === 'alert');
console.log(`${alerts.length} alerts on ${background.length} headlines that name nothing of AI or platforms`);
for (const { item } of alerts) console.log(`  ${item.title}`);

function read(source: LabelledItem['source']): Said[] {
  const chosen = items.flatMap((labelled, at) =>
    labelled.source === source ? [{ labelled, fold: folds[at] ?? 0 }] : [],
  );
  const readings = chosen.map(({ labelled, fold }) => {
    const model = models[fold];
    if (model === undefined) throw new Error(`there is no model for fold ${fold}`);
    const item = itemOf(labelled);
    return { item, reading: readNewsItem(item, platforms, model) };
  });
  // All are told by each model; of what one says only its own fold is counted.
  const byModel = models.map(({ sameEvent }) => toldInDateOrder(readings, storyIndexer(platforms, sameEvent)));
  return chosen.map(({ labelled, fold }, at) => ({
    ...(readings[at] as Omit<ReadItem, 'storyId'>),
    labelled,
    fold,
    stories: byModel.map((told) => told[at]?.storyId),
  }));
}

function figuresOf(all: readonly Said[]): Figures {
  const said = all.filter(({ labelled }) => labelled.disputed !== true);
  const ofLabel = (label: string) => said.filter(({ labelled }) => labelled.label === label);
  const alerting = said.filter(({ reading }) => reading.label === 'alert');
  const hits = alerting.filter(({ labelled }) => labelled.label === 'alert').length;
  if (option === '--errors') printErrors(said);
  const told = said.filter(({ labelled }) => labelled.label !== 'ignore');
  const withKind = said.filter(({ labelled }) => labelled.kind);
  const withTopics = told.filter(({ labelled }) => labelled.topics !== null);
  const withPlatforms = told.filter(({ labelled }) => labelled.platforms !== null && !labelled.platformsDisputed);
  return {
    items: all.length,
    label: share(said.filter(({ reading, labelled }) => reading.label === labelled.label).length, said.length),
    recall: share(hits, ofLabel('alert').length),
    precision: share(hits, alerting.length),
    'alerts on ignore': share(
      ofLabel('ignore').filter(({ reading }) => reading.label === 'alert').length,
      ofLabel('ignore').length,
    ),
    kind: share(withKind.filter(({ reading, labelled }) => reading.kind === labelled.kind).length, withKind.length),
    'topics, F1': f1(withTopics.map(({ labelled, reading }) => [labelled.topics ?? [], reading.topics])),
    'platforms, F1': f1(
      withPlatforms.map(({ labelled, reading }) => [
        (labelled.platforms ?? []).map(asScored),
        reading.platforms.map(asScored),
      ]),
    ),
    'stories, F1': rounded(
      storiesF1(
        told.flatMap(({ labelled: { story }, stories, fold }) =>
          story ? [{ is: story, said: stories, by: fold }] : [],
        ),
      ),
    ),
  };
}

/** Two of the corpus's ids stand for the companies behind two platforms. */
function asScored(id: string): string {
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

function printErrors(said: readonly Said[]): void {
  for (const { labelled, reading, item } of said) {
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
