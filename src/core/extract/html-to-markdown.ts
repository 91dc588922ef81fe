/** Tree → Markdown. One walk without recursion; what each element means stands in one table. */
import { type AnyNode, type ChildNode, type Element, hasChildren, isTag, isText } from 'domhandler';
import { BLOCK_TAGS, HEADING_TAGS, headingLevel, isNonTextElement, rawText, walkTree } from './html-elements.ts';
import { type LinkOptions, resolveLink } from './links.ts';
import { type ListState, startList, takeNextMarker } from './list-markers.ts';
import { MarkdownWriter } from './markdown-writer.ts';
import type { SelectedSubtree } from './resolve-selector.ts';
import { isDataTable, tableLines } from './tables.ts';
import { displayLines, displayText } from './text.ts';

/**
 * The readable text of the stretches, in their order: one newline at the end, never two blank lines in a row, and the same for
 * the same tree always. Text inside closed accordions and hidden panels is there; see `text.ts` for what happens to characters.
 */
export function toMarkdown(subtrees: readonly SelectedSubtree[], links: LinkOptions): string {
  const writer = new MarkdownWriter();
  for (const stretch of subtrees) {
    writeSubtree(stretch, { writer, links, lists: [], table: undefined });
    writer.endBlock();
  }
  return writer.finish();
}

interface WriteContext {
  writer: MarkdownWriter;
  links: LinkOptions;
  /** The lists around, innermost last. */
  lists: ListState[];
  /** The rows so far of the table being written. */
  table: string[][] | undefined;
}

/** What to do once everything inside an element is written. */
type OnLeave = (context: WriteContext) => void;
/** Enters an element. `'done'`: nothing inside it is to be written any more. */
type OnEnter = (element: Element, context: WriteContext) => OnLeave | 'done' | undefined;

interface StackFrame {
  children: readonly ChildNode[];
  next: number;
  leave: OnLeave | undefined;
}

function writeSubtree({ node, coverageOf: covers }: SelectedSubtree, context: WriteContext): void {
  const path: StackFrame[] = [{ children: [], next: 0, leave: undefined }];
  const enter = (child: AnyNode): void => {
    if (covers?.(child) === 'none') return;
    if (isText(child)) context.writer.words(displayText(child.data));
    else if (hasChildren(child)) {
      const leave = isTag(child) ? enterElement(child, context) : undefined;
      if (leave !== 'done') path.push({ children: child.children, next: 0, leave });
    }
  };
  enter(node);
  for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
    const child = frame.children[frame.next++];
    if (child !== undefined) enter(child);
    else {
      path.pop();
      frame.leave?.(context);
    }
  }
}

function enterElement(element: Element, context: WriteContext): OnLeave | 'done' | undefined {
  if (isNonTextElement(element)) return 'done';
  if (element.attribs['data-cfemail'] !== undefined) return enterProtectedAddress(element, context);
  if (headingLevel(element) !== undefined) return enterHeading(element, context);
  const enter = ELEMENT_HANDLERS.get(element.name);
  if (enter) return enter(element, context);
  if (BLOCK_TAGS.has(element.name)) return enterBlock(element, context);
  // What a custom element looks like is anybody's guess, but it does not run into the word before it.
  if (element.name.includes('-')) return enterSpaced(element, context);
  return undefined;
}

// ---- blocks

const enterBlock: OnEnter = (_element, { writer }) => {
  writer.endBlock();
  return leaveBlock;
};
const leaveBlock: OnLeave = ({ writer }) => writer.endBlock();

const enterHeading: OnEnter = (element, context) => {
  const { writer } = context;
  if (writer.isInLine) return enterBlock(element, context);
  const marks = '#'.repeat(headingLevel(element) ?? 1);
  writer.beginLine('heading');
  return () => {
    const title = writer.endLine();
    if (title !== '') writer.block([`${marks} ${title}`]);
  };
};

