/** Remembers what was worked out for a key, the last so many of them; long keys cost no more than short ones. */
import { createHash } from 'node:crypto';

export function createMemoCache<Value>(most: number): (key: string, workOut: () => Value) => Value {
  const known = new Map<string, Value>();
  return (text, workOut) => {
    const key = createHash('sha256').update(text, 'utf16le').digest('base64');
    const value = known.get(key) ?? workOut();
    // What was asked last stands last.
    known.delete(key);
    known.set(key, value);
    if (known.size > most) known.delete(known.keys().next().value ?? key);
    return value;
  };
}
