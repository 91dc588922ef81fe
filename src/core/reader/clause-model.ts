/**
 * The clause model: the linear model screens every clause, the encoder reads those that may be about AI, and a small regression combines
 * both scores into one probability for each output.
 */
import type { Clause } from '../../domain/document.ts';
import { forEachNgram } from '../ml/feature-hashing.ts';
import type { LinearModel } from '../ml/linear-model.ts';
import { sigmoid } from '../ml/logistic.ts';
import { WeightsError } from '../ml/weights-envelope.ts';
import { createMemoCache } from '../text/memoize.ts';
import { type ClauseWords, extractClauseFeatures, extractContextWords, extractWords } from './clause-features.ts';
import type { Encoder } from './encoder/encoder.ts';
import type { EncoderClause, EncoderPair } from './encoder/encoder-input.ts';
import { createEncoderScorer } from './encoder-scorer.ts';
import { mentionsAi } from './mentions-ai.ts';
import { OUTPUTS, type Output, type OutputProbabilities } from './outputs.ts';

/** Weights and bias over log-odds; `alone` is for clauses that the encoder does not read. */
export interface ScoreCombination {
  both: readonly [linear: number, encoder: number, bias: number];
  alone: readonly [linear: number, bias: number];
}

export interface ClauseModelParts {
  linear: LinearModel;
  encoder: Encoder;
  joined: Readonly<Record<Output, ScoreCombination>>;
  /** Clauses less likely to be about AI are dropped, unless they mention it. */
  screen: number;
}

/** A clause with the sentence before it in its passage. */
export interface ClauseWithPrevious {
  clause: Clause;
  previous: string;
}

export interface ClauseModel {
  /** The linear model's probability that a clause is about AI; nothing where the clause can be skipped. */
  screenClause(clause: ClauseWithPrevious): number | undefined;
  /** By both models. Takes milliseconds, unless cached. */
  classify(clause: ClauseWithPrevious): OutputProbabilities;
  /** By the linear model alone: faster and less accurate. */
  classifyLinear(clause: ClauseWithPrevious): OutputProbabilities;
  /** @returns logits of none, minor, major; same, gained, lost, bound. */
  compare(pair: EncoderPair): Float32Array;
  /** The words of a clause that contribute most to an output, strongest first. */
  topWords(clause: ClauseWithPrevious, output: Output): string[];
}

/** A long document has a few hundred clauses about AI. */
const MAX_CACHED_CLAUSES = 20_000;
const MAX_CACHED_PAIRS = 2000;
const MAX_TOP_WORDS = 5;

/** @throws WeightsError if a model lacks an output. */
export function createClauseModel({ linear, encoder, joined, screen }: ClauseModelParts): ClauseModel {
  const aboutAi = linear.outputs.indexOf('about');
  const linearIndexes = OUTPUTS.map((output) => linear.outputs.indexOf(output));
  if (aboutAi < 0 || linearIndexes.some((index) => index < 0)) {
    throw new WeightsError('shapes', 'the linear model lacks an output');
  }
  const encoderScorer = createEncoderScorer(encoder.outputs);
  const comparePair = encoder.compare;
  if (comparePair === undefined) throw new WeightsError('shapes', 'the encoder cannot compare');
  const cachedClause = createMemoCache<OutputProbabilities>(MAX_CACHED_CLAUSES);
  const cachedPair = createMemoCache<Float32Array>(MAX_CACHED_PAIRS);

  const linearScores = (clause: ClauseWithPrevious): number[] => {
    const scores = linear.scores(extractClauseFeatures(toClauseWords(clause)));
    return linearIndexes.map((index) => scores[index] ?? 0);
  };

  return {
    screenClause(clause) {
      const probability = sigmoid(linear.score(extractClauseFeatures(toClauseWords(clause)), aboutAi));
      const { text, head, intro } = toEncoderClause(clause);
      return probability >= screen || mentionsAi(text, head, intro) ? probability : undefined;
    },
    classify(clause) {
      const encoderClause = toEncoderClause(clause);
      return cachedClause(JSON.stringify(encoderClause), () => {
        const fromLinear = linearScores(clause);
        const fromEncoder = encoderScorer.clauseLogOdds(encoder.logits(encoderClause));
        return Float32Array.from(OUTPUTS, (output, i) => {
          const [linearWeight, encoderWeight, bias] = joined[output].both;
          return sigmoid(linearWeight * (fromLinear[i] ?? 0) + encoderWeight * (fromEncoder[i] ?? 0) + bias);
        });
      });
    },
    classifyLinear(clause) {
      const fromLinear = linearScores(clause);
      return Float32Array.from(OUTPUTS, (output, i) => {
        const [linearWeight, bias] = joined[output].alone;
        return sigmoid(linearWeight * (fromLinear[i] ?? 0) + bias);
      });
    },
    compare: (pair) => cachedPair(JSON.stringify(pair), () => encoderScorer.comparisonLogits(comparePair(pair))),
    topWords(clause, output) {
      const words = toClauseWords(clause);
      const contributions = wordContributions(words, linear, linearIndexes[OUTPUTS.indexOf(output)] ?? 0);
      return strongestWords(words.own, contributions);
    },
  };
}

const MAX_CONTEXT_CHARS = 600;

export function toEncoderClause({ clause: { text, section, lead }, previous }: ClauseWithPrevious): EncoderClause {
  return {
    text,
    head: section.at(-1) ?? '',
    intro: lead.slice(-MAX_CONTEXT_CHARS),
    prev: previous.slice(-MAX_CONTEXT_CHARS),
  };
}

function toClauseWords({ clause, previous }: ClauseWithPrevious): ClauseWords {
  return {
    own: extractWords(clause.key),
    heading: extractContextWords(clause.section.at(-1) ?? ''),
    intro: extractContextWords(clause.lead),
    previous: extractContextWords(previous),
  };
}

/** What each own word adds to the log-odds of an output; with the context and the bias they sum to its score. */
export function wordContributions(words: ClauseWords, linear: LinearModel, output: number): Float32Array {
  const features = extractClauseFeatures(words);
  const { own } = linear.featureContributions(features, output);
  const byWord = new Float32Array(words.own.length);
  // A repeated feature counts once, where it first occurs.
  const unassigned = new Map(Array.from(features.own, (feature, i) => [feature, own[i] ?? 0]));
  forEachNgram(words.own, (feature, from, to) => {
    const share = (unassigned.get(feature) ?? 0) / (to - from);
    unassigned.delete(feature);
    for (let i = from; i < to; i++) byWord[i] = (byWord[i] ?? 0) + share;
  });
  return byWord;
}

function strongestWords(words: readonly string[], contributions: Float32Array): string[] {
  const sums = new Map<string, number>();
  for (const [i, word] of words.entries()) sums.set(word, (sums.get(word) ?? 0) + (contributions[i] ?? 0));
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_TOP_WORDS)
    .map(([word]) => word);
}
