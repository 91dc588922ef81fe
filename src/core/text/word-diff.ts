/** Which words of a clause were taken out and put in when it was edited. */

/** A stretch of words that stands on both sides, or on one. */
export interface DiffSegment {
  kind: 'kept' | 'removed' | 'added';
  words: string[];
}

/** Longer middles, after what both sides begin and end with, are not aligned: everything in them counts as exchanged. */
const MAX_ALIGNED_WORDS = 500;

/** The stretches in order: what was removed stands before what was added in its place. Linear beyond 500 differing words. */
export function diffWords(before: readonly string[], after: readonly string[]): DiffSegment[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const middle = align(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return mergeAdjacent([
    { kind: 'kept', words: before.slice(0, start) },
    ...middle,
    { kind: 'kept', words: before.slice(before.length - end) },
  ]);
}

/** Longest common subsequence by dynamic programming. */
function align(before: readonly string[], after: readonly string[]): DiffSegment[] {
  const exchanged: DiffSegment[] = [
    { kind: 'removed', words: [...before] },
    { kind: 'added', words: [...after] },
  ];
  if (before.length > MAX_ALIGNED_WORDS || after.length > MAX_ALIGNED_WORDS) return exchanged;
  const columns = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * columns);
  const at = (i: number, j: number) => longest[i * columns + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      longest[i * columns + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const stretches: DiffSegment[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      stretches.push({ kind: 'kept', words: [before[i++] ?? ''] });
      j++;
    } else if (i < before.length && (j === after.length || at(i + 1, j) >= at(i, j + 1))) {
      stretches.push({ kind: 'removed', words: [before[i++] ?? ''] });
    } else {
      stretches.push({ kind: 'added', words: [after[j++] ?? ''] });
    }
  }
  return stretches;
}

function mergeAdjacent(stretches: readonly DiffSegment[]): DiffSegment[] {
  const result: DiffSegment[] = [];
  for (const { kind, words } of stretches) {
    if (words.length === 0) continue;
    const last = result.at(-1);
    if (last?.kind === kind) last.words.push(...words);
    else result.push({ kind, words: [...words] });
  }
  return result;
}
