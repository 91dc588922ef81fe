/** Reads the trained reader's weights from disk. What is in them core/reader/encoder checks. */
import { readFileSync, statSync } from 'node:fs';
import { WeightsError } from '../core/reader/encoder/weights-error.ts';

/** Several times what a reader of this kind has. */
const MAX_WEIGHTS_BYTES = 200_000_000;

/** @throws WeightsError if there is no such file, or it is no file one can read. */
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
