/** Suggests known names for a mistyped one. */
import { distance } from 'fastest-levenshtein';

const MAX_SUGGESTIONS = 3;
const MAX_COMPARED_CHARS = 60;

/** At most three known names, nearest first. Case is ignored. */
export function nearestNames(name: string, known: Iterable<string>): string[] {
  const folded = foldCase(name);
  return [...known]
    .map((candidate) => ({ candidate, edits: distance(folded, foldCase(candidate)) }))
    .sort((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ candidate }) => candidate);
}

const foldCase = (name: string): string => name.slice(0, MAX_COMPARED_CHARS).toLowerCase();
