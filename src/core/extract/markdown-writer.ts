/** Writes Markdown block by block. Knows nothing of HTML. */
import { escapeInline, escapeLineStart } from '../text/escape-markdown.ts';

/** Emphasis or a link. The first words inside it open it, so none is ever empty. */
interface InlineMark {
  kind: 'strong' | 'emphasis' | 'deleted' | 'link' | 'nothing';
  open: string;
  close: string;
  isWritten: boolean;
}

/** A list item or quote: prefixes for its first line and its other lines. */
interface BlockContainer {
  first: string;
  rest: string;
  isUsed: boolean;
}

/** Text that must stay on one line. */
type LineKind = 'heading' | 'cell' | 'term';

/** Deeper lists and quotes are written at this depth, or indents would outgrow the text. */
const MAX_CONTAINER_DEPTH = 16;

export class MarkdownWriter {
  #out: string[] = [];
  #containers: BlockContainer[] = [];
  #isTight = false;
  #inline: string[] = [];
  #marks: InlineMark[] = [];
  #unwrittenMarks = 0;
  #linkDepth = 0;
  #needsSpace = false;
  #breaks = 0;
  #line: LineKind | undefined;

  get isInLine(): boolean {
    return this.#line !== undefined;
  }

  /** Whether a block has been written in the innermost list item or quote. */
  get hasContent(): boolean {
    return this.#containers.at(-1)?.isUsed ?? this.#out.length > 0;
  }

  // ---- inline

  /** @param text without runs of white space. */
  writeText(text: string): void {
    const startsWithSpace = text.startsWith(' ');
    if (startsWithSpace) this.#needsSpace = true;
    const words = text.trim();
    if (words === '') return;
    this.#beforeWords();
    const context = { inLink: this.#linkDepth > 0, inCell: this.#line === 'cell' };
    this.#inline.push(escapeInline(words, context));
    this.#needsSpace = text.endsWith(' ');
  }

  /** Inline text that is Markdown already. */
  writeRaw(markdown: string): void {
    this.#beforeWords();
    this.#inline.push(markdown);
  }

  /** White space, written only between words. */
  addSpace(): void {
    this.#needsSpace = true;
  }

  addLineBreak(): void {
    if (this.#line === 'cell') this.#breaks = 1;
    else if (this.#line !== undefined) this.#needsSpace = true;
    else this.#breaks++;
  }

  openMark(kind: InlineMark['kind'], target = ''): void {
    // Neither emphasis nor links nest in themselves.
    const repeated = this.#marks.some((mark) => mark.kind === kind);
    const mark: InlineMark = { ...(repeated ? INLINE_MARKS.nothing : INLINE_MARKS[kind]), isWritten: false };
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
    if (mark.isWritten) this.#inline.push(mark.close);
    else this.#unwrittenMarks--;
    if (mark.kind === 'link') this.#linkDepth--;
  }

  #beforeWords(): void {
    if (this.#breaks > 1) this.endBlock();
    if (this.#breaks === 1 && this.#inline.length > 0) this.#inline.push(this.#line === 'cell' ? '<br>' : '  \n');
    else if (this.#needsSpace && this.#inline.length > 0) this.#inline.push(' ');
    this.#breaks = 0;
    this.#needsSpace = false;
    if (this.#unwrittenMarks > 0) this.#writeMarks();
  }

  #writeMarks(): void {
    for (const mark of this.#marks) {
      // A heading is bold already.
      if (mark.isWritten || (this.#line === 'heading' && mark.kind === 'strong')) continue;
      this.#inline.push(mark.open);
      mark.isWritten = true;
      this.#unwrittenMarks--;
    }
  }

  #takeInline(): string {
    if (this.#inline.length === 0) {
      this.#breaks = 0;
      this.#needsSpace = false;
      return '';
    }
    for (let i = this.#marks.length - 1; i >= 0; i--) {
      const mark = this.#marks[i];
      if (!mark?.isWritten) continue;
      this.#inline.push(mark.close);
      mark.isWritten = false;
      this.#unwrittenMarks++;
    }
    const text = this.#inline.join('');
    this.#inline = [];
    this.#breaks = 0;
    this.#needsSpace = false;
    return text;
  }

  // ---- lines and blocks

  /** Starts text that must stay on one line: inside it, the end of a block is a space. */
  beginLine(kind: LineKind): void {
    this.endBlock();
    this.#line = kind;
  }

  endLine(): string {
    const text = this.#takeInline();
    this.#line = undefined;
    return text;
  }

  /** Writes the current paragraph, if there is one. */
  endBlock(): void {
    if (this.#line !== undefined) {
      this.#needsSpace = true;
      return;
    }
    const text = this.#takeInline();
    if (text === '') return;
    this.writeBlock(text.includes('\n') ? text.split('\n').map(escapeLineStart) : [escapeLineStart(text)]);
  }

  /** Writes a block of lines that are Markdown already. */
  writeBlock(lines: readonly string[]): void {
    if (this.#out.length > 0 && !this.#isTight) this.#out.push(this.#blankLine());
    this.#isTight = false;
    for (const line of lines) this.#out.push((this.#prefix() + line).trimEnd() + (line.endsWith('  ') ? '  ' : ''));
  }

  /** Whether the next block follows the last one without a blank line. */
  setTight(isTight: boolean): void {
    this.#isTight = isTight;
  }

  openContainer(first: string, rest: string): void {
    this.endBlock();
    const isTooDeep = this.#containers.length >= MAX_CONTAINER_DEPTH;
    this.#containers.push({ first: isTooDeep ? '' : first, rest: isTooDeep ? '' : rest, isUsed: false });
  }

  closeContainer(): void {
    this.endBlock();
    this.#containers.pop();
  }

  /** Ends with one newline; '' if nothing was written. */
  finish(): string {
    this.endBlock();
    return this.#out.length === 0 ? '' : `${this.#out.join('\n').toWellFormed()}\n`;
  }

  #prefix(): string {
    let prefix = '';
    for (const container of this.#containers) {
      prefix += container.isUsed ? container.rest : container.first;
      container.isUsed = true;
    }
    return prefix;
  }

  #blankLine(): string {
    let prefix = '';
    for (const container of this.#containers) {
      if (!container.isUsed) break;
      prefix += container.rest;
    }
    return prefix.trimEnd();
  }
}

const INLINE_MARKS: Readonly<Record<InlineMark['kind'], Omit<InlineMark, 'isWritten'>>> = {
  strong: { kind: 'strong', open: '**', close: '**' },
  emphasis: { kind: 'emphasis', open: '*', close: '*' },
  deleted: { kind: 'deleted', open: '~~', close: '~~' },
  link: { kind: 'link', open: '[', close: ']' },
  nothing: { kind: 'nothing', open: '', close: '' },
};
