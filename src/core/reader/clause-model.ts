/**
 * What the trained reader says of a clause: the linear model looks at every clause, the encoder at those that may be about AI, and where both
 * have spoken a small regression makes one probability of their scores.
 */
import type { Clause } from '../../domain/document.ts';
import { createMemoCache } from '../text/memoize.ts';
import { type ClauseWords, extractClauseFeatures, extractContextWords, extractWords } from './clause-features.ts';
import type { Encoder } from './encoder/encoder.ts';
import type { EncoderClause, EncoderPair } from './encoder/encoder-input.ts';
import { WeightsError } from './encoder/weights-error.ts';
import { createEncoderScorer } from './encoder-scorer.ts';
import type { LinearModel } from './linear-model.ts';
import { sigmoid } from './logistic.ts';
import { mentionsAi } from './mentions-ai.ts';
import type { OutputProbabilities } from './output-probabilities.ts';
import { OUTPUTS, type Output } from './outputs.ts';

/** How the scores of both become one probability: weights and bias of log-odds. `alone`: of a clause the encoder does not read. */
export interface ScoreCombination {
  both: readonly [linear: number, encoder: number, bias: number];
  alone: readonly [linear: number, bias: number];
}

export interface ClauseModelParts {
  linear: LinearModel;
  encoder: Encoder;
  joined: Readonly<Record<Output, ScoreCombination>>;
  /** Less likely to be about AI, by the linear model, and it is read no further unless it names it. */
  screen: number;
}

/** A clause with the sentence before it in its passage. */
export interface ClauseWithPrevious {
  clause: Clause;
  previous: string;
}

export interface ClauseModel {
  /** How likely a clause is about AI by its words alone, or nothing where it need not be looked at. Quick. */
  screenClause(place: ClauseWithPrevious): number | undefined;
  /** By both models. Takes milliseconds, unless it was asked before. */
  classify(place: ClauseWithPrevious): OutputProbabilities;
  /** By the linear model alone: less good, and quick. */
  classifyLinear(place: ClauseWithPrevious): OutputProbabilities;
  /** Of both sides of a difference: logits of none, minor, major; same, gained, lost, bound. */
  compare(difference: EncoderPair): Float32Array;
  /** The words of a clause that speak most for an output, strongest first. */
  topWords(place: ClauseWithPrevious, output: Output): string[];
}

/** Clauses and differences remembered; a long document has a few hundred clauses that are read. */
const MAX_MEMOIZED_CLAUSES = 20_000;
const MAX_MEMOIZED_PAIRS = 2000;
const MAX_TOP_WORDS = 5;

/** @throws WeightsError if the files do not say all that is asked. */
export function createClauseModel({ linear, encoder, joined, screen }: ClauseModelParts): ClauseModel {
  const screenClause = linear.outputs.indexOf('about');
  const linearPlaces = OUTPUTS.map((output) => linear.outputs.indexOf(output));
  if (screenClause < 0 || linearPlaces.some((place) => place < 0)) {
    throw new WeightsError('shapes', 'the linear model does not speak of all that is asked');
  }
  const encoderScorer = createEncoderScorer(encoder.outputs);
  const compareSides = encoder.compare;
  if (compareSides === undefined) throw new WeightsError('shapes', 'the encoder does not compare');
  const [clauses, differences] = [
    createMemoCache<OutputProbabilities>(MAX_MEMOIZED_CLAUSES),
    createMemoCache<Float32Array>(MAX_MEMOIZED_PAIRS),
  ];

  const linearScores = (place: ClauseWithPrevious) => linear.scores(extractClauseFeatures(toClauseWords(place)));
  const linearAt = (scores: Float32Array, output: number) => scores[linearPlaces[output] ?? 0] ?? 0;

  return {
    screenClause(place) {
      const likely = sigmoid(linear.score(extractClauseFeatures(toClauseWords(place)), screenClause));
      const { text, head, intro } = toEncoderClause(place);
      return likely >= screen || mentionsAi(text, head, intro) ? likely : undefined;
    },
    classify(place) {
      const context = toEncoderClause(place);
      return clauses(JSON.stringify(context), () => {
        const scores = linearScores(place);
        const read = encoderScorer.clauseLogOdds(encoder.logits(context));
        return Float32Array.from(OUTPUTS, (output, at) => {
          const [ofLinear, ofEncoder, bias] = joined[output].both;
          return sigmoid(ofLinear * linearAt(scores, at) + ofEncoder * (read[at] ?? 0) + bias);
        });
      });
    },
    classifyLinear(place) {
      const scores = linearScores(place);
      return Float32Array.from(OUTPUTS, (output, at) => {
        const [ofLinear, bias] = joined[output].alone;
        return sigmoid(ofLinear * linearAt(scores, at) + bias);
      });
    },
    compare: (difference) =>
      differences(JSON.stringify(difference), () => encoderScorer.comparisonLogits(compareSides(difference))),
    topWords(place, output) {
      const words = toClauseWords(place);
      return strongest(words.own, linear.wordContributions(words, linearPlaces[OUTPUTS.indexOf(output)] ?? 0));
    },
  };
}

/** What the encoder reads around a clause is bounded. */
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

/** Each word once, with all that it adds wherever it stands. */
function strongest(words: readonly string[], byWord: Float32Array): string[] {
  const sums = new Map<string, number>();
  for (const [at, word] of words.entries()) sums.set(word, (sums.get(word) ?? 0) + (byWord[at] ?? 0));
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MAX_TOP_WORDS)
    .map(([word]) => word);
}
