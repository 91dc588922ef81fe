/**
 * Makes Discord messages of answers: one embed a page, buttons below. An answer that does not fit one page is spread over
 * several, between blocks wherever possible; a quote is never shortened, only continued.
 */
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord.js';
import { formatDate } from '../../app/words/format-date.ts';
import { originalLanguageNote } from '../../app/words/original-language.ts';
import { type Translator, translatorFor } from '../../app/words/translator.ts';
import { plainText } from '../../core/text/normalise-text.ts';
import { diffWords } from '../../core/text/word-diff.ts';
import type { Answer, Block, Button, CommandCall, Span } from '../../domain/answer.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { escapeLinkLabel, escapeText, escapeTitle, safeLinkUrl, stripInvisible } from './escape.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { isSnowflake } from './snowflake.ts';
import { INCOMPLETE_TRAILING_CHARACTER, truncateEscaped } from './truncate.ts';

/** Characters of a page's description: short enough to be read without fatigue, and far below the limits. */
const MAX_PAGE_CHARACTERS = 3000;
/** A quote's head, and headings, are words of documents too. */
const MAX_HEADING_CHARACTERS = 250;
const MAX_LABEL_CHARACTERS = 120;

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
 * @param page counted from 0; beyond the last one the last is shown.
 */
export function renderAnswer(answer: Answer, page = 0): RenderedMessage {
  const say = translatorFor(answer.language ?? 'en');
  const pages = paginate(answer.blocks, say.language);
  const shown = Math.min(Math.max(page, 0), pages.length - 1);
  return {
    embeds: [embedOf(answer, pages[shown] ?? '', shown, pages.length, say)],
    components: buttonRows(answer, shown, pages.length, say),
  };
}

/** How a button says what it asks; the other direction is `parseCustomId`. */
export function formatCustomId({ command, args: about }: CommandCall, page?: number): string {
  const kind = page === undefined ? 'ask' : `page.${page}`;
  return `${kind}|${command}|${about}`.slice(0, DISCORD_LIMITS.customId).toWellFormed();
}

/** Writes the nonce of a message into its first button that asks, so that the message can be known again. */
export function addNonceMarker(rows: APIMessageTopLevelComponent[], nonce: string): APIMessageTopLevelComponent[] {
  let marked = false;
  const mark = (button: object) => {
    if (marked || !('custom_id' in button)) return button;
    marked = true;
    return {
      ...button,
      custom_id: String(button.custom_id)
        .replace(/^ask\|/, `ask~${nonce}|`)
        .slice(0, DISCORD_LIMITS.customId),
    };
  };
  return rows.map((row) =>
    'components' in row ? { ...row, components: row.components.map(mark) } : row,
  ) as typeof rows;
}

/** Whether a message was marked so. */
export function hasNonceMarker(rows: readonly APIMessageTopLevelComponent[] | undefined, nonce: string): boolean {
  return JSON.stringify(rows ?? []).includes(`"ask~${nonce}|`);
}

export function parseCustomId(id: string): { call: CommandCall; page?: number } | undefined {
  const [kind = '', command, ...about] = id.split('|');
  const match = /^(?:ask(?:~[0-9a-z]+)?|page\.(\d{1,3}))$/.exec(kind);
  if (match === null || command === undefined) return undefined;
  return { call: { command, args: about.join('|') }, page: match[1] === undefined ? undefined : Number(match[1]) };
}

function embedOf(answer: Answer, description: string, page: number, pages: number, t: Translator): APIEmbed {
  const url = answer.url === undefined ? undefined : safeLinkUrl(answer.url);
  const counted = pages > 1 ? t.text('page', { page: page + 1, pages }) : undefined;
  const footer = [counted, answer.pageRange, answer.footer].filter(Boolean).join(' · ');
  return {
    title: truncateEscaped(escapeTitle(answer.title), DISCORD_LIMITS.embedTitle),
    ...(url ? { url } : {}),
    description,
    color: COLOURS[answer.tone],
    ...(footer ? { footer: { text: truncateEscaped(stripInvisible(footer), DISCORD_LIMITS.embedFooter) } } : {}),
  };
}

function buttonRows(answer: Answer, page: number, pages: number, t: Translator): APIMessageTopLevelComponent[] {
  const buttons = (answer.buttons ?? []).map(buttonOf).filter((button) => button !== undefined);
  const rows = [pageButtons(answer, page, pages, t), buttons.slice(0, DISCORD_LIMITS.buttonsPerRow)];
  return rows.filter((row) => row.length > 0).map((components) => ({ type: COMPONENT.row, components }));
}

/** Beyond the last page of any answer, so that the last one is shown. */
const LAST_PAGE = 999;

