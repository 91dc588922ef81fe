/** Lines of several statements, as they stand in their source. */
import type { SignalLine } from '../../domain/signal.ts';

/** Each once, in the order of the file; headers and tags, which have no numbers, as they come. */
export function sortUniqueLines(lines: readonly SignalLine[]): SignalLine[] {
  const each = new Map(lines.map((line) => [`${line.number} ${line.text}`, line]));
  return [...each.values()].sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

/** Of many lines the first ones and the last, which is the rule that the agents above it are given. */
export function abridgeLines(lines: readonly SignalLine[], most: number): SignalLine[] {
  return lines.length <= most ? [...lines] : [...lines.slice(0, most - 1), ...lines.slice(-1)];
}
