/** Where a site stands on one use by one agent, taken out of its statement and compared. */
import type { SignalPosition, SignalStatement } from '../../domain/signal.ts';

export function toPosition({ ruling, parts, except, terms }: SignalStatement): SignalPosition {
  return { ruling, ...(parts && { parts }), ...(except && { except }), ...(terms !== undefined && { terms }) };
}

/** Equal keys are equal positions; the position of silence is the empty one. */
export const positionKey = (position: SignalPosition | undefined): string =>
  position === undefined
    ? ''
    : JSON.stringify([position.ruling, position.parts ?? [], position.except ?? [], position.terms ?? '']);

/** Kept out of the whole site, or of all but some of it. */
export const isSiteRestricted = (position: SignalPosition | undefined): boolean =>
  (position?.ruling === 'forbidden' || position?.ruling === 'reserved') && position.parts === undefined;
