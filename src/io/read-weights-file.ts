/** Reads weights from disk; their format is checked by those who parse them. */
import { readFileSync, statSync } from 'node:fs';
import { WeightsError } from '../core/ml/weights-envelope.ts';

/** Several times the size of any model here. */
const MAX_WEIGHTS_BYTES = 200_000_000;

/** @throws WeightsError if the file is missing, unreadable or too large. */
export function readWeightsFile(path: string | URL): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > MAX_WEIGHTS_BYTES)
      throw new WeightsError('not-weights', `${path} is no weights file: it has ${size} bytes`);
    return readFileSync(path);
  } catch (cause) {
    if (cause instanceof WeightsError) throw cause;
    const { code = 'unreadable' } = cause as NodeJS.ErrnoException;
    throw new WeightsError('missing', `${path} cannot be read (${code})`, cause);
  }
}
