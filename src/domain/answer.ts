/**
 * What the bot says, before anyone decides how it looks: commands and alerts return an `Answer`, `io/discord/render.ts`
 * makes Discord messages of it and `io/terminal.ts` plain text. All text in it is raw; the renderers escape it.
 */
import type { CalendarDate, Direction, Instant, Language } from '../domain/vocabulary.ts';
import type { Picture } from './picture.ts';

/** A stretch of a line. A bare string is plain text. */
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
   * Words of a document, verbatim. `text` is Markdown as stored; it is shown without its markup. Words that `against`, the other
   * side of an edit, has not are emphasised. `language` is the document's: a reader of another language is told.
   */
  | { kind: 'quote'; label?: string; text: string; section?: string; against?: string; language?: string }
  | { kind: 'heading'; text: string };

export type Button = { label: string; url: string } | { label: string; call: CommandCall };

/** A question that a button asks: a command and what it is asked about. */
export interface CommandCall {
  command: string;
  args: string;
}

export interface Answer {
  /** What our own words in it are written in; English unless it says otherwise. */
  language?: Language;
  title: string;
  url?: string;
  /** Colours the message. */
  tone: Direction | 'trouble';
  blocks: Block[];
  footer?: string;
  buttons?: Button[];
  /** Only the member who asked sees it. */
  ephemeral?: boolean;
  /** Asked again for its further pages. */
  call?: CommandCall;
  /** Where it is a part of something long: what is asked for the pages before its first one, and after its last. */
  previousPage?: CommandCall;
  nextPage?: CommandCall;
  /** Which part that is, where it is not all. */
  pageRange?: string;
  /** Shows what the text says; the text alone is enough. */
  picture?: Picture;
}

export const text = (...line: Span[]): Block => ({ kind: 'text', line });
export const list = (items: Span[][]): Block => ({ kind: 'list', items });
export const heading = (words: string): Block => ({ kind: 'heading', text: words });
