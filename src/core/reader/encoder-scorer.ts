/** Turns the encoder's logits into outputs of the reader: one of several exclusive classes gets its log-odds against the others. */
import { DIRECTIONS, SIGNIFICANCES } from '../../domain/vocabulary.ts';
import { WeightsError } from '../ml/weights-envelope.ts';
import { isAct } from './acts.ts';
import { OUTPUTS, type Output, STATED_POSITIONS } from './outputs.ts';

const EXCLUSIVE_CLASSES: readonly (readonly string[])[] = [
  SIGNIFICANCES,
  DIRECTIONS.map((direction) => `direction ${direction}`),
  ['none', ...STATED_POSITIONS, 'silent'].map((position) => `training ${position}`),
];
const COMPARISON_OUTPUTS = [
  ...SIGNIFICANCES.map((significance) => `counts ${significance}`),
  ...['same', 'gained', 'lost', 'bound'].map((side) => `side ${side}`),
];

export interface EncoderScorer {
  /** @returns log-odds of each of OUTPUTS. */
  clauseLogOdds(logits: Float32Array): Float32Array;
  /** @returns logits of none, minor, major; same, gained, lost, bound. */
  comparisonLogits(logits: Float32Array): Float32Array;
}

/**
 * @param names what each logit of the encoder stands for.
 * @throws WeightsError if one is missing.
 */
export function createEncoderScorer(names: readonly string[]): EncoderScorer {
  const indexOf = (name: string): number => {
    const index = names.indexOf(name);
    if (index < 0) throw new WeightsError('shapes', `the encoder lacks the output “${name}”`);
    return index;
  };
  const indexesByOutput = OUTPUTS.map((output) => competingOutputs(output).map(indexOf));
  const comparisonIndexes = COMPARISON_OUTPUTS.map(indexOf);
  return {
    clauseLogOdds: (logits) => Float32Array.from(indexesByOutput, (indexes) => logOddsAgainst(logits, indexes)),
    comparisonLogits: (logits) => Float32Array.from(comparisonIndexes, (index) => logits[index] ?? 0),
  };
}

/** The output itself, then the classes it excludes. */
function competingOutputs(output: Output): string[] {
  if (isAct(output)) return [output];
  const classes = EXCLUSIVE_CLASSES.find((names) => names.includes(output)) ?? [];
  return [output, ...classes.filter((name) => name !== output)];
}

function logOddsAgainst(logits: Float32Array, [own = 0, ...others]: readonly number[]): number {
  const logit = logits[own] ?? 0;
  if (others.length === 0) return logit;
  const max = Math.max(...others.map((other) => logits[other] ?? 0));
  const sum = others.reduce((total, other) => total + Math.exp((logits[other] ?? 0) - max), 0);
  return logit - max - Math.log(sum);
}
