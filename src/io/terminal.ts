/** Answers as plain text, for the command line. */
import type { Answer, Block, Span } from '../app/answer.ts';
import { dateWords } from '../app/wording.ts';
import { plainText } from '../core/normalise.ts';

/** Control characters of foreign text could steer the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

export function answerText(answer: Answer): string {
  const lines = [answer.title, ...answer.blocks.map(blockText), ...(answer.footer ? [`(${answer.footer})`] : [])];
  return lines.join('\n').replace(CONTROL, '');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `\n${block.text}`;
    case 'text':
      return lineText(block.line);
    case 'list':
      return block.items.map((item) => `- ${lineText(item)}`).join('\n');
    case 'quote': {
      const label = [block.label, block.section].filter(Boolean).join(' · ');
      return `${label ? `  ${label}\n` : ''}  > ${plainText(block.text)}`;
    }
  }
}

function lineText(line: readonly Span[]): string {
  return line.map(spanText).join('');
}

function spanText(span: Span): string {
  if (typeof span === 'string') return span;
  if ('bold' in span) return span.bold;
  if ('code' in span) return span.code;
  if ('date' in span) return dateWords(span.date);
  if ('instant' in span) return `${dateWords(span.instant)} ${span.instant.slice(11, 16)} UTC`;
  if ('channel' in span) return `#${span.channel}`;
  if ('role' in span) return `@${span.role}`;
  return `${span.link} <${span.url}>`;
}
