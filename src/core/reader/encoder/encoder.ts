/**
 * A trained reader of clauses: a small transformer that runs in plain Node. `weights-file.ts` says how it is kept, `network.ts` what it
 * computes, `kernel/kernel.c` how fast.
 */
import { buildClauseInput, buildPairInput, type EncoderClause, type EncoderPair } from './encoder-input.ts';
import { parseEncoderWeights } from './encoder-weights.ts';
import { createNetwork } from './network.ts';
import { createTokenizer } from './tokenizer/tokenizer.ts';

export interface Encoder {
  /** What each logit stands for. */
  readonly outputs: readonly string[];
  /** SHA-256 of the weights in hex: what was read with the same one need not be read again. */
  readonly checksum: string;
  /** @returns one finite logit for each output; the same on every machine. */
  logits(clause: EncoderClause): Float32Array;
  /** Of an encoder that was trained to compare: the same for a clause that changed. */
  compare?(difference: EncoderPair): Float32Array;
}

/**
 * Takes tens of milliseconds and twice the file's size in memory, which it keeps.
 * @param file the contents of a weights file, which nobody changes afterwards.
 * @throws WeightsError if anything is wrong with them; nothing is used before all was checked.
 */
export function loadEncoder(file: Uint8Array): Encoder {
  const weights = parseEncoderWeights(file);
  const tokenize = createTokenizer(weights);
  const network = createNetwork(weights);
  const { outputs, checksum, limits, tokenizer, comparison } = weights;
  return {
    outputs,
    checksum,
    logits: (clause) => {
      const { pieces, clause: count } = buildClauseInput(clause, tokenize, limits, tokenizer);
      return network.run(pieces, count);
    },
    ...(comparison && {
      compare: (difference: EncoderPair) => {
        const { pieces, clause } = buildPairInput(difference, tokenize, limits, comparison, tokenizer);
        return network.run(pieces, clause);
      },
    }),
  };
}
