/**
 * A trained reader of clauses: a small transformer that runs in plain Node. `weights-file.ts` says how it is kept, `network.ts` what it
 * computes, `kernel/kernel.c` how fast.
 */
import { type ClauseInContext, type Difference, putSideBySide, putTogether } from './encoder-input.ts';
import { openNetwork } from './network.ts';
import { openTokenizer } from './tokenizer/tokenizer.ts';
import { readWeights } from './encoder-weights.ts';

export interface Encoder {
  /** What each logit stands for. */
  readonly outputs: readonly string[];
  /** SHA-256 of the weights in hex: what was read with the same one need not be read again. */
  readonly checksum: string;
  /** @returns one finite logit for each output; the same on every machine. */
  logits(clause: ClauseInContext): Float32Array;
  /** Of an encoder that was trained to compare: the same for a clause that changed. */
  compare?(difference: Difference): Float32Array;
}

/**
 * Takes tens of milliseconds and twice the file's size in memory, which it keeps.
 * @param file the contents of a weights file, which nobody changes afterwards.
 * @throws WeightsError if anything is wrong with them; nothing is used before all was checked.
 */
export function openEncoder(file: Uint8Array): Encoder {
  const weights = readWeights(file);
  const tokenize = openTokenizer(weights);
  const network = openNetwork(weights);
  const { outputs, checksum, limits, tokenizer, comparison } = weights;
  return {
    outputs,
    checksum,
    logits: (clause) => {
      const { pieces, clause: count } = putTogether(clause, tokenize, limits, tokenizer);
      return network.run(pieces, count);
    },
    ...(comparison && {
      compare: (difference: Difference) => {
        const { pieces, clause } = putSideBySide(difference, tokenize, limits, comparison, tokenizer);
        return network.run(pieces, clause);
      },
    }),
  };
}
