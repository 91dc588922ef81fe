/** How a recorded change is told: its quotes before and after, and what is known of when it happened. */

import { type Block, type Span, text } from '../../domain/answer.ts';
import type { Change, Quote } from '../../domain/document.ts';
import { formatDate } from '../words/format-date.ts';
import type { MessageKey, Translator } from '../words/translator.ts';

/** Passages before and after: those that were kept, of so many in all. */
export interface Passages {
  pairs: Change['edits'];
  total: number;
}

/** The passages to show of a change where not all can be: those about AI where there are any. */
export function relevantPassages({ reading, edits, editCount }: Change): Passages {
  const { evidence } = reading;
  return evidence.length > 0 ? { pairs: evidence, total: evidence.length } : { pairs: edits, total: editCount };
}

/**
 * Passages as quotes, before and after.
 * @param most how many pairs are shown; the rest is counted.
 * @param language of the document.
 */
export function quoteBlocks(
  { pairs, total }: Passages,
  most: number,
  t: Translator,
  language: string | undefined,
): Block[] {
  const quote = (label: MessageKey, { text: words, section }: Quote, other?: Quote): Block => ({
    kind: 'quote',
    label: t.text(label),
    text: words,
    against: other?.text,
    section: section || undefined,
    language,
  });
  const blocks = pairs.slice(0, most).flatMap(({ before, after }): Block[] => {
    if (before && after) return [quote('change.before', before, after), quote('change.now', after, before)];
    if (after) return [quote('change.new', after)];
    return before ? [quote('change.gone', before)] : [];
  });
  const left = total - Math.min(most, pairs.length);
  if (left > 0) blocks.push(text(...t.line('change.more-passages', { count: left })));
  return blocks;
}

/** When the change happened, as exactly as it is known, and what the page itself says of its date. */
export function evidenceWindowLine(change: Change, t: Translator): Span[] {
  const { lastSeenOld, firstSeenNew, holdsFrom } = change;
  return [
    ...t.line('change.window', { old: { instant: lastSeenOld }, new: { instant: firstSeenNew } }),
    ...statedDateLine(change, t),
    ...(holdsFrom ? [' ', ...t.line('change.holds-from', { date: formatDate(holdsFrom, t.language) })] : []),
    ...(change.returns ? [' ', ...t.line('change.flapping')] : []),
  ];
}

function statedDateLine({ statedDateOld, statedDateNew }: Change, t: Translator): Span[] {
  if (statedDateNew === undefined) return [];
  const now: Span = { date: statedDateNew };
  if (statedDateOld === undefined) return [' ', ...t.line('change.dated', { date: now })];
  if (statedDateNew <= statedDateOld)
    return [' ⚠ ', ...t.line('change.still-dated', { date: formatDate(statedDateNew, t.language) })];
  return [' ', ...t.line('change.redated', { old: { date: statedDateOld }, new: now })];
}
