/** Tree → Markdown, in one walk; `ELEMENT_HANDLERS` says how each element is written. */
import { type AnyNode, type ChildNode, type Element, hasChildren, isTag, isText } from 'domhandler';
import { displayLines, displayText } from '../text/display-text.ts';
import { containsElement, rawText } from './dom.ts';
import { BLOCK_TAGS, HEADING_TAGS, headingLevel, isNonTextElement } from './html-elements.ts';
import { type LinkOptions, resolveLink } from './links.ts';
import { type ListState, startList, takeNextMarker } from './list-markers.ts';
import { MarkdownWriter } from './markdown-writer.ts';
import type { SelectedSubtree } from './resolve-selector.ts';
import { isDataTable, tableLines } from './tables.ts';

/**
 * Writes what a reader can see of the subtrees, in their order; closed accordions and hidden panels included. Ends with one
 * newline and never has two blank lines in a row. `displayText` says what happens to characters.
 */
export function toMarkdown(subtrees: readonly SelectedSubtree[], links: LinkOptions): string {
  const writer = new MarkdownWriter();
  for (const subtree of subtrees) {
    writeSubtree(subtree, { writer, links, lists: [], table: undefined });
    writer.endBlock();
  }
  return writer.finish();
}

interface WriteContext {
  writer: MarkdownWriter;
  links: LinkOptions;
  /** The enclosing lists, innermost last. */
  lists: ListState[];
  /** The rows so far of the table being written. */
  table: string[][] | undefined;
}

/** Runs once everything inside an element is written. */
type OnLeave = (context: WriteContext) => void;
type OnEnter = (element: Element, context: WriteContext) => OnLeave | 'skip-children' | undefined;

interface StackFrame {
  children: readonly ChildNode[];
  next: number;
  leave: OnLeave | undefined;
}

function writeSubtree({ node, coverageOf }: SelectedSubtree, context: WriteContext): void {
  const stack: StackFrame[] = [];
  const enter = (child: AnyNode): void => {
    if (coverageOf?.(child) === 'none') return;
    if (isText(child)) context.writer.writeText(displayText(child.data));
    else if (hasChildren(child)) {
      const leave = isTag(child) ? enterElement(child, context) : undefined;
      if (leave !== 'skip-children') stack.push({ children: child.children, next: 0, leave });
    }
  };
  enter(node);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = frame.children[frame.next++];
    if (child !== undefined) enter(child);
    else {
      stack.pop();
      frame.leave?.(context);
    }
  }
}

function enterElement(element: Element, context: WriteContext): OnLeave | 'skip-children' | undefined {
  if (isNonTextElement(element)) return 'skip-children';
  if (element.attribs['data-cfemail'] !== undefined) return enterProtectedAddress(element, context);
  if (headingLevel(element) !== undefined) return enterHeading(element, context);
  const enter = ELEMENT_HANDLERS.get(element.name);
  if (enter) return enter(element, context);
  if (BLOCK_TAGS.has(element.name)) return enterBlock(element, context);
  // A custom element may look like anything, but it does not run into the word before it.
  if (element.name.includes('-')) return enterSpaced(element, context);
  return undefined;
}

// ---- blocks

const enterBlock: OnEnter = (_element, { writer }) => {
  writer.endBlock();
  return leaveBlock;
};
const leaveBlock: OnLeave = ({ writer }) => writer.endBlock();

/** Inside a heading, cell or term an element that needs lines of its own is a plain block. */
const unlessInLine =
  (enter: OnEnter): OnEnter =>
  (element, context) =>
    (context.writer.isInLine ? enterBlock : enter)(element, context);

const enterHeading = unlessInLine((element, { writer }) => {
  const marks = '#'.repeat(headingLevel(element) ?? 1);
  writer.beginLine('heading');
  return () => {
    const title = writer.endLine();
    if (title !== '') writer.writeBlock([`${marks} ${title}`]);
  };
});

const enterList: OnEnter = (element, { writer, lists }) => {
  writer.endBlock();
  if (!writer.isInLine) lists.push(startList(element));
  return leaveList;
};
const leaveList: OnLeave = (context) => {
  leaveBlock(context);
  if (!context.writer.isInLine) context.lists.pop();
};

