/** The parts of an answer that tells one stretch of something long: which one it is, and what its page buttons lead to. */
import type { Stretch } from '../ask/pagination.ts';
import type { Say } from '../words/translator.ts';
import type { Answer } from '../../domain/answer.ts';

/**
 * @param length entries of a stretch.
 * @param ask how a stretch is asked for; 0 is the newest.
 */
export function stretchParts(
  { entries, skipped, total }: Pick<Stretch<unknown>, 'entries' | 'skipped' | 'total'>,
  length: number,
  order: 'oldest-first' | 'newest-first',
  ask: (number: number) => { command: string; about: string },
  say: Say,
): Pick<Answer, 'ask' | 'before' | 'after' | 'part'> {
  const number = skipped / length;
  const newer = number > 0 ? ask(number - 1) : undefined;
  const older = skipped + length < total ? ask(number + 1) : undefined;
  const oldestFirst = order === 'oldest-first';
  const from = (oldestFirst ? total - skipped - entries.length : skipped) + 1;
  return {
    ask: ask(number),
    before: oldestFirst ? older : newer,
    after: oldestFirst ? newer : older,
    part: total > length ? say.text('stretch', { from, to: from + entries.length - 1, all: total }) : undefined,
  };
}
