/** The encoder of clauses: a small transformer that runs in plain Node. */
import { buildClauseInput, buildPairInput, type EncoderClause, type EncoderPair } from './encoder-input.ts';
import { parseEncoderWeights } from './encoder-weights.ts';
import { createNetwork } from './network.ts';
import { createTokenizer } from './tokenizer/tokenizer.ts';

export interface Encoder {
  /** What each logit stands for. */
  readonly outputs: readonly string[];
  /** SHA-256 of the weights in hex. */
  readonly checksum: string;
  /** @returns a finite logit for each output; the same on every machine. */
  logits(clause: EncoderClause): Float32Array;
  /** The same for a clause that changed; absent where the encoder was not trained to compare. */
  compare?(pair: EncoderPair): Float32Array;
}

/**
 * Takes tens of milliseconds, and keeps twice the file's size in memory.
 * @param file contents of a weights file; must not change afterwards.
 * @throws WeightsError if anything is wrong with it.
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
      const { pieces, clause: clauseLength } = buildClauseInput(clause, tokenize, limits, tokenizer);
      return network.run(pieces, clauseLength);
    },
    ...(comparison && {
      compare: (pair: EncoderPair) => {
        const { pieces, clause } = buildPairInput(pair, tokenize, limits, comparison, tokenizer);
        return network.run(pieces, clause);
      },
    }),
  };
}
