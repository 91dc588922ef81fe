/**
 * What the bot says, without how it looks: commands and alerts return an `Answer`, which renderers turn into Discord messages or
 * plain text. All text is raw; the renderers escape it.
 */

import type { Picture } from './picture.ts';
import type { CalendarDate, Direction, Instant, Language } from './vocabulary.ts';

/** Part of a line. A bare string is plain text. */
export type Span =
  | string
  | { bold: string }
  | { code: string }
  | { link: string; url: string }
  | { date: CalendarDate }
  | { instant: Instant }
  | { channel: string }
  | { role: string };

export type Block =
  | { kind: 'text'; line: Span[] }
  | { kind: 'list'; items: Span[][] }
  /**
   * Words of a document, verbatim. `text` is Markdown and shown without its markup. Words missing from `against`, the other side of
   * an edit, are emphasised. `language` is the document's, named to readers of other languages.
   */
  | { kind: 'quote'; label?: string; text: string; section?: string; against?: string; language?: string }
  | { kind: 'heading'; text: string };

export type Button = { label: string; url: string } | { label: string; call: CommandCall };

/** The command that a button runs. */
export interface CommandCall {
  command: string;
  args: string;
}

export interface Answer {
  /** Of our own words; English when absent. */
  language?: Language;
  title: string;
  url?: string;
  /** The message's colour. */
  tone: Direction | 'trouble';
  blocks: Block[];
  footer?: string;
  buttons?: Button[];
  /** Visible only to the member who asked. */
  ephemeral?: boolean;
  /** Run again for its further pages. */
  call?: CommandCall;
  /** Where it is part of a long list: run for the pages before its first, and after its last. */
  previousPage?: CommandCall;
  nextPage?: CommandCall;
  /** Which part of a long list it is. */
  pageRange?: string;
  /** Shows nothing that the text does not say. */
  picture?: Picture;
}

export const text = (...line: Span[]): Block => ({ kind: 'text', line });
export const list = (items: Span[][]): Block => ({ kind: 'list', items });
export const heading = (words: string): Block => ({ kind: 'heading', text: words });
