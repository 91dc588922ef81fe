/** Renders lines and quotes as Discord markdown, each within a number of characters. */
import { formatDate } from '../../app/words/format-date.ts';
import { plainText } from '../../core/text/normalise-text.ts';
import { diffWords } from '../../core/text/word-diff.ts';
import type { Block, Span } from '../../domain/answer.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { escapeLinkLabel, escapeText, safeLinkUrl, stripInvisible } from './escape.ts';
import { isSnowflake } from './snowflake.ts';
import { INCOMPLETE_TRAILING_CHARACTER, truncateEscaped } from './truncate.ts';

/** When nearly every word differs, emphasis emphasises nothing. */
const MAX_EMPHASISED_RATIO = 0.6;

/** Renders a line. Past the limit plain words are cut between characters; other spans appear whole or not at all. */
export function renderLine(spans: readonly Span[], language: Language, maxLength: number): string {
  const pieces = spans.map((span) => renderSpan(span, language));
  const whole = pieces.join('');
  if (whole.length <= maxLength) return whole;
  let line = '';
  for (const [i, span] of spans.entries()) {
    const piece = pieces[i] ?? '';
    if (line.length + piece.length >= maxLength) return line + truncateSpan(span, maxLength - line.length);
    line += piece;
  }
  return line;
}

function renderSpan(span: Span, language: Language): string {
  if (typeof span === 'string') return escapeText(span);
  if ('bold' in span) return span.bold === '' ? '' : `**${escapeText(span.bold)}**`;
  if ('code' in span) return `\`${stripInvisible(span.code).replaceAll('`', "'")}\``;
  if ('date' in span) return formatDate(span.date, language);
  if ('instant' in span) return `<t:${Math.floor(Date.parse(span.instant) / 1000)}:f>`;
  if ('channel' in span) return isSnowflake(span.channel) ? `<#${span.channel}>` : '–';
  if ('role' in span) return isSnowflake(span.role) ? `<@&${span.role}>` : '–';
  const url = safeLinkUrl(span.url);
  if (url === undefined) return escapeText(span.link);
  return `[${escapeLinkLabel(span.link) || '…'}](${url})`;
}

/** The beginning of a span that does not fit, with an ellipsis. */
function truncateSpan(span: Span, maxLength: number): string {
  if (typeof span === 'string') return truncateEscaped(`${escapeText(span)}…`, maxLength);
  const text = 'bold' in span ? span.bold : 'link' in span ? span.link : '';
  // Four characters make it bold, and at least one of the text must show.
  if (text === '' || maxLength < 6) return '…';
  return `**${truncateEscaped(`${escapeText(text)}…`, maxLength - 4)}**`;
}

/** Renders the whole of a quote in pieces that end between words; words that differ from the other side of an edit are bold. */
export function renderQuote(quote: Extract<Block, { kind: 'quote' }>, maxLength: number): string[] {
  return splitWords(renderQuoteWords(quote), maxLength);
}

function renderQuoteWords({ text, against }: Extract<Block, { kind: 'quote' }>): string[] {
  const words = plainText(text).split(' ');
  const plain = words.map(escapeText);
  if (against === undefined) return plain;
  const emphasised = diffWords(words, plainText(against).split(' '))
    .filter(({ kind }) => kind !== 'added')
    .flatMap(({ kind, words: run }) =>
      run.map((word) => (kind === 'kept' || word === '' ? escapeText(word) : `**${escapeText(word)}**`)),
    );
  const count = emphasised.filter((word, i) => word !== plain[i]).length;
  return count > words.length * MAX_EMPHASISED_RATIO ? plain : emphasised;
}

function splitWords(words: readonly string[], maxLength: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const word of words) {
    if (piece !== '' && piece.length + word.length + 1 > maxLength) {
      pieces.push(piece);
      piece = '';
    }
    piece = piece === '' ? word : `${piece} ${word}`;
    // A single "word" longer than a page has no space to break at.
    while (piece.length > maxLength) {
      const start = piece.slice(0, maxLength).replace(INCOMPLETE_TRAILING_CHARACTER, '');
      pieces.push(start);
      piece = piece.slice(start.length);
    }
  }
  return [...pieces, piece];
}
