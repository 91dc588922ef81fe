/** The parts of an answer that shows one page of something long: which entries it shows, and what its page buttons call. */
import type { Answer, CommandCall } from '../../domain/answer.ts';
import type { EntryPage } from '../ask/pagination.ts';
import type { Translator } from '../words/translator.ts';

/** @param call how a page is called; 0 is the newest. */
export function pageLinks(
  { entries, offset, pageSize, total }: EntryPage<unknown>,
  order: 'oldest-first' | 'newest-first',
  call: (pageNumber: number) => CommandCall,
  t: Translator,
): Pick<Answer, 'call' | 'previousPage' | 'nextPage' | 'pageRange'> {
  const pageNumber = offset / pageSize;
  const newer = pageNumber > 0 ? call(pageNumber - 1) : undefined;
  const older = offset + pageSize < total ? call(pageNumber + 1) : undefined;
  const isOldestFirst = order === 'oldest-first';
  const from = (isOldestFirst ? total - offset - entries.length : offset) + 1;
  return {
    call: call(pageNumber),
    previousPage: isOldestFirst ? older : newer,
    nextPage: isOldestFirst ? newer : older,
    pageRange: total > pageSize ? t.text('stretch', { from, to: from + entries.length - 1, all: total }) : undefined,
  };
}
