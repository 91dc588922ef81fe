/** Simpler forms of a message, for when Discord or a server's filter will not take the full one. */
import type { Answer, Block, Span } from '../../domain/answer.ts';
import { cutEscaped } from './truncate.ts';
import { escapeText, linkTarget } from './escape.ts';
import { LIMITS } from './limits.ts';

/** Beside the title and the mention of a role there is so much room for an address. */
const LONGEST_ADDRESS = LIMITS.content - LIMITS.embedTitle - 44;

/** What happened and where to read it, and nothing that could be at fault. */
export function plainContent({ title, url }: Answer): string {
  const target = url === undefined ? undefined : linkTarget(url, LONGEST_ADDRESS);
  const words = cutEscaped(escapeText(title), LIMITS.embedTitle);
  return target === undefined ? words : `${words}\n${target}`;
}

/** The same without any address: links become their words, addresses in quotes a dash. */
export function withoutLinks({ url: _url, buttons, ...answer }: Answer): Answer {
  return {
    ...answer,
    title: unlinked(answer.title),
    blocks: answer.blocks.map(blockWithoutLinks),
    buttons: buttons?.filter((button) => 'ask' in button),
  };
}

function blockWithoutLinks(block: Block): Block {
  switch (block.kind) {
    case 'text':
      return { ...block, line: block.line.map(spanWithoutLink) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(spanWithoutLink)) };
    case 'quote':
      return { ...block, text: unlinked(block.text) };
    case 'heading':
      return { ...block, text: unlinked(block.text) };
  }
}

function spanWithoutLink(span: Span): Span {
  if (typeof span === 'string') return unlinked(span);
  return 'link' in span ? unlinked(span.link) : span;
}

const unlinked = (words: string): string => words.replaceAll(/\bhttps?:\/\/\S+|\bwww\.\S+/gi, '–');