const enterItem = unlessInLine((element, { writer, lists }) => {
  writer.endBlock();
  const isTight = previousElement(element)?.name === 'li' || (lists.length > 1 && writer.hasContent);
  const marker = takeNextMarker(lists.at(-1), element);
  const indent = marker.startsWith('-') ? 2 : marker.length;
  writer.openContainer(marker, ' '.repeat(indent));
  writer.setTight(isTight);
  return leaveItem;
});
const leaveItem: OnLeave = ({ writer }) => {
  writer.closeContainer();
  writer.setTight(false);
};

const enterTerm = unlessInLine((element, { writer }) => {
  const isTight = previousElement(element)?.name === 'dt';
  writer.beginLine('term');
  return () => {
    const term = writer.endLine();
    writer.setTight(isTight);
    if (term !== '') writer.writeBlock([term]);
    writer.setTight(false);
  };
});

const enterDefinition = unlessInLine((_element, { writer }) => {
  writer.openContainer(': ', '  ');
  writer.setTight(true);
  return leaveItem;
});

const enterQuote = unlessInLine((_element, { writer }) => {
  writer.openContainer('> ', '> ');
  return () => writer.closeContainer();
});

/** A summary is short: no need to search a longer one for a heading. */
const MAX_SUMMARY_NODES = 200;
const isHeading = ({ name }: Element): boolean => HEADING_TAGS.has(name);

const enterSummary: OnEnter = (element, context) => {
  const { writer } = context;
  writer.endBlock();
  if (writer.isInLine || containsElement(element, isHeading, MAX_SUMMARY_NODES)) return leaveBlock;
  writer.openMark('strong');
  return () => {
    writer.closeMark();
    writer.endBlock();
  };
};

const enterRule: OnEnter = (_element, { writer }) => {
  writer.endBlock();
  if (!writer.isInLine) writer.writeBlock(['* * *']);
  return 'skip-children';
};

/** Code goes into a fence. Prose in `<pre>`, as in old terms, becomes paragraphs with line breaks. */
const enterPreformatted: OnEnter = (element, { writer }) => {
  const lines = displayLines(rawText(element));
  if (writer.isInLine) writer.writeText(displayText(lines.join(' ')));
  else if (element.name === 'pre' && element.children.some((child) => isTag(child) && child.name === 'code')) {
    writer.endBlock();
    const fence = '`'.repeat(Math.max(3, longestRunOfBackticks(lines) + 1));
    writer.writeBlock([fence, ...withoutBlankEnds(lines), fence]);
  } else {
    writer.endBlock();
    for (const line of lines) {
      if (line.trim() === '') writer.endBlock();
      else {
        writer.writeText(displayText(line));
        writer.addLineBreak();
      }
    }
    writer.endBlock();
  }
  return 'skip-children';
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
    if (lines.length > 0) writer.writeBlock(lines);
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

/** A link to a mail address that is its own text only repeats it. */
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
  return 'skip-children';
};

const enterImage: OnEnter = (element, { writer }) => {
  writer.addSpace();
  writer.writeText(displayText(element.attribs.alt ?? ''));
  writer.addSpace();
  return 'skip-children';
};

const enterLineBreak: OnEnter = (_element, { writer }) => {
  writer.addLineBreak();
  return 'skip-children';
};

const enterInlineQuote: OnEnter = (_element, { writer }) => {
  writer.writeText('“');
  return () => writer.writeText('”');
};

const enterSpaced: OnEnter = (_element, { writer }) => {
  writer.addSpace();
  return () => writer.addSpace();
};

/** Cloudflare encrypts addresses anew in every response and decrypts them by script. */
const enterProtectedAddress: OnEnter = (_element, { writer }) => {
  writer.writeRaw('[email protected]');
  return 'skip-children';
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

// ---- helpers

function previousElement(element: Element): Element | undefined {
  let sibling = element.prev;
  while (sibling !== null && !isTag(sibling)) sibling = sibling.prev;
  return sibling ?? undefined;
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
