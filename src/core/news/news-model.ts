/** Classifies news by one linear model: whether an item pings, what kind of news it is, and its topics. */
import { NEWS_LABELS, NEWS_TOPICS, type NewsClassification } from '../../domain/news.ts';
import { EVENT_KINDS, type EventKind } from '../../domain/vocabulary.ts';
import { loadLinearModel } from '../ml/linear-model.ts';
import { WeightsError } from '../ml/weights-envelope.ts';
import { extractNewsFeatures, type NewsFeatures } from './features.ts';
import type { NewsAnalysis } from './news-analysis.ts';
import type { SameEventModel } from './same-event.ts';
import { REPORTABLE_CLASSES } from './words/gazetteer.ts';

/** News never are of kind `terms-change`: that comes from the documents themselves. */
export const NEWS_KINDS = EVENT_KINDS.filter((kind) => kind !== 'terms-change');
const TERMS_KIND: EventKind = 'policy-change';

/** In the order of the model. Thresholds are part of its biases: from log-odds of 0 on, an output holds. */
const NEWS_OUTPUTS: readonly string[] = [
  ...NEWS_LABELS,
  ...NEWS_KINDS.map((kind) => `kind ${kind}`),
  ...NEWS_TOPICS.map((topic) => `topic ${topic}`),
];
/** Weight of traits beside words, as in training/news/train_classifier.py. */
const TRAIT_WEIGHT = 1.5;
const MAX_REASON_WORDS = 4;

export interface NewsModel {
  sameEvent: SameEventModel;
  classify(analysis: NewsAnalysis): NewsClassification;
}

/** @throws WeightsError if anything is wrong with the file, or it is of another model. */
export function openNewsModel(file: Uint8Array, sameEvent: SameEventModel): NewsModel {
  const linear = loadLinearModel(file, TRAIT_WEIGHT);
  if (linear.outputs.join() !== NEWS_OUTPUTS.join()) throw new WeightsError('values', 'the file is not a news model');
  const indexOf = (output: string) => NEWS_OUTPUTS.indexOf(output);

  return {
    sameEvent,
    classify(analysis) {
      const features = extractNewsFeatures(analysis);
      const scores = linear.scores(features);
      const scoreOf = (output: string) => scores[indexOf(output)] ?? Number.NEGATIVE_INFINITY;
      const label = decideLabel(scoreOf);
      const kind = NEWS_KINDS.reduce((best, next) => (scoreOf(`kind ${next}`) > scoreOf(`kind ${best}`) ? next : best));
      const contributions = linear.featureContributions(features, indexOf(label));
      return {
        label,
        platforms: analysis.entities
          .filter(({ entityClass }) => REPORTABLE_CLASSES.has(entityClass))
          .map(({ id }) => id),
        topics: label === 'ignore' ? [] : NEWS_TOPICS.filter((topic) => scoreOf(`topic ${topic}`) >= 0),
        kind,
        aboutTerms: kind === TERMS_KIND || mentionsChangedTerms(analysis),
        reason: topContributingWords(features, contributions)
          .map((word) => `“${word}”`)
          .join(', '),
      };
    },
  };
}

/** An uncertain alert goes to the digest. */
function decideLabel(scoreOf: (label: NewsClassification['label']) => number): NewsClassification['label'] {
  if (scoreOf('ignore') >= 0 && scoreOf('ignore') >= scoreOf('alert')) return 'ignore';
  return scoreOf('alert') >= 0 ? 'alert' : 'digest';
}

const mentionsChangedTerms = ({ has }: NewsAnalysis): boolean => has('terms') && (has('changed') || has('discovered'));

/** The words that contribute most, each by all features it is part of. */
function topContributingWords(
  features: NewsFeatures,
  contributions: { own: Float32Array; context: Float32Array },
): string[] {
  const weights = new Map<string, number>();
  for (const group of ['own', 'context'] as const) {
    features[group].forEach((feature, i) => {
      const words = features.hits.get(feature) ?? [];
      for (const word of words)
        weights.set(word, (weights.get(word) ?? 0) + (contributions[group][i] ?? 0) / words.length);
    });
  }
  return [...weights]
    .filter(([, weight]) => weight > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_REASON_WORDS)
    .map(([word]) => word);
}
