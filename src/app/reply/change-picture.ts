/** The picture of a recorded change: its first passage before and after, with the document and the time. */
import type { Span } from '../../domain/answer.ts';
import type { Platform } from '../../domain/catalog.ts';
import type { Change, Quote } from '../../domain/document.ts';
import type { BeforeAfterPicture, QuotedSide } from '../../domain/picture.ts';
import { formatDate } from '../words/format-date.ts';
import { capitalize, documentLabel, topicsLabel } from '../words/labels.ts';
import { originalLanguageNote } from '../words/original-language.ts';
import type { MessageKey, Translator } from '../words/translator.ts';
import { relevantPassages } from './change-blocks.ts';
import { diffSides } from './diff-sides.ts';

/** @returns undefined where no passage was kept, or the first one is too long for a picture. */
export function changePicture(
  change: Change,
  platform: Platform | undefined,
  t: Translator,
): BeforeAfterPicture | undefined {
  const { pairs, total } = relevantPassages(change);
  const [pair] = pairs;
  if (pair === undefined) return undefined;
  const document = platform?.documents.find(({ id }) => id === change.document);
  const sides = diffSides({ before: pair.before?.text, after: pair.after?.text }, document?.language ?? 'en');
  if (sides === undefined) return undefined;

  const original = originalLanguageNote(document?.language, t.language);
  const side = (key: MessageKey, quote: Quote | undefined, quoted: typeof sides.before): QuotedSide | undefined =>
    quote &&
    quoted && {
      label: [t.text(key), original].filter(Boolean).join(' · '),
      section: quote.section || undefined,
      ...quoted,
    };
  const isBoth = pair.before !== undefined && pair.after !== undefined;
  const before = side(isBoth ? 'change.before' : 'change.gone', pair.before, sides.before);
  const after = side(isBoth ? 'change.now' : 'change.new', pair.after, sides.after);

  const { direction, topics } = change.assessment;
  const prefix = t.text('colon', { words: platform?.name ?? change.platform });
  const title = `${prefix} ${documentLabel(change.document, t)}`;
  const verdict = t.text(`direction.${direction}`);
  return {
    kind: 'before-after',
    name: 'before-and-after',
    title,
    subtitle: topics.length > 0 ? capitalize(topicsLabel(topics, t)) : undefined,
    verdict: { words: capitalize(verdict), tone: direction },
    window: evidenceWindowText(change, t),
    before,
    after,
    more: total > 1 ? t.text('change.more-passages', { count: total - 1 }) : undefined,
    source: document?.url,
    altText: [`${title}. ${capitalize(verdict)}.`, sideText(before), sideText(after)].filter(Boolean).join(' '),
  };
}

function evidenceWindowText({ lastSeenOld, firstSeenNew, holdsFrom }: Change, t: Translator): string {
  const day = (date: string) => formatDate(date, t.language);
  return [
    ...t.line('change.window', { old: day(lastSeenOld), new: day(firstSeenNew) }),
    ...(holdsFrom ? [' ', ...t.line('change.holds-from', { date: day(holdsFrom) })] : []),
  ]
    .map(plainSpan)
    .join('');
}

const plainSpan = (span: Span): string => (typeof span === 'string' ? span : 'bold' in span ? span.bold : '');

function sideText(side: QuotedSide | undefined): string | undefined {
  return side && `${side.label}: “${side.runs.map(({ words }) => words).join('')}”`;
}
