/** The parts of an answer that tells one stretch of something long: which one it is, and what its page buttons lead to. */

import type { Answer } from '../../domain/answer.ts';
import type { EntryPage } from '../ask/pagination.ts';
import type { Translator } from '../words/translator.ts';

/**
 * @param length entries of a stretch.
 * @param call how a stretch is asked for; 0 is the newest.
 */
export function pageLinks(
  { entries, offset: skipped, total }: Pick<EntryPage<unknown>, 'entries' | 'offset' | 'total'>,
  length: number,
  order: 'oldest-first' | 'newest-first',
  call: (number: number) => { command: string; args: string },
  t: Translator,
): Pick<Answer, 'call' | 'previousPage' | 'nextPage' | 'pageRange'> {
  const number = skipped / length;
  const newer = number > 0 ? call(number - 1) : undefined;
  const older = skipped + length < total ? call(number + 1) : undefined;
  const oldestFirst = order === 'oldest-first';
  const from = (oldestFirst ? total - skipped - entries.length : skipped) + 1;
  return {
    call: call(number),
    previousPage: oldestFirst ? older : newer,
    nextPage: oldestFirst ? newer : older,
    pageRange: total > length ? t.text('stretch', { from, to: from + entries.length - 1, all: total }) : undefined,
  };
}
