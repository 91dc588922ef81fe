/** Writes Markdown block by block: knows what it looks like, and nothing of HTML. */
import { escapeInline, escapeLineStart } from './text.ts';

/** Emphasis or a link about to be written; it is opened by the first words inside it, so none is ever empty. */
interface InlineMark {
  kind: 'strong' | 'emphasis' | 'deleted' | 'link' | 'nothing';
  open: string;
  close: string;
  written: boolean;
}

/** What stands before the lines of what is inside: a list item's marker and indent, a quote's angle. */
interface BlockContainer {
  first: string;
  rest: string;
  used: boolean;
}

/** Text that has to stay on one line. */
export type LineKind = 'heading' | 'cell' | 'term';

/** Lists and quotes deeper than this are written at this depth: indents would outgrow the text. */
const MAX_CONTAINER_DEPTH = 16;

export class MarkdownWriter {
  #out: string[] = [];
  #containers: BlockContainer[] = [];
  #tight = false;
  #inline: string[] = [];
  #marks: InlineMark[] = [];
  #unwrittenMarks = 0;
  #linkDepth = 0;
  #space = false;
  #breaks = 0;
  #line: LineKind | undefined;

  get isInLine(): boolean {
    return this.#line !== undefined;
  }

  /** Whether anything has been written in the innermost list item or quote. */
  get hasContent(): boolean {
    this.endBlock();
    return this.#containers.at(-1)?.used ?? this.#out.length > 0;
  }

  // ---- inline

  /** Words, with runs of white space already one space. */
  words(text: string): void {
    const startsWithSpace = text.startsWith(' ');
    if (startsWithSpace) this.#space = true;
    const words = text.trim();
    if (words === '') return;
    this.#beforeWords();
    const place = { inLink: this.#linkDepth > 0, inCell: this.#line === 'cell' };
    this.#inline.push(escapeInline(words, place));
    this.#space = text.endsWith(' ');
  }

  /** Inline text that is Markdown already. */
  writeRaw(markdown: string): void {
    this.#beforeWords();
    this.#inline.push(markdown);
  }

  /** White space, if words stand on both sides of it. */
  space(): void {
    this.#space = true;
  }

  addLineBreak(): void {
    if (this.#line === 'cell') this.#breaks = 1;
    else if (this.#line !== undefined) this.#space = true;
    else this.#breaks++;
  }

  openMark(kind: InlineMark['kind'], target = ''): void {
    // What is bold cannot become bolder, and links do not nest.
    const repeated = this.#marks.some((mark) => mark.kind === kind);
    const mark: InlineMark = { ...(repeated ? INLINE_MARKS.nothing : INLINE_MARKS[kind]), written: false };
    if (mark.kind === 'link') {
      mark.close = `](${target})`;
      this.#linkDepth++;
    }
    this.#marks.push(mark);
    this.#unwrittenMarks++;
  }

  closeMark(): void {
    const mark = this.#marks.pop();
    if (mark === undefined) return;
    if (mark.written) this.#inline.push(mark.close);
    else this.#unwrittenMarks--;
    if (mark.kind === 'link') this.#linkDepth--;
  }

  #beforeWords(): void {
    if (this.#breaks > 1) this.endBlock();
    if (this.#breaks === 1 && this.#inline.length > 0) this.#inline.push(this.#line === 'cell' ? '<br>' : '  \n');
    else if (this.#space && this.#inline.length > 0) this.#inline.push(' ');
    this.#breaks = 0;
    this.#space = false;
    if (this.#unwrittenMarks > 0) this.#writeMarks();
  }

  #writeMarks(): void {
    for (const mark of this.#marks) {
      // A heading is strong as it is.
      if (mark.written || (this.#line === 'heading' && mark.kind === 'strong')) continue;
      this.#inline.push(mark.open);
      mark.written = true;
      this.#unwrittenMarks--;
    }
  }

  #takeInline(): string {
    if (this.#inline.length === 0) {
      this.#breaks = 0;
      this.#space = false;
      return '';
    }
    for (let i = this.#marks.length - 1; i >= 0; i--) {
      const mark = this.#marks[i];
      if (!mark?.written) continue;
      this.#inline.push(mark.close);
      mark.written = false;
      this.#unwrittenMarks++;
    }
    const text = this.#inline.join('');
    this.#inline = [];
    this.#breaks = 0;
    this.#space = false;
    return text;
  }

  // ---- lines and blocks

  /** Starts text that must stay on one line; what ends a block inside it is a space. */
  beginLine(kind: LineKind): void {
    this.endBlock();
    this.#line = kind;
  }

  endLine(): string {
    const text = this.#takeInline();
    this.#line = undefined;
    return text;
  }

  /** Ends the paragraph, if one is being written. */
  endBlock(): void {
    if (this.#line !== undefined) {
      this.#space = true;
      return;
    }
    const text = this.#takeInline();
    if (text === '') return;
    this.block(text.includes('\n') ? text.split('\n').map(escapeLineStart) : [escapeLineStart(text)]);
  }

  /** Writes lines that are Markdown already as a block of their own. */
  block(lines: readonly string[]): void {
    if (this.#out.length > 0 && !this.#tight) this.#out.push(this.#blankLine());
    this.#tight = false;
    for (const line of lines) this.#out.push((this.#prefix() + line).trimEnd() + (line.endsWith('  ') ? '  ' : ''));
  }

  /** The next block follows the last one without a blank line between them. */
  tight(on = true): void {
    this.#tight = on;
  }

  openContainer(first: string, rest: string): void {
    this.endBlock();
    const tooDeep = this.#containers.length >= MAX_CONTAINER_DEPTH;
    this.#containers.push({ first: tooDeep ? '' : first, rest: tooDeep ? '' : rest, used: false });
  }

  closeContainer(): void {
    this.endBlock();
    this.#containers.pop();
  }

  /** Everything written: one newline at the end, nothing for nothing. */
  finish(): string {
    this.endBlock();
    return this.#out.length === 0 ? '' : `${this.#out.join('\n').toWellFormed()}\n`;
  }

  #prefix(): string {
    let prefix = '';
    for (const container of this.#containers) {
      prefix += container.used ? container.rest : container.first;
      container.used = true;
    }
    return prefix;
  }

  #blankLine(): string {
    let prefix = '';
    for (const container of this.#containers) {
      if (!container.used) break;
      prefix += container.rest;
    }
    return prefix.trimEnd();
  }
}

const INLINE_MARKS: Readonly<Record<InlineMark['kind'], Omit<InlineMark, 'written'>>> = {
  strong: { kind: 'strong', open: '**', close: '**' },
  emphasis: { kind: 'emphasis', open: '*', close: '*' },
  deleted: { kind: 'deleted', open: '~~', close: '~~' },
  link: { kind: 'link', open: '[', close: ']' },
  nothing: { kind: 'nothing', open: '', close: '' },
};
