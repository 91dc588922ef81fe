/**
 * Renders answers as Discord messages: one embed per page, buttons below. An answer longer than a page is split between blocks
 * wherever possible; a quote is never shortened, only continued.
 */
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord.js';
import { originalLanguageNote } from '../../app/words/original-language.ts';
import { type Translator, translatorFor } from '../../app/words/translator.ts';
import type { Answer, Block, Button, CommandCall } from '../../domain/answer.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { formatCustomId } from './custom-id.ts';
import { escapeText, escapeTitle, safeLinkUrl, stripInvisible } from './escape.ts';
import { renderLine, renderQuote } from './render-text.ts';
import { truncateEscaped } from './truncate.ts';

/** Of a page's description: short enough to read with ease, and far below Discord's limit. */
const MAX_PAGE_CHARACTERS = 3000;
/** Leaves room on the page for the head of the quote. */
const MAX_QUOTE_PIECE_CHARACTERS = MAX_PAGE_CHARACTERS - 400;
const MAX_HEADING_CHARACTERS = 250;
const MAX_LABEL_CHARACTERS = 120;
/** Beyond the last page of any answer, so that the last one is shown. */
const LAST_PAGE = 999;

const COLOURS = {
  better: 0x3ba55d,
  worse: 0xd83c3e,
  mixed: 0xe0a030,
  neutral: 0x6b7a8f,
  trouble: 0x99aab5,
} as const satisfies Record<Answer['tone'], number>;

const COMPONENT = { row: 1, button: 2 } as const;
const BUTTON_STYLE = { secondary: 2, link: 5 } as const;

export interface RenderedMessage {
  embeds: APIEmbed[];
  components: APIMessageTopLevelComponent[];
}

/**
 * Renders one page of an answer.
 * @param page counted from 0; beyond the last page the last is shown.
 */
export function renderAnswer(answer: Answer, page = 0): RenderedMessage {
  const t = translatorFor(answer.language ?? 'en');
  const pages = paginate(answer.blocks, t.language);
  const shown = Math.min(Math.max(page, 0), pages.length - 1);
  return {
    embeds: [renderEmbed(answer, pages[shown] ?? '', shown, pages.length, t)],
    components: renderButtonRows(answer, shown, pages.length, t),
  };
}

function renderEmbed(answer: Answer, description: string, page: number, pages: number, t: Translator): APIEmbed {
  const url = answer.url === undefined ? undefined : safeLinkUrl(answer.url);
  const pageNumber = pages > 1 ? t.text('page', { page: page + 1, pages }) : undefined;
  const footer = [pageNumber, answer.pageRange, answer.footer].filter(Boolean).join(' · ');
  return {
    title: truncateEscaped(escapeTitle(answer.title), DISCORD_LIMITS.embedTitle),
    ...(url ? { url } : {}),
    description,
    color: COLOURS[answer.tone],
    ...(footer ? { footer: { text: truncateEscaped(stripInvisible(footer), DISCORD_LIMITS.embedFooter) } } : {}),
  };
}

function renderButtonRows(answer: Answer, page: number, pages: number, t: Translator): APIMessageTopLevelComponent[] {
  const buttons = (answer.buttons ?? []).map(renderButton).filter((button) => button !== undefined);
  const rows = [renderPageButtons(answer, page, pages, t), buttons.slice(0, DISCORD_LIMITS.buttonsPerRow)];
  return rows.filter((row) => row.length > 0).map((components) => ({ type: COMPONENT.row, components }));
}

function renderPageButtons({ call, previousPage, nextPage }: Answer, page: number, pages: number, t: Translator) {
  if (call === undefined || (pages === 1 && previousPage === undefined && nextPage === undefined)) return [];
  /** @param neighbour the answer beyond this one's pages, entered at `entryPage`. */
  const button = (label: string, target: number, neighbour: CommandCall | undefined, entryPage: number) => {
    const isInside = target >= 0 && target < pages;
    const customId =
      isInside || neighbour === undefined
        ? formatCustomId(call, Math.max(target, 0))
        : formatCustomId(neighbour, entryPage);
    return {
      type: COMPONENT.button,
      style: BUTTON_STYLE.secondary,
      label,
      custom_id: customId,
      disabled: !isInside && neighbour === undefined,
    };
  };
  return [
    button(`◀ ${t.text('button.previous')}`, page - 1, previousPage, LAST_PAGE),
    button(`${t.text('button.next')} ▶`, page + 1, nextPage, 0),
  ];
}

function renderButton(button: Button) {
  const label = truncateEscaped(stripInvisible(button.label), DISCORD_LIMITS.buttonLabel) || '…';
  if ('call' in button) {
    return { type: COMPONENT.button, style: BUTTON_STYLE.secondary, label, custom_id: formatCustomId(button.call) };
  }
  const url = safeLinkUrl(button.url, DISCORD_LIMITS.linkUrl);
  if (url === undefined) return undefined;
  return { type: COMPONENT.button, style: BUTTON_STYLE.link, label, url };
}

/** Packs blocks into pages; a heading never stands last on its page. */
function paginate(blocks: readonly Block[], language: Language): string[] {
  const pages: string[] = [];
  let page = '';
  let headings = '';
  const add = (piece: string) => {
    const next = page === '' ? piece : `${page}\n${piece}`;
    if (next.length <= MAX_PAGE_CHARACTERS || page === '') page = next;
    else {
      pages.push(page);
      page = piece;
    }
  };
  for (const block of blocks) {
    if (block.kind === 'heading') {
      headings = `${headings}### ${truncateEscaped(escapeText(block.text), MAX_HEADING_CHARACTERS)}\n`;
      // Headings without anything below them do not pile up for ever.
      if (headings.length < 2 * MAX_HEADING_CHARACTERS) continue;
      add(headings.trimEnd());
      headings = '';
      continue;
    }
    for (const piece of renderBlock(block, language)) {
      add(headings + piece);
      headings = '';
    }
  }
  if (headings !== '') add(headings.trimEnd());
  if (page !== '') pages.push(page);
  return pages.length > 0 ? pages : [''];
}

/** A block as pieces that each fit a page. */
function renderBlock(block: Exclude<Block, { kind: 'heading' }>, language: Language): string[] {
  switch (block.kind) {
    case 'text':
      return [renderLine(block.line, language, MAX_PAGE_CHARACTERS)];
    case 'list':
      return block.items.map((item) => `- ${renderLine(item, language, MAX_PAGE_CHARACTERS - 2)}`);
    case 'quote': {
      const shorten = (text: string) => truncateEscaped(escapeText(text), MAX_LABEL_CHARACTERS);
      const labels = [block.label && `**${shorten(block.label)}**`, block.section && shorten(block.section)];
      const note = originalLanguageNote(block.language, language);
      if (note !== undefined) labels.push(`*${escapeText(note)}*`);
      const head = labels.filter(Boolean).join(' · ');
      const [first = '', ...others] = renderQuote(block, MAX_QUOTE_PIECE_CHARACTERS).map((piece) => `> ${piece}`);
      return [head === '' ? first : `${head}\n${first}`, ...others];
    }
  }
}
