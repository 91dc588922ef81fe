/** Caches the results of costly pure functions, least recently used out first. */
import { createHash } from 'node:crypto';

/** Keys are kept as hashes: long ones take no more memory than short ones. */
export function createMemoCache<Value>(maxEntries: number): (key: string, compute: () => Value) => Value {
  const cache = new Map<string, Value>();
  return (text, compute) => {
    const key = createHash('sha256').update(text, 'utf16le').digest('base64');
    const value = cache.get(key) ?? compute();
    cache.delete(key);
    cache.set(key, value);
    if (cache.size > maxEntries) cache.delete(cache.keys().next().value ?? key);
    return value;
  };
}

/** Enough for the two texts of a comparison and those of the next one. */
const MAX_RESULTS = 4;

export function memoize<Result>(read: (text: string) => Result): (text: string) => Result {
  const cached = createMemoCache<Result>(MAX_RESULTS);
  return (text) => cached(text, () => read(text));
}
