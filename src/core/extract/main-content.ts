/** Finds what a page is about when no declaration says where: menus, footers and banners are gone by then. */
import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { findMarkedMain } from './boilerplate.ts';
import { containsElement, selfAndAncestors } from './dom.ts';
import { HEADING_TAGS } from './html-elements.ts';
import type { SelectedSubtree } from './resolve-selector.ts';
import { measureText, metricsOf, proseLengthOf, type TextMetricsByNode } from './text-metrics.ts';

/** Pure. @param document a page without its boilerplate. */
export function findMainContent(document: Document): SelectedSubtree[] {
  // 1. What the page marks as its main content, if that is where its text is.
  const metricsByNode = measureText(document);
  const marked = findMarkedMain(document);
  const main = longestProse(marked, metricsByNode);
  const pageProse = proseLengthOf(document, metricsByNode);
  const isMain =
    main !== undefined && proseLengthOf(main, metricsByNode) >= pageProse * minShareOf(main, marked, metricsByNode);
  // 2. Else the innermost container that still holds most of the text.
  const content = isMain ? main : findDensestContainer(document, metricsByNode);
  // 3. The title may come before it.
  const title = containsElement(content, isTitle) ? undefined : findTitleBefore(content, metricsByNode);
  return title === undefined ? [{ node: content }] : [{ node: title }, { node: content }];
}

const isTitle = ({ name }: Element): boolean => name === 'h1';

/** A `<main>` with a smaller share of the prose is an empty shell. */
const MIN_MAIN_SHARE = 0.25;
/** Of several articles each may be a teaser or a part of the text; of several `<main>`s one may stand in a dialog. */
const MIN_SHARE_AMONG_SEVERAL = 0.6;

function minShareOf(main: Element, marked: readonly Element[], metricsByNode: TextMetricsByNode): number {
  const outer = selfAndAncestors([main]);
  const isOneOfSeveral = marked.some(
    (other) => other.name === main.name && !outer.has(other) && proseLengthOf(other, metricsByNode) > 0,
  );
  return isOneOfSeveral ? MIN_SHARE_AMONG_SEVERAL : MIN_MAIN_SHARE;
}

function longestProse(elements: readonly Element[], metricsByNode: TextMetricsByNode): Element | undefined {
  let longest: Element | undefined;
  for (const element of elements) {
    if (longest === undefined || proseLengthOf(element, metricsByNode) > proseLengthOf(longest, metricsByNode))
      longest = element;
  }
  return longest;
}

// ---- from the outside in

/** A container is entered when it has this share of the prose: the rest is then a side matter. */
const MIN_INNER_SHARE = 0.75;
/** Layout elements. Lists and paragraphs are text, however long: what comes before them belongs to them. */
const CONTAINER_TAGS = new Set('html head body div section article main form center table tbody tr td'.split(' '));
/** Elements that are text where they stand beside a container. */
const TEXT_TAGS = new Set([...HEADING_TAGS, ...'p ul ol dl blockquote pre'.split(' ')]);
/** More text than this beside a container is not a byline or a copyright line. */
const MAX_STRAY_TEXT_CHARS = 100;
/** A box beside a container with more prose may be a part of the text. */
const MAX_SIDEBAR_CHARS = 400;

function findDensestContainer(document: Document, metricsByNode: TextMetricsByNode): Document | Element {
  let container: Document | Element = document;
  for (;;) {
    const minProse: number = proseLengthOf(container, metricsByNode) * MIN_INNER_SHARE;
    const inner: AnyNode | undefined = container.children.find(
      (child) => proseLengthOf(child, metricsByNode) > minProse,
    );
    if (inner === undefined || !isTag(inner) || !isContainer(inner) || wouldLoseText(container, inner, metricsByNode))
      return container;
    container = inner;
  }
}

function isContainer({ name }: Element): boolean {
  return CONTAINER_TAGS.has(name) || name.includes('-');
}

/** Whether a title or text stands beside `inner`. */
function wouldLoseText(outer: Document | Element, inner: Element, metricsByNode: TextMetricsByNode): boolean {
  let [textChars, boxChars] = [0, 0];
  for (const child of outer.children) {
    if (child === inner) continue;
    if (containsElement(child, isTopHeading)) return true;
    const prose = proseLengthOf(child, metricsByNode);
    if (isText(child) || (isTag(child) && TEXT_TAGS.has(child.name))) textChars += prose;
    else boxChars += prose;
  }
  return textChars > MAX_STRAY_TEXT_CHARS || boxChars > MAX_SIDEBAR_CHARS;
}

const isTopHeading = ({ name }: Element): boolean => name === 'h1' || name === 'h2';

// ---- the title

/** A title may come with a date and a sentence on what the document is about. */
const MAX_TITLE_BLOCK_CHARS = 600;

/** The nearest box before `content` that holds a title and little more. */
function findTitleBefore(content: Document | Element, metricsByNode: TextMetricsByNode): Element | undefined {
  for (const node of nodesBefore(content)) {
    if (!isTag(node) || !containsElement(node, isTitle)) continue;
    const { prose, linked } = metricsOf(node, metricsByNode);
    return prose > linked && prose <= MAX_TITLE_BLOCK_CHARS ? node : undefined;
  }
  return undefined;
}

/** The siblings before a node and before each of its ancestors, nearest first. */
function* nodesBefore(node: AnyNode): Generator<AnyNode> {
  for (let outer: AnyNode | null = node; outer !== null; outer = outer.parent) {
    for (let sibling = outer.prev; sibling !== null; sibling = sibling.prev) yield sibling;
  }
}
