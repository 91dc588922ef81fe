/** Finds what somebody may have meant. */

const MOST_SUGGESTIONS = 3;
const LONGEST_COMPARED = 60;

/** The known names most like `name`, nearest first, at most three. Case does not count. */
export function nearestNames(name: string, known: Iterable<string>): string[] {
  return [...known]
    .map((candidate) => ({ candidate, distance: distanceBetween(fold(name), fold(candidate)) }))
    .sort((a, b) => a.distance - b.distance || a.candidate.localeCompare(b.candidate))
    .slice(0, MOST_SUGGESTIONS)
    .map(({ candidate }) => candidate);
}

function fold(name: string): string {
  return name.slice(0, LONGEST_COMPARED).toLowerCase();
}

/** Levenshtein: how many letters must be put in, taken out or exchanged. */
function distanceBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const above = row;
    row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(exchanged, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
  }
  return row[b.length] ?? 0;
}
