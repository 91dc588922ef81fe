/** Simpler forms of a message, for when Discord or a server's filter will not take the full one. */
import type { Answer, Block, Span } from '../../domain/answer.ts';
import { escapeText, safeLinkUrl } from './escape.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { truncateEscaped } from './truncate.ts';

/** Beside the title and the mention of a role there is so much room for an address. */
const MAX_URL_CHARACTERS = DISCORD_LIMITS.content - DISCORD_LIMITS.embedTitle - 44;

/** What happened and where to read it, and nothing that could be at fault. */
export function plainTextFallback({ title, url }: Answer): string {
  const target = url === undefined ? undefined : safeLinkUrl(url, MAX_URL_CHARACTERS);
  const words = truncateEscaped(escapeText(title), DISCORD_LIMITS.embedTitle);
  return target === undefined ? words : `${words}\n${target}`;
}

/** The same without any address: links become their words, addresses in quotes a dash. */
export function withoutLinks({ url: _url, buttons, ...answer }: Answer): Answer {
  return {
    ...answer,
    title: redactUrls(answer.title),
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
      return { ...block, text: redactUrls(block.text) };
    case 'heading':
      return { ...block, text: redactUrls(block.text) };
  }
}

function spanWithoutLink(span: Span): Span {
  if (typeof span === 'string') return redactUrls(span);
  return 'link' in span ? redactUrls(span.link) : span;
}

const redactUrls = (words: string): string => words.replaceAll(/\bhttps?:\/\/\S+|\bwww\.\S+/gi, '–');
