/** Small operations on statements: their position, their subject, their lines. */
import type { SignalLine, SignalPosition, SignalStatement } from '../../domain/signal.ts';

export function toPosition({ ruling, parts, except, terms }: SignalStatement): SignalPosition {
  return { ruling, ...(parts && { parts }), ...(except && { except }), ...(terms !== undefined && { terms }) };
}

/** Equal positions have equal keys; '' where nothing is said. */
export const positionKey = (position: SignalPosition | undefined): string =>
  position === undefined
    ? ''
    : JSON.stringify([position.ruling, position.parts ?? [], position.except ?? [], position.terms ?? '']);

/** Whether the whole site, or all of it with exceptions, is closed. */
export const isSiteRestricted = (position: SignalPosition | undefined): boolean =>
  (position?.ruling === 'forbidden' || position?.ruling === 'reserved') && position.parts === undefined;

/** What a statement is about: statements with the same key can contradict each other. */
export function subjectKey({ format, agent, use, parts }: SignalStatement): string {
  const isAccess = format === 'robots' || format === 'ai.txt';
  return JSON.stringify([format, agent, use, isAccess ? [] : (parts ?? [])]);
}

/** Each line once, in the order of the file; headers and tags, which have no numbers, keep their order. */
export function sortUniqueLines(lines: readonly SignalLine[]): SignalLine[] {
  const unique = new Map(lines.map((line) => [`${line.number} ${line.text}`, line]));
  return [...unique.values()].sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
}

/** Cuts lines out of the middle: the last one is the rule for the agents named above it. */
export function abridgeLines(lines: readonly SignalLine[], maxLines: number): SignalLine[] {
  return lines.length <= maxLines ? [...lines] : [...lines.slice(0, maxLines - 1), ...lines.slice(-1)];
}