const enterList: OnEnter = (element, { writer, lists }) => {
  writer.endBlock();
  if (!writer.isInLine) lists.push(startList(element));
  return leaveList;
};
const leaveList: OnLeave = (context) => {
  leaveBlock(context);
  if (!context.writer.isInLine) context.lists.pop();
};

const enterItem: OnEnter = (element, context) => {
  const { writer, lists } = context;
  if (writer.isInLine) return enterBlock(element, context);
  const marker = takeNextMarker(lists.at(-1), element);
  const continues = isItem(previousElement(element)) || (lists.length > 1 && writer.hasContent);
  const indent = marker.startsWith('-') ? 2 : marker.length;
  writer.openContainer(marker, ' '.repeat(indent));
  writer.tight(continues);
  return leaveItem;
};
const leaveItem: OnLeave = ({ writer }) => {
  writer.closeContainer();
  writer.tight(false);
};

const enterTerm: OnEnter = (element, context) => {
  const { writer } = context;
  if (writer.isInLine) return enterBlock(element, context);
  const tight = previousElement(element)?.name === 'dt';
  writer.beginLine('term');
  return () => {
    const term = writer.endLine();
    writer.tight(tight);
    if (term !== '') writer.block([term]);
    writer.tight(false);
  };
};

const enterDefinition: OnEnter = (element, context) => {
  const { writer } = context;
  if (writer.isInLine) return enterBlock(element, context);
  writer.openContainer(': ', '  ');
  writer.tight(true);
  return leaveItem;
};

const enterQuote: OnEnter = (element, context) => {
  const { writer } = context;
  if (writer.isInLine) return enterBlock(element, context);
  writer.openContainer('> ', '> ');
  return ({ writer }) => writer.closeContainer();
};

const enterSummary: OnEnter = (element, context) => {
  const { writer } = context;
  writer.endBlock();
  if (writer.isInLine || containsHeading(element)) return leaveBlock;
  writer.openMark('strong');
  return () => {
    writer.closeMark();
    writer.endBlock();
  };
};

const enterRule: OnEnter = (_element, { writer }) => {
  writer.endBlock();
  if (!writer.isInLine) writer.block(['* * *']);
  return 'done';
};

/** Code keeps its lines in a fence. Prose in `<pre>` (old terms are written so) reads as paragraphs with its line breaks. */
const enterPreformatted: OnEnter = (element, { writer }) => {
  const lines = displayLines(rawText(element));
  if (writer.isInLine) writer.words(displayText(lines.join(' ')));
  else if (element.name === 'pre' && element.children.some((child) => isTag(child) && child.name === 'code')) {
    writer.endBlock();
    const fence = '`'.repeat(Math.max(3, longestRunOfBackticks(lines) + 1));
    writer.block([fence, ...withoutBlankEnds(lines), fence]);
  } else {
    writer.endBlock();
    for (const line of lines) {
      if (line.trim() === '') writer.endBlock();
      else {
        writer.words(displayText(line));
        writer.addLineBreak();
      }
    }
    writer.endBlock();
  }
  return 'done';
};

// ---- tables

const enterTable: OnEnter = (element, context) => {
  const { writer } = context;
  writer.endBlock();
  if (writer.isInLine || !isDataTable(element)) return leaveBlock;
  const rows: string[][] = [];
  context.table = rows;
  return () => {
    writer.endBlock();
    context.table = undefined;
    const lines = tableLines(rows);
    if (lines.length > 0) writer.block(lines);
  };
};

const enterRow: OnEnter = (element, context) => {
  if (context.table === undefined || context.writer.isInLine) return enterBlock(element, context);
  context.writer.endBlock();
  context.table.push([]);
  return undefined;
};

const enterCell: OnEnter = (element, context) => {
  const { writer, table } = context;
  const row = table?.at(-1);
  if (row === undefined || writer.isInLine) return enterBlock(element, context);
  writer.beginLine('cell');
  return () => {
    row.push(writer.endLine());
  };
};

// ---- inside a line

