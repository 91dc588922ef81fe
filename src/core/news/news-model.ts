/** What has learnt to read news: whether an item pings, what kind of news it is, and its topics, by one linear model over what is seen of it. */
import { NEWS_TOPICS, type NewsClassification, type NewsTopic } from '../../domain/news.ts';
import { EVENT_KINDS, type EventKind } from '../../domain/vocabulary.ts';
import { WeightsError } from '../reader/encoder/weights-error.ts';
import { loadLinearModel } from '../reader/linear-model.ts';
import { extractNewsFeatures, type NewsAnalysis, type NewsFeatures } from './features.ts';
import type { SameEventModel } from './same-event.ts';

export const NEWS_LABELS = ['alert', 'digest', 'ignore'] as const satisfies NewsClassification['label'][];
/** An outlet reports no change of terms as such: that is what documents are read for. */
export const NEWS_KINDS = EVENT_KINDS.filter((kind) => kind !== 'terms-change');

/** What the model says: log-odds of each, in this order. The bounds are in them: at zero and above, it is so. */
const NEWS_OUTPUTS: readonly string[] = [
  ...NEWS_LABELS,
  ...NEWS_KINDS.map((kind) => `kind ${kind}`),
  ...NEWS_TOPICS.map((topic) => `topic ${topic}`),
];
/** How much traits count beside words. */
const TRAIT_WEIGHT = 1.5;
/** Words shown as the cause. */
const MAX_SHOWN_WORDS = 4;

export interface NewsModel {
  sameEvent: SameEventModel;
  classify(view: NewsAnalysis): {
    label: NewsClassification['label'];
    kind: EventKind;
    topics: NewsTopic[];
    topWords: string[];
  };
}

/** @throws WeightsError if anything is wrong with the file, or it is of another model. */
export function openNewsModel(file: Uint8Array, sameEvent: SameEventModel): NewsModel {
  const linear = loadLinearModel(file, TRAIT_WEIGHT);
  if (linear.outputs.join() !== NEWS_OUTPUTS.join())
    throw new WeightsError('values', 'the weights are of no model of news');
  const at = (output: string) => NEWS_OUTPUTS.indexOf(output);

  return {
    sameEvent,
    classify(view) {
      const features = extractNewsFeatures(view);
      const scores = linear.scores(features);
      const score = (output: string) => scores[at(output)] ?? Number.NEGATIVE_INFINITY;
      const label = decideLabel(score);
      const { own, context } = linear.featureContributions(features, at(label));
      return {
        label,
        kind: NEWS_KINDS.reduce((best, kind) => (score(`kind ${kind}`) > score(`kind ${best}`) ? kind : best)),
        topics: label === 'ignore' ? [] : NEWS_TOPICS.filter((topic) => score(`topic ${topic}`) >= 0),
        topWords: topContributingWords(features, own, context),
      };
    },
  };
}

/** Where it is not sure enough of an alert, an item goes to the digest, never the other way round. */
function decideLabel(score: (label: NewsClassification['label']) => number): NewsClassification['label'] {
  if (score('ignore') >= 0 && score('ignore') >= score('alert')) return 'ignore';
  return score('alert') >= 0 ? 'alert' : 'digest';
}

/** The words of an item that spoke most for an answer, each counted by all it is part of. */
function topContributingWords(features: NewsFeatures, own: Float32Array, context: Float32Array): string[] {
  const weights = new Map<string, number>();
  const count = (numbers: Uint32Array, shares: Float32Array) => {
    numbers.forEach((feature, at) => {
      const words = features.hits.get(feature) ?? [];
      for (const word of words) weights.set(word, (weights.get(word) ?? 0) + (shares[at] ?? 0) / words.length);
    });
  };
  count(features.own, own);
  count(features.context, context);
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MAX_SHOWN_WORDS)
    .map(([word]) => word);
}
