/** Renders answers as plain text for the command line. */
import { formatDate } from '../app/words/format-date.ts';
import { originalLanguageNote } from '../app/words/original-language.ts';
import { plainText } from '../core/text/normalise-text.ts';
import type { Answer, Block, Span } from '../domain/answer.ts';
import type { Language } from '../domain/vocabulary.ts';

/** Control characters in foreign text could control the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export function answerText(answer: Answer): string {
  const language = answer.language ?? 'en';
  const lines = [
    answer.title,
    ...answer.blocks.map((block) => blockText(block, language)),
    ...(answer.footer ? [`(${answer.footer})`] : []),
  ];
  return lines.join('\n').replace(CONTROL, '');
}

function blockText(block: Block, language: Language): string {
  switch (block.kind) {
    case 'heading':
      return `\n${block.text}`;
    case 'text':
      return lineText(block.line, language);
    case 'list':
      return block.items.map((item) => `- ${lineText(item, language)}`).join('\n');
    case 'quote': {
      const original = originalLanguageNote(block.language, language);
      const label = [block.label, block.section, original].filter(Boolean).join(' · ');
      return `${label ? `  ${label}\n` : ''}  > ${plainText(block.text)}`;
    }
  }
}

function lineText(line: readonly Span[], language: Language): string {
  return line.map((span) => spanText(span, language)).join('');
}

function spanText(span: Span, language: Language): string {
  if (typeof span === 'string') return span;
  if ('bold' in span) return span.bold;
  if ('code' in span) return span.code;
  if ('date' in span) return formatDate(span.date, language);
  if ('instant' in span) return `${formatDate(span.instant, language)} ${span.instant.slice(11, 16)} UTC`;
  if ('channel' in span) return `#${span.channel}`;
  if ('role' in span) return `@${span.role}`;
  return `${span.link} <${span.url}>`;
}
