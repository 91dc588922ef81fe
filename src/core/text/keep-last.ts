/** Keeps the last few results of a costly pure function: each version is read as the new text once and as the old one the next time. */
import { remember } from './memoize.ts';

const KEPT = 4;

export function keepLast<Result>(read: (text: string) => Result): (text: string) => Result {
  const kept = remember<Result>(KEPT);
  return (text) => kept(text, () => read(text));
}
