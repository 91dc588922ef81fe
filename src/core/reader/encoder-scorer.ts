/** The encoder's logits as the outputs of the reader: of its rivals (weights, directions, positions) each gets its log-odds against the others. */
import { DIRECTIONS, SIGNIFICANCES } from '../../domain/vocabulary.ts';
import { isAct } from './acts.ts';
import { WeightsError } from './encoder/weights-error.ts';
import { OUTPUTS, type Output, STATED_POSITIONS } from './outputs.ts';

const EXCLUSIVE_OUTPUTS: readonly (readonly string[])[] = [
  SIGNIFICANCES,
  DIRECTIONS.map((one) => `direction ${one}`),
  ['none', ...STATED_POSITIONS, 'silent'].map((one) => `training ${one}`),
];
/** What it says of two sides of a difference, in this order. */
const COMPARISON_OUTPUTS = [
  ...SIGNIFICANCES.map((one) => `counts ${one}`),
  ...['same', 'gained', 'lost', 'bound'].map((one) => `side ${one}`),
];

export interface EncoderScorer {
  /** @returns log-odds of each of OUTPUTS. */
  clauseLogOdds(logits: Float32Array): Float32Array;
  /** @returns logits of none, minor, major; same, gained, lost, bound. */
  comparisonLogits(logits: Float32Array): Float32Array;
}

/**
 * @param names what each logit of the encoder stands for.
 * @throws WeightsError if the encoder does not speak of all that is asked.
 */
export function createEncoderScorer(names: readonly string[]): EncoderScorer {
  const placeOf = (name: string): number => {
    const place = names.indexOf(name);
    if (place < 0) throw new WeightsError('shapes', `the encoder says nothing of “${name}”`);
    return place;
  };
  const placesOf = new Map(OUTPUTS.map((output) => [output, competingOutputs(output).map(placeOf)]));
  const compared = COMPARISON_OUTPUTS.map(placeOf);
  return {
    clauseLogOdds: (logits) =>
      Float32Array.from(OUTPUTS, (output) => logOddsAgainst(logits, placesOf.get(output) ?? [])),
    comparisonLogits: (logits) => Float32Array.from(compared, (place) => logits[place] ?? 0),
  };
}

/** The output, then what it is weighed against. */
function competingOutputs(output: Output): string[] {
  if (isAct(output)) return [output];
  const rivals = EXCLUSIVE_OUTPUTS.find((names) => names.includes(output)) ?? [];
  return [output, ...rivals.filter((name) => name !== output)];
}

function logOddsAgainst(logits: Float32Array, [own = 0, ...others]: readonly number[]): number {
  const logit = logits[own] ?? 0;
  if (others.length === 0) return logit;
  const most = Math.max(...others.map((other) => logits[other] ?? 0));
  const sum = others.reduce((total, other) => total + Math.exp((logits[other] ?? 0) - most), 0);
  return logit - most - Math.log(sum);
}
