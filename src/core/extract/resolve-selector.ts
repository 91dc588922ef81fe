/** One selector of a declaration, CSS or range → the parts of the page it matches. */
import { compile } from 'css-select';
import { type AnyNode, type ChildNode, type Document, type Element, hasChildren, isTag } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { RangeSelector, Selector } from '../../domain/catalog.ts';
import { hasAncestor, type PageTree } from './dom.ts';

/** A node with all it contains, or, with `coverageOf`, only the nodes in it that are covered at least in part. */
export interface SelectedSubtree {
  node: ChildNode | Document;
  coverageOf?(node: AnyNode): 'whole' | 'part' | 'none';
}

export type SelectorResult =
  | { status: 'found'; subtrees: SelectedSubtree[] }
  | { status: 'absent'; detail: string }
  | { status: 'unusable'; detail: string };

/** Subtrees come in document order. An invalid or too costly selector is `unusable`; `detail` says why. */
export function resolveSelector(selector: Selector, page: PageTree): SelectorResult {
  return typeof selector === 'string' ? findElements(selector, page) : findRange(selector, page);
}

function findElements(selector: string, page: PageTree): SelectorResult {
  const matches = matchElements(selector, page);
  if (typeof matches === 'string') return { status: 'unusable', detail: matches };
  if (matches.length === 0) return { status: 'absent', detail: `nothing matches ${selector}` };
  return { status: 'found', subtrees: matches.map((node) => ({ node })) };
}

function findRange(range: RangeSelector, page: PageTree): SelectorResult {
  const startSelector = 'startBefore' in range ? range.startBefore : range.startAfter;
  const endSelector = 'endBefore' in range ? range.endBefore : range.endAfter;
  const starts = matchElements(startSelector, page);
  const ends = matchElements(endSelector, page);
  if (typeof starts === 'string') return { status: 'unusable', detail: `range start: ${starts}` };
  if (typeof ends === 'string') return { status: 'unusable', detail: `range end: ${ends}` };

  const spans = indexVisitOrder(page.document);
  const [first] = starts;
  const start = first && spans.get(first);
  if (start === undefined) return { status: 'absent', detail: `range start not found: ${startSelector}` };
  const from = 'startBefore' in range ? start.enter : start.leave + 1;

  const until = ends.map((element) => rangeEndOf(range, spans.get(element))).find((step) => step > from);
  if (until === undefined) return { status: 'absent', detail: `range end not found: ${endSelector}` };
  return { status: 'found', subtrees: [{ node: page.document, coverageOf: coverageBetween(spans, from, until) }] };
}

/** The elements that match, or why none can. */
function matchElements(selector: string, { elements }: PageTree): Element[] | string {
  const isInTemplate = (element: Element) => hasAncestor(element, ({ name }) => name === 'template');
  try {
    const matches = compile<AnyNode, Element>(selector, { adapter: createBoundedAdapter(), relativeSelector: false });
    return elements.filter((element) => matches(element)).filter((element) => !isInTemplate(element));
  } catch (error) {
    // css-select throws plain errors for a selector it cannot parse.
    return `${error instanceof SelectorTooCostlyError ? 'too costly' : 'invalid'} selector ${selector}`;
  }
}

/** Siblings and parents that one selector may visit. Real pages need thousands; a hostile one can ask for the cube of its size. */
const MAX_NODE_VISITS = 20_000_000;

class SelectorTooCostlyError extends Error {}

/** How css-select walks the tree, for one run of one selector. */
function createBoundedAdapter() {
  let visitsLeft = MAX_NODE_VISITS;
  const countVisits = (count: number): void => {
    visitsLeft -= count;
    if (visitsLeft < 0) throw new SelectorTooCostlyError();
  };
  return {
    ...DomUtils,
    isTag,
    getSiblings(node: AnyNode): AnyNode[] {
      const siblings = DomUtils.getSiblings(node);
      countVisits(siblings.length);
      return siblings;
    },
    getParent(element: Element): AnyNode | null {
      countVisits(1);
      return element.parent;
    },
  };
}

/** The steps at which a walk through the document enters and leaves a node. */
interface VisitSpan {
  enter: number;
  leave: number;
}

function indexVisitOrder(document: Document): Map<AnyNode, VisitSpan> {
  const spans = new Map<AnyNode, VisitSpan>();
  let step = 0;
  const visit = (node: AnyNode): void => {
    const span = { enter: step++, leave: 0 };
    spans.set(node, span);
    if (hasChildren(node)) for (const child of node.children) visit(child);
    span.leave = step++;
  };
  visit(document);
  return spans;
}

function rangeEndOf(range: RangeSelector, span: VisitSpan | undefined): number {
  if (span === undefined) return -1;
  return 'endBefore' in range ? span.enter : span.leave + 1;
}

function coverageBetween(
  spans: ReadonlyMap<AnyNode, VisitSpan>,
  from: number,
  until: number,
): NonNullable<SelectedSubtree['coverageOf']> {
  return (node) => {
    const span = spans.get(node);
    if (span === undefined || span.leave < from || span.enter >= until) return 'none';
    return span.enter >= from && span.leave < until ? 'whole' : 'part';
  };
}
