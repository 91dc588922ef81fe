/** Keeps the last few results of a costly pure function: each version is read as the new text once and as the old one the next time. */
import { createMemoCache } from './memoize.ts';

const MAX_ENTRIES = 4;

export function memoize<Result>(read: (text: string) => Result): (text: string) => Result {
  const kept = createMemoCache<Result>(MAX_ENTRIES);
  return (text) => kept(text, () => read(text));
}
