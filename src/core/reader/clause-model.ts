/**
 * What the trained reader says of a clause: the linear model looks at every clause, the encoder at those that may be about AI, and where both
 * have spoken a small regression makes one probability of their scores.
 */
import type { Clause } from '../../domain/document.ts';
import { remember } from '../text/memoize.ts';
import { type ClauseWords, featuresOf, wordsAround, wordsOfKey } from './clause-features.ts';
import type { Encoder } from './encoder/encoder.ts';
import type { ClauseInContext, Difference } from './encoder/encoder-input.ts';
import { WeightsError } from './encoder/weights-error.ts';
import { readEncoderScores } from './encoder-scorer.ts';
import type { LinearModel } from './linear-model.ts';
import { sigmoid } from './logistic.ts';
import { namesAi } from './mentions-ai.ts';
import { OUTPUTS, type Output } from './outputs.ts';
import type { Says } from './output-probabilities.ts';

/** How the scores of both become one probability: weights and bias of log-odds. `alone`: of a clause the encoder does not read. */
export interface Joined {
  both: readonly [linear: number, encoder: number, bias: number];
  alone: readonly [linear: number, bias: number];
}

export interface ClauseModelParts {
  linear: LinearModel;
  encoder: Encoder;
  joined: Readonly<Record<Output, Joined>>;
  /** Less likely to be about AI, by the linear model, and it is read no further unless it names it. */
  screen: number;
}

/** A clause with the sentence before it in its passage. */
export interface ClauseInPlace {
  clause: Clause;
  previous: string;
}

export interface ClauseModel {
  /** How likely a clause is about AI by its words alone, or nothing where it need not be looked at. Quick. */
  about(place: ClauseInPlace): number | undefined;
  /** By both models. Takes milliseconds, unless it was asked before. */
  says(place: ClauseInPlace): Says;
  /** By the linear model alone: less good, and quick. */
  saysAtOnce(place: ClauseInPlace): Says;
  /** Of both sides of a difference: logits of none, minor, major; same, gained, lost, bound. */
  compare(difference: Difference): Float32Array;
  /** The words of a clause that speak most for an output, strongest first. */
  wordsFor(place: ClauseInPlace, output: Output): string[];
}

/** Clauses and differences remembered; a long document has a few hundred clauses that are read. */
const CLAUSES_REMEMBERED = 20_000;
const DIFFERENCES_REMEMBERED = 2000;
const WORDS_SHOWN = 5;

/** @throws WeightsError if the files do not say all that is asked. */
export function openClauseModel({ linear, encoder, joined, screen }: ClauseModelParts): ClauseModel {
  const about = linear.outputs.indexOf('about');
  const linearPlaces = OUTPUTS.map((output) => linear.outputs.indexOf(output));
  if (about < 0 || linearPlaces.some((place) => place < 0)) {
    throw new WeightsError('shapes', 'the linear model does not speak of all that is asked');
  }
  const encoderScores = readEncoderScores(encoder.outputs);
  const compareSides = encoder.compare;
  if (compareSides === undefined) throw new WeightsError('shapes', 'the encoder does not compare');
  const [clauses, differences] = [remember<Says>(CLAUSES_REMEMBERED), remember<Float32Array>(DIFFERENCES_REMEMBERED)];

  const linearScores = (place: ClauseInPlace) => linear.scores(featuresOf(wordsOf(place)));
  const linearAt = (scores: Float32Array, output: number) => scores[linearPlaces[output] ?? 0] ?? 0;

  return {
    about(place) {
      const likely = sigmoid(linear.score(featuresOf(wordsOf(place)), about));
      const { text, head, intro } = contextOf(place);
      return likely >= screen || namesAi(text, head, intro) ? likely : undefined;
    },
    says(place) {
      const context = contextOf(place);
      return clauses(JSON.stringify(context), () => {
        const scores = linearScores(place);
        const read = encoderScores.ofClause(encoder.logits(context));
        return Float32Array.from(OUTPUTS, (output, at) => {
          const [ofLinear, ofEncoder, bias] = joined[output].both;
          return sigmoid(ofLinear * linearAt(scores, at) + ofEncoder * (read[at] ?? 0) + bias);
        });
      });
    },
    saysAtOnce(place) {
      const scores = linearScores(place);
      return Float32Array.from(OUTPUTS, (output, at) => {
        const [ofLinear, bias] = joined[output].alone;
        return sigmoid(ofLinear * linearAt(scores, at) + bias);
      });
    },
    compare: (difference) =>
      differences(JSON.stringify(difference), () => encoderScores.ofDifference(compareSides(difference))),
    wordsFor(place, output) {
      const words = wordsOf(place);
      return strongest(words.own, linear.contributions(words, linearPlaces[OUTPUTS.indexOf(output)] ?? 0));
    },
  };
}

/** What the encoder reads around a clause is bounded. */
const MOST_AROUND = 600;

export function contextOf({ clause: { text, section, lead }, previous }: ClauseInPlace): ClauseInContext {
  return { text, head: section.at(-1) ?? '', intro: lead.slice(-MOST_AROUND), prev: previous.slice(-MOST_AROUND) };
}

function wordsOf({ clause, previous }: ClauseInPlace): ClauseWords {
  return {
    own: wordsOfKey(clause.key),
    heading: wordsAround(clause.section.at(-1) ?? ''),
    intro: wordsAround(clause.lead),
    previous: wordsAround(previous),
  };
}

/** Each word once, with all that it adds wherever it stands. */
function strongest(words: readonly string[], spoken: Float32Array): string[] {
  const sums = new Map<string, number>();
  for (const [at, word] of words.entries()) sums.set(word, (sums.get(word) ?? 0) + (spoken[at] ?? 0));
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .sort(([, one], [, other]) => other - one)
    .slice(0, WORDS_SHOWN)
    .map(([word]) => word);
}
