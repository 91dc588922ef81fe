/** A recorded change as blocks: its passages before and after, and when it happened. */
import { type Block, type Span, text } from '../../domain/answer.ts';
import type { Change, Quote } from '../../domain/document.ts';
import { formatDate } from '../words/format-date.ts';
import type { MessageKey, Translator } from '../words/translator.ts';

/** The passages kept, and how many there were. */
interface Passages {
  pairs: Change['edits'];
  total: number;
}

/** The passages about AI, or all where none are. */
export function relevantPassages({ assessment, edits, editCount }: Change): Passages {
  const { evidence } = assessment;
  return evidence.length > 0 ? { pairs: evidence, total: evidence.length } : { pairs: edits, total: editCount };
}

/**
 * Passages as quotes, before and after.
 * @param limit pairs; further ones are counted.
 * @param language of the document.
 */
export function quoteBlocks(
  { pairs, total }: Passages,
  limit: number,
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
  const blocks = pairs.slice(0, limit).flatMap(({ before, after }): Block[] => {
    if (before && after) return [quote('change.before', before, after), quote('change.now', after, before)];
    if (after) return [quote('change.new', after)];
    return before ? [quote('change.gone', before)] : [];
  });
  const remaining = total - Math.min(limit, pairs.length);
  if (remaining > 0) blocks.push(text(...t.line('change.more-passages', { count: remaining })));
  return blocks;
}

/** When the change happened, as precisely as known, and the dates the page itself states. */
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
  const date: Span = { date: statedDateNew };
  if (statedDateOld === undefined) return [' ', ...t.line('change.dated', { date })];
  if (statedDateNew <= statedDateOld) {
    return [' ⚠ ', ...t.line('change.still-dated', { date: formatDate(statedDateNew, t.language) })];
  }
  return [' ', ...t.line('change.redated', { old: { date: statedDateOld }, new: date })];
}
