/** Builds simpler forms of a message, for when Discord or a guild's filter refuses the full one. */
import type { Answer, Block, Span } from '../../domain/answer.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import { escapeText, safeLinkUrl } from './escape.ts';
import { truncateEscaped } from './truncate.ts';

/** What the title, a role mention and the line breaks leave over. */
const MAX_URL_CHARACTERS = DISCORD_LIMITS.content - DISCORD_LIMITS.embedTitle - 44;

/** The title and the address to read more, without anything that could be malformed. */
export function plainTextFallback({ title, url }: Answer): string {
  const link = url === undefined ? undefined : safeLinkUrl(url, MAX_URL_CHARACTERS);
  const escaped = truncateEscaped(escapeText(title), DISCORD_LIMITS.embedTitle);
  return link === undefined ? escaped : `${escaped}\n${link}`;
}

/** The same answer without addresses: links become their text, addresses in texts a dash. */
export function withoutLinks({ url: _url, buttons, ...answer }: Answer): Answer {
  return {
    ...answer,
    title: redactUrls(answer.title),
    blocks: answer.blocks.map(blockWithoutLinks),
    buttons: buttons?.filter((button) => 'call' in button),
  };
}

function blockWithoutLinks(block: Block): Block {
  switch (block.kind) {
    case 'text':
      return { ...block, line: block.line.map(spanWithoutLink) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map(spanWithoutLink)) };
    case 'quote':
    case 'heading':
      return { ...block, text: redactUrls(block.text) };
  }
}

function spanWithoutLink(span: Span): Span {
  if (typeof span === 'string') return redactUrls(span);
  return 'link' in span ? redactUrls(span.link) : span;
}

const redactUrls = (text: string): string => text.replaceAll(/\bhttps?:\/\/\S+|\bwww\.\S+/gi, '–');
