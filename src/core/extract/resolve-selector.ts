/** A declaration's selectors, CSS or range, applied to a page. What they find are stretches of the tree. */
import { compile } from 'css-select';
import type { AnyNode, ChildNode, Document, Element } from 'domhandler';
import { hasChildren, isTag } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { RangeSelector, Selector } from '../../domain/catalog.ts';
import type { PageTree } from './tree.ts';

/** A node of the tree; where `covers` stands, only those nodes in it that it covers at least in part. */
export interface SelectedSubtree {
  node: ChildNode | Document;
  coverageOf?(node: AnyNode): 'whole' | 'part' | 'none';
}

export type SelectorResult =
  | { status: 'found'; subtrees: SelectedSubtree[] }
  | { status: 'absent'; detail: string }
  | { status: 'unusable'; detail: string };

/** Finds what a selector names, in document order. An invalid selector finds nothing, and says why. */
export function find(selector: Selector, page: PageTree): SelectorResult {
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
  if (typeof starts === 'string') return { status: 'unusable', detail: `start of range: ${starts}` };
  if (typeof ends === 'string') return { status: 'unusable', detail: `end of range: ${ends}` };

  const places = indexVisitOrder(page.document);
  const [first] = starts;
  const start = first && places.get(first);
  if (start === undefined) return { status: 'absent', detail: `start of range not there: ${startSelector}` };
  const from = 'startBefore' in range ? start.enter : start.leave + 1;

  const until = ends.map((element) => rangeEndOf(range, places.get(element))).find((place) => place > from);
  if (until === undefined) return { status: 'absent', detail: `end of range not there: ${endSelector}` };
  return { status: 'found', subtrees: [{ node: page.document, coverageOf: coverageBetween(places, from, until) }] };
}

/** The elements that match, or why there can be none. */
function matchElements(selector: string, { elements }: PageTree): Element[] | string {
  visitsLeft = MAX_NODE_VISITS;
  try {
    return elements.filter(compile<AnyNode, Element>(selector, CSS_SELECT_OPTIONS)).filter(isOutsideTemplate);
  } catch (error) {
    // The grammar is the library's: whatever else it throws is about the selector.
    return `${error instanceof SelectorTooCostlyError ? 'too costly' : 'invalid'} selector ${selector}`;
  }
}

/** What a template holds is no part of the page. */
function isOutsideTemplate(element: Element): boolean {
  for (let at = element.parent; at !== null; at = at.parent) if (isTag(at) && at.name === 'template') return false;
  return true;
}

/** Siblings and parents one selector may look at. Real pages need thousands; a hostile one can ask for the cube of its size. */
const MAX_NODE_VISITS = 20_000_000;
let visitsLeft = MAX_NODE_VISITS;

class SelectorTooCostlyError extends Error {}

function countVisits(count: number): void {
  visitsLeft -= count;
  if (visitsLeft < 0) throw new SelectorTooCostlyError();
}

const CSS_SELECT_OPTIONS = {
  adapter: {
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
  },
  relativeSelector: false,
};

/** When a walk through the document enters and leaves a node, counted in steps. */
interface VisitSpan {
  enter: number;
  leave: number;
}

function indexVisitOrder(document: Document): Map<AnyNode, VisitSpan> {
  const places = new Map<AnyNode, VisitSpan>();
  let step = 0;
  const path: { node: AnyNode; next: number; place: VisitSpan }[] = [];
  const enter = (node: AnyNode): void => {
    const place = { enter: step++, leave: 0 };
    places.set(node, place);
    path.push({ node, next: 0, place });
  };
  enter(document);
  for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
    const child = hasChildren(at.node) ? at.node.children[at.next++] : undefined;
    if (child) enter(child);
    else {
      at.place.leave = step++;
      path.pop();
    }
  }
  return places;
}

function rangeEndOf(range: RangeSelector, place: VisitSpan | undefined): number {
  if (place === undefined) return -1;
  return 'endBefore' in range ? place.enter : place.leave + 1;
}

function coverageBetween(
  places: Map<AnyNode, VisitSpan>,
  from: number,
  until: number,
): NonNullable<SelectedSubtree['coverageOf']> {
  return (node) => {
    const place = places.get(node);
    if (place === undefined || place.leave < from || place.enter >= until) return 'none';
    return place.enter >= from && place.leave < until ? 'whole' : 'part';
  };
}