const enterLink: OnEnter = (element, { writer, links }) => {
  const target = resolveLink(element.attribs.href, links);
  if (target === undefined || repeatsItsText(target, element)) return undefined;
  writer.openMark('link', target);
  return leaveMark;
};

/** A mail address that is its own text reads better without a link. */
function repeatsItsText(target: string, { children: [only, more] }: Element): boolean {
  return (
    target.startsWith('mailto:') &&
    more === undefined &&
    only !== undefined &&
    isText(only) &&
    target === `mailto:${only.data.trim()}`
  );
}

const leaveMark: OnLeave = ({ writer }) => writer.closeMark();

const enterMark =
  (kind: 'strong' | 'emphasis' | 'deleted'): OnEnter =>
  (_element, { writer }) => {
    writer.openMark(kind);
    return leaveMark;
  };

const enterCode: OnEnter = (element, { writer }) => {
  const code = displayText(rawText(element)).trim();
  const fence = '`'.repeat(longestRunOfBackticks([code]) + 1);
  const pad = fence.length > 1 ? ' ' : '';
  if (code !== '') writer.writeRaw(fence + pad + code + pad + fence);
  return 'done';
};

const enterImage: OnEnter = (element, { writer }) => {
  writer.space();
  writer.words(displayText(element.attribs.alt ?? ''));
  writer.space();
  return 'done';
};

const enterLineBreak: OnEnter = (_element, { writer }) => {
  writer.addLineBreak();
  return 'done';
};

const enterInlineQuote: OnEnter = (_element, { writer }) => {
  writer.words('“');
  return ({ writer }) => writer.words('”');
};

const enterSpaced: OnEnter = (_element, { writer }) => {
  writer.space();
  return ({ writer }) => writer.space();
};

/** Cloudflare writes addresses in a cipher that is new each time; a script puts them back. */
const enterProtectedAddress: OnEnter = (_element, { writer }) => {
  writer.writeRaw('[email protected]');
  return 'done';
};

const ELEMENT_HANDLERS: ReadonlyMap<string, OnEnter> = new Map<string, OnEnter>([
  ['ul', enterList],
  ['ol', enterList],
  ['menu', enterList],
  ['dir', enterList],
  ['li', enterItem],
  ['dt', enterTerm],
  ['dd', enterDefinition],
  ['blockquote', enterQuote],
  ['summary', enterSummary],
  ['hr', enterRule],
  ['pre', enterPreformatted],
  ['textarea', enterPreformatted],
  ['table', enterTable],
  ['tr', enterRow],
  ['td', enterCell],
  ['th', enterCell],
  ['a', enterLink],
  ['strong', enterMark('strong')],
  ['b', enterMark('strong')],
  ['em', enterMark('emphasis')],
  ['i', enterMark('emphasis')],
  ['del', enterMark('deleted')],
  ['s', enterMark('deleted')],
  ['strike', enterMark('deleted')],
  ['code', enterCode],
  ['kbd', enterCode],
  ['samp', enterCode],
  ['tt', enterCode],
  ['img', enterImage],
  ['br', enterLineBreak],
  ['q', enterInlineQuote],
  ['button', enterSpaced],
  ['label', enterSpaced],
]);

// ---- looking around

function previousElement(element: Element): Element | undefined {
  let at = element.prev;
  while (at !== null && !isTag(at)) at = at.prev;
  return at ?? undefined;
}

function isItem(element: Element | undefined): boolean {
  return element?.name === 'li';
}

/** A summary is short; further than this nobody need look for its heading. */
const MAX_SUMMARY_NODES = 200;

function containsHeading(element: Element): boolean {
  let found = false;
  let seen = 0;
  walkTree(element, (node) => {
    found ||= isTag(node) && HEADING_TAGS.has(node.name);
    return !found && ++seen < MAX_SUMMARY_NODES;
  });
  return found;
}

function longestRunOfBackticks(lines: readonly string[]): number {
  let longest = 0;
  for (const line of lines) for (const [run] of line.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

function withoutBlankEnds(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}
