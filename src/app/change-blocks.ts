/** How a recorded change is told: its quotes before and after, and what is known of when it happened. */
import type { Change, Quote } from '../domain.ts';
import { type Block, type Span, text } from './answer.ts';
import { dateWords } from './wording.ts';

/**
 * The quotes of a change, before and after, the AI ones where there are any.
 * @param most how many pairs are shown; the rest is counted.
 */
export function quoteBlocks(change: Change, most: number): Block[] {
  const { evidence } = change.reading;
  const pairs = evidence.length > 0 ? evidence : change.edits;
  const total = evidence.length > 0 ? evidence.length : change.editCount;
  const blocks = pairs.slice(0, most).flatMap(beforeAfter);
  const left = total - Math.min(most, pairs.length);
  if (left > 0) blocks.push(text(`… and ${left} more ${left === 1 ? 'passage' : 'passages'}.`));
  return blocks;
}

/** When the change happened, as exactly as it is known, and what the page itself says of its date. */
export function windowLine(change: Change): Span[] {
  return [
    'Old text last seen ',
    { instant: change.lastSeenOld },
    ', new text first seen ',
    { instant: change.firstSeenNew },
    '.',
    ...statedDateWords(change),
    ...(change.holdsFrom ? [' Announced: it holds from ', { bold: dateWords(change.holdsFrom) }, '.'] : []),
    ...(change.returns ? [' This page shows different readers different texts; this one may come and go.'] : []),
  ];
}

function statedDateWords({ statedDateOld, statedDateNew }: Change): Span[] {
  if (statedDateNew === undefined) return [];
  if (statedDateOld === undefined) return [` The page is dated ${dateWords(statedDateNew)}.`];
  if (statedDateNew <= statedDateOld) {
    return [{ bold: ` The page still says ${dateWords(statedDateNew)}.` }];
  }
  return [` The date on the page went from ${dateWords(statedDateOld)} to ${dateWords(statedDateNew)}.`];
}

function beforeAfter({ before, after }: { before?: Quote; after?: Quote }): Block[] {
  if (before && after) return [quote('Before', before, after), quote('Now', after, before)];
  if (after) return [quote('New', after)];
  return before ? [quote('Gone', before)] : [];
}

const quote = (label: string, { text: words, section }: Quote, other?: Quote): Block => ({
  kind: 'quote',
  label,
  text: words,
  against: other?.text,
  section: section || undefined,
});
