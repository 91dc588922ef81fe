/** Diffs two clauses word by word. */

/** A run of words that both sides have, or one. */
interface DiffSegment {
  kind: 'kept' | 'removed' | 'added';
  words: string[];
}

/** A longer middle, between the common start and end, is not aligned: all of it counts as replaced. Keeps the diff linear. */
const MAX_ALIGNED_WORDS = 500;

/** The segments in order: removed words stand before the words added in their place. */
export function diffWords(before: readonly string[], after: readonly string[]): DiffSegment[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return mergeAdjacent([
    { kind: 'kept', words: before.slice(0, start) },
    ...align(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    { kind: 'kept', words: before.slice(before.length - end) },
  ]);
}

/** Longest common subsequence by dynamic programming. */
function align(before: readonly string[], after: readonly string[]): DiffSegment[] {
  if (before.length > MAX_ALIGNED_WORDS || after.length > MAX_ALIGNED_WORDS) {
    return [
      { kind: 'removed', words: [...before] },
      { kind: 'added', words: [...after] },
    ];
  }
  const columns = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * columns);
  const lengthAt = (i: number, j: number) => lengths[i * columns + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * columns + j] =
        before[i] === after[j] ? lengthAt(i + 1, j + 1) + 1 : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1));
    }
  }
  const segments: DiffSegment[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      segments.push({ kind: 'kept', words: [before[i++] ?? ''] });
      j++;
    } else if (i < before.length && (j === after.length || lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
      segments.push({ kind: 'removed', words: [before[i++] ?? ''] });
    } else {
      segments.push({ kind: 'added', words: [after[j++] ?? ''] });
    }
  }
  return segments;
}

function mergeAdjacent(segments: readonly DiffSegment[]): DiffSegment[] {
  const merged: DiffSegment[] = [];
  for (const { kind, words } of segments) {
    if (words.length === 0) continue;
    const last = merged.at(-1);
    if (last?.kind === kind) last.words.push(...words);
    else merged.push({ kind, words: [...words] });
  }
  return merged;
}
