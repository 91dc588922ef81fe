/** The picture of a recorded change: its first passage before and after, to be shared, with where and when it was read. */
import type { Platform } from '../../domain/catalog.ts';
import type { Change, Quote } from '../../domain/document.ts';
import { dateWords } from '../words/format-date.ts';
import { originalWords } from '../words/original-language.ts';
import type { MessageKey, Say } from '../words/translator.ts';
import { capital, documentWords, topicsWords } from '../words/labels.ts';
import type { Span } from '../../domain/answer.ts';
import { tellingPassages } from './change-blocks.ts';
import type { BeforeAfterPicture, QuotedSide } from '../../domain/picture.ts';
import { quotedSides } from './diff-sides.ts';

/** @returns nothing where no passage was kept, or the first one is too long for a picture. */
export function changePicture(
  change: Change,
  platform: Platform | undefined,
  say: Say,
): BeforeAfterPicture | undefined {
  const { pairs, total } = tellingPassages(change);
  const [pair] = pairs;
  if (pair === undefined) return undefined;
  const document = platform?.documents.find(({ id }) => id === change.document);
  const sides = quotedSides({ before: pair.before?.text, after: pair.after?.text }, document?.language ?? 'en');
  if (sides === undefined) return undefined;

  const original = originalWords(document?.language, say.language);
  const side = (key: MessageKey, quote: Quote | undefined, words: typeof sides.before): QuotedSide | undefined =>
    quote &&
    words && {
      label: [say.text(key), original].filter(Boolean).join(' · '),
      section: quote.section || undefined,
      ...words,
    };
  const both = pair.before !== undefined && pair.after !== undefined;
  const before = side(both ? 'change.before' : 'change.gone', pair.before, sides.before);
  const after = side(both ? 'change.now' : 'change.new', pair.after, sides.after);

  const { direction, topics } = change.reading;
  const whose = say.text('colon', { words: platform?.name ?? change.platform });
  const title = `${whose} ${documentWords(change.document, say)}`;
  const verdict = say.text(`direction.${direction}`);
  return {
    kind: 'before-after',
    name: 'before-and-after',
    title,
    subtitle: topics.length > 0 ? capital(topicsWords(topics, say)) : undefined,
    verdict: { words: capital(verdict), tone: direction },
    window: windowWords(change, say),
    before,
    after,
    more: total > 1 ? say.text('change.more-passages', { count: total - 1 }) : undefined,
    source: document?.url,
    alternative: [`${title}. ${capital(verdict)}.`, sideWords(before), sideWords(after)].filter(Boolean).join(' '),
  };
}

function windowWords({ lastSeenOld, firstSeenNew, holdsFrom }: Change, say: Say): string {
  const day = (date: string) => dateWords(date, say.language);
  return [
    ...say.line('change.window', { old: day(lastSeenOld), new: day(firstSeenNew) }),
    ...(holdsFrom ? [' ', ...say.line('change.holds-from', { date: day(holdsFrom) })] : []),
  ]
    .map(plainSpan)
    .join('');
}

const plainSpan = (span: Span): string => (typeof span === 'string' ? span : 'bold' in span ? span.bold : '');

function sideWords(side: QuotedSide | undefined): string | undefined {
  return side && `${side.label}: “${side.runs.map(({ words }) => words).join('')}”`;
}
