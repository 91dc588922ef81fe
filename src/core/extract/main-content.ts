/** Finds what a page is about when no declaration says where: menus, footers and banners left out. */
import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { findBoilerplate } from './boilerplate.ts';
import { containsTag, HEADING_TAGS, selfAndAncestors, walkTree } from './html-elements.ts';
import { detachNodes } from './remove.ts';
import type { SelectedSubtree } from './resolve-selector.ts';
import { measureText, metricsOf, proseLengthOf, type TextMetricsByNode } from './text-metrics.ts';

/**
 * The main content: what the page marks as such, else the innermost container that still holds most of the text.
 * Takes what is about the page, and not part of it, out of the tree.
 */
export function extractMainContent(document: Document): SelectedSubtree[] {
  // 1. What is only for who runs no scripts counts where that is all there is; whatever is about the page goes.
  const whole = unwrapNoscript(document, measureText(document));
  detachNodes(findBoilerplate(document, findMarkedMain(document), whole));
  // 2. What the page calls its main content, if that is where its text is.
  const weights = measureText(document);
  const all = proseLengthOf(document, weights);
  const marked = findMarkedMain(document);
  const main = longestProse(marked, weights);
  const isMain = main !== undefined && proseLengthOf(main, weights) >= all * minShareOf(main, marked, weights);
  // 3. Else from the outside in, as long as one child holds most of what there is.
  const content = isMain ? main : findDensestContainer(document, weights);
  // 4. Its title may stand before it.
  const title = containsTag(content, 'h1') ? undefined : findTitleBefore(content, weights);
  return title === undefined ? [{ node: content }] : [{ node: title }, { node: content }];
}

/** Less than this is a byline, a copyright line, a word of waiting. */
const MIN_VISIBLE_CHARS = 100;

/** Some pages show nothing before their scripts have run, and say all of it in a `<noscript>`. Returns the weights it then has. */
function unwrapNoscript(document: Document, metricsByNode: TextMetricsByNode): TextMetricsByNode {
  const { prose, linked } = metricsOf(document, metricsByNode);
  if (prose + linked > MIN_VISIBLE_CHARS) return metricsByNode;
  walkTree(document, (node) => {
    if (isTag(node) && node.name === 'noscript') node.name = 'div';
    return true;
  });
  return measureText(document);
}

/** A `<main>` that holds less of the text than this is an empty shell. */
const MIN_MAIN_SHARE = 0.25;
/** Of several articles each may be a teaser, or a part of the text; of several `<main>`s one may stand in a dialog. */
const MIN_SHARE_AMONG_SEVERAL = 0.6;

function minShareOf(main: Element, marked: readonly Element[], metricsByNode: TextMetricsByNode): number {
  const around = selfAndAncestors([main]);
  const isOneOfSeveral = marked.some(
    (other) => other.name === main.name && !around.has(other) && proseLengthOf(other, metricsByNode) > 0,
  );
  return isOneOfSeveral ? MIN_SHARE_AMONG_SEVERAL : MIN_MAIN_SHARE;
}

const MAIN_TAGS = new Set(['main', 'article']);

function findMarkedMain(root: AnyNode): Element[] {
  const found: Element[] = [];
  walkTree(root, (node) => {
    if (isTag(node) && (MAIN_TAGS.has(node.name) || node.attribs.role === 'main')) found.push(node);
    return true;
  });
  return found;
}

function longestProse(elements: readonly Element[], metricsByNode: TextMetricsByNode): Element | undefined {
  let best: Element | undefined;
  for (const element of elements) {
    if (best === undefined || proseLengthOf(element, metricsByNode) > proseLengthOf(best, metricsByNode))
      best = element;
  }
  return best;
}

// ---- from the outside in

/** A container is stepped into when it holds this much of the text: the rest is then a side matter. */
const MIN_INNER_SHARE = 0.75;
/** What lays a page out. A list or a paragraph is text, however long: what stands before it belongs to it. */
const CONTAINER_TAGS = new Set('html head body div section article main form center table tbody tr td'.split(' '));
/** With this much prose a box beside it may be a part of the text. */
const MAX_SIDEBAR_CHARS = 400;
/** What is text where it stands beside a container. */
const TEXT_TAGS = new Set([...HEADING_TAGS, ...'p ul ol dl blockquote pre'.split(' ')]);

function findDensestContainer(document: Document, metricsByNode: TextMetricsByNode): Document | Element {
  let at: Document | Element = document;
  for (;;) {
    const inner: AnyNode | undefined = at.children.find(
      (child) => proseLengthOf(child, metricsByNode) > proseLengthOf(at, metricsByNode) * MIN_INNER_SHARE,
    );
    if (inner === undefined || !isTag(inner) || !isContainer(inner) || wouldLoseText(at, inner, metricsByNode))
      return at;
    at = inner;
  }
}

function isContainer({ name }: Element): boolean {
  return CONTAINER_TAGS.has(name) || name.includes('-');
}

/** Whether a title or text stands beside what would be stepped into. */
function wouldLoseText(outer: Document | Element, inner: Element, metricsByNode: TextMetricsByNode): boolean {
  let [asText, inBoxes] = [0, 0];
  for (const child of outer.children) {
    if (child === inner) continue;
    if (containsTitle(child)) return true;
    if (isText(child) || (isTag(child) && TEXT_TAGS.has(child.name))) asText += proseLengthOf(child, metricsByNode);
    else inBoxes += proseLengthOf(child, metricsByNode);
  }
  return asText > MIN_VISIBLE_CHARS || inBoxes > MAX_SIDEBAR_CHARS;
}

function containsTitle(node: AnyNode): boolean {
  let found = false;
  walkTree(node, (at) => {
    found ||= isTag(at) && HEADING_TAGS.has(at.name) && at.name <= 'h2';
    return !found;
  });
  return found;
}

// ---- the title

/** Together with its title a document may have a date and a sentence on what it is about. */
const MAX_TITLE_BLOCK_CHARS = 600;

/** The nearest box before a node that holds a title and little more. */
function findTitleBefore(content: Document | Element, metricsByNode: TextMetricsByNode): Element | undefined {
  for (const at of nodesBefore(content)) {
    if (!isTag(at) || !containsTag(at, 'h1')) continue;
    const { prose, linked } = metricsOf(at, metricsByNode);
    return prose > linked && prose <= MAX_TITLE_BLOCK_CHARS ? at : undefined;
  }
  return undefined;
}

/** What stands before a node, nearest first, each as a whole. */
function* nodesBefore(node: AnyNode): Generator<AnyNode> {
  for (let around: AnyNode | null = node; around !== null; around = around.parent) {
    for (let at = around.prev; at !== null; at = at.prev) yield at;
  }
}