function pageButtons(
  { call: ask, previousPage: before, nextPage: after }: Answer,
  page: number,
  pages: number,
  t: Translator,
) {
  if (ask === undefined || (pages === 1 && before === undefined && after === undefined)) return [];
  const button = (label: string, target: number, beyond: CommandCall | undefined, enterAt: number) => {
    const inside = target >= 0 && target < pages;
    return {
      type: COMPONENT.button,
      style: BUTTON_STYLE.secondary,
      label,
      custom_id:
        inside || beyond === undefined ? formatCustomId(ask, Math.max(target, 0)) : formatCustomId(beyond, enterAt),
      disabled: !inside && beyond === undefined,
    };
  };
  return [
    button(`◀ ${t.text('button.previous')}`, page - 1, before, LAST_PAGE),
    button(`${t.text('button.next')} ▶`, page + 1, after, 0),
  ];
}

function buttonOf(button: Button) {
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
  let held = '';
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
      held = `${held}### ${truncateEscaped(escapeText(block.text), MAX_HEADING_CHARACTERS)}\n`;
      // Headings of nothing are not gathered for ever.
      if (held.length < 2 * MAX_HEADING_CHARACTERS) continue;
      add(held.trimEnd());
      held = '';
      continue;
    }
    for (const piece of renderBlock(block, language)) {
      add(held + piece);
      held = '';
    }
  }
  if (held !== '') add(held.trimEnd());
  if (page !== '') pages.push(page);
  return pages.length > 0 ? pages : [''];
}

/** A block as stretches that are each short enough for a page. */
function renderBlock(block: Exclude<Block, { kind: 'heading' }>, language: Language): string[] {
  switch (block.kind) {
    case 'text':
      return [renderLine(block.line, language, MAX_PAGE_CHARACTERS)];
    case 'list':
      return block.items.map((item) => `- ${renderLine(item, language, MAX_PAGE_CHARACTERS - 2)}`);
    case 'quote': {
      const short = (words: string) => truncateEscaped(escapeText(words), MAX_LABEL_CHARACTERS);
      const label = [block.label && `**${short(block.label)}**`, block.section && short(block.section)];
      const original = originalLanguageNote(block.language, language);
      if (original !== undefined) label.push(`*${escapeText(original)}*`);
      const head = label.filter(Boolean).join(' · ');
      return splitQuote(renderQuoteWords(block)).map((stretch, i) => {
        const line = `> ${stretch}`;
        if (i > 0) return line;
        return head === '' ? line : `${head}\n${line}`;
      });
    }
  }
}

/** When hardly a word is left standing, emphasis would emphasise nothing. */
const MAX_EMPHASISED_RATIO = 0.6;

/** The words of a quote, escaped; those that differ from the other side of an edit in bold. */
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

/** The quoted words, whole, in stretches that end between words. */
function splitQuote(words: readonly string[]): string[] {
  const most = MAX_PAGE_CHARACTERS - 400;
  const stretches: string[] = [];
  let stretch = '';
  for (const word of words) {
    if (stretch !== '' && stretch.length + word.length + 1 > most) {
      stretches.push(stretch);
      stretch = '';
    }
    stretch = stretch === '' ? word : `${stretch} ${word}`;
    // A single "word" longer than a page has no space to break at.
    while (stretch.length > most) {
      const whole = stretch.slice(0, most).replace(INCOMPLETE_TRAILING_CHARACTER, '');
      stretches.push(whole);
      stretch = stretch.slice(whole.length);
    }
  }
  return [...stretches, stretch];
}

/** At the limit words are cut between characters; what is more than words stands whole or not at all. */
function renderLine(spans: readonly Span[], language: Language, maxLength: number): string {
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

/** The beginning of a span that does not fit, with an ellipsis. */
function truncateSpan(span: Span, maxLength: number): string {
  if (typeof span === 'string') return truncateEscaped(`${escapeText(span)}…`, maxLength);
  const words = 'bold' in span ? span.bold : 'link' in span ? span.link : '';
  // Four characters make it bold, and one of it must be seen.
  if (words === '' || maxLength < 6) return '…';
  return `**${truncateEscaped(`${escapeText(words)}…`, maxLength - 4)}**`;
}

function renderSpan(span: Span, language: Language): string {
  if (typeof span === 'string') return escapeText(span);
  if ('bold' in span) return span.bold === '' ? '' : `**${escapeText(span.bold)}**`;
  if ('code' in span) return `\`${stripInvisible(span.code).replaceAll('`', "'")}\``;
  if ('date' in span) return formatDate(span.date, language);
  if ('instant' in span) return `<t:${Math.floor(Date.parse(span.instant) / 1000)}:f>`;
  if ('channel' in span) return isSnowflake(span.channel) ? `<#${span.channel}>` : '–';
  if ('role' in span) return isSnowflake(span.role) ? `<@&${span.role}>` : '–';
  const target = safeLinkUrl(span.url);
  if (target === undefined) return escapeText(span.link);
  return `[${escapeLinkLabel(span.link) || '…'}](${target})`;
}
