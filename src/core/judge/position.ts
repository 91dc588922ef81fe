/** Where a version stands on training, from all its statements about it. */
import type { Position } from '../../domain.ts';
import type { Statement } from './statements.ts';

/**
 * What the platform does itself counts before what it lets others do. First match wins:
 *  1. nothing said                                   → silent
 *  2. somebody must agree first                      → opt-in
 *  3. somebody can object, not to a part only        → opt-out
 *  4. it trains, and promises not to: some of it     → limited
 *  5. it trains, for some purposes                   → limited
 *  6. it trains                                      → permitted
 *  7. it promises not to                             → prohibited
 *  8. it speaks of training something, not on whose  → unclear
 */
export function positionOf(statements: Iterable<Statement>): Position {
  const [own, others] = [new Set<Position>(), new Set<Position>()];
  const said = [...statements];
  const onMore = said.some(({ position, promptsOnly }) => trainsBy(position) && !promptsOnly);
  for (const { position, byOthers, promptsOnly } of said) {
    if (position === undefined || (position === 'opt-out' && promptsOnly && onMore)) continue;
    (byOthers ? others : own).add(position);
  }
  const stated = own.size > 0 ? own : others;
  if (stated.size === 0) return 'silent';
  if (stated.has('opt-in')) return 'opt-in';
  if (stated.has('opt-out')) return 'opt-out';
  const trains = stated.has('permitted') || stated.has('limited');
  if (trains && stated.has('prohibited')) return 'limited';
  if (stated.has('permitted')) return 'permitted';
  if (stated.has('limited')) return 'limited';
  return stated.has('prohibited') ? 'prohibited' : 'unclear';
}

const trainsBy = (position: Position | undefined): boolean => position === 'permitted' || position === 'limited';
