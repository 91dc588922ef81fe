/** Keeps the last few results of a costly pure function: each version is read as the new text once and as the old one the next time. */
const KEPT = 4;

export function keepLast<Result>(read: (text: string) => Result): (text: string) => Result {
  const kept = new Map<string, Result>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    kept.set(text, result);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return result;
  };
}
