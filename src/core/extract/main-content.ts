/** Finds what a page is about when no declaration says where: menus, footers and banners left out. */
import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { boilerplate } from './boilerplate.ts';
import { ancestorsOf, contains, HEADINGS, walk } from './html-elements.ts';
import { detach } from './remove.ts';
import type { Stretch } from './resolve-selector.ts';
import { proseOf, type Weights, weigh, weightOf } from './text-metrics.ts';

/**
 * The main content: what the page marks as such, else the innermost container that still holds most of the text.
 * Takes what is about the page, and not part of it, out of the tree.
 */
export function mainContent(document: Document): Stretch[] {
  // 1. What is only for who runs no scripts counts where that is all there is; whatever is about the page goes.
  const whole = showNoscript(document, weigh(document));
  detach(boilerplate(document, markedAsMain(document), whole));
  // 2. What the page calls its main content, if that is where its text is.
  const weights = weigh(document);
  const all = proseOf(document, weights);
  const marked = markedAsMain(document);
  const main = heaviest(marked, weights);
  const isMain = main !== undefined && proseOf(main, weights) >= all * leastShare(main, marked, weights);
  // 3. Else from the outside in, as long as one child holds most of what there is.
  const content = isMain ? main : densest(document, weights);
  // 4. Its title may stand before it.
  const title = contains(content, 'h1') ? undefined : titleBefore(content, weights);
  return title === undefined ? [{ node: content }] : [{ node: title }, { node: content }];
}

/** Less than this is a byline, a copyright line, a word of waiting. */
const LITTLE = 100;

/** Some pages show nothing before their scripts have run, and say all of it in a `<noscript>`. Returns the weights it then has. */
function showNoscript(document: Document, weights: Weights): Weights {
  const { prose, linked } = weightOf(document, weights);
  if (prose + linked > LITTLE) return weights;
  walk(document, (node) => {
    if (isTag(node) && node.name === 'noscript') node.name = 'div';
    return true;
  });
  return weigh(document);
}

/** A `<main>` that holds less of the text than this is an empty shell. */
const MAIN_SHARE = 0.25;
/** Of several articles each may be a teaser, or a part of the text; of several `<main>`s one may stand in a dialog. */
const SHARE_OF_ONE_OF_SEVERAL = 0.6;

function leastShare(main: Element, marked: readonly Element[], weights: Weights): number {
  const around = ancestorsOf([main]);
  const isOneOfSeveral = marked.some(
    (other) => other.name === main.name && !around.has(other) && proseOf(other, weights) > 0,
  );
  return isOneOfSeveral ? SHARE_OF_ONE_OF_SEVERAL : MAIN_SHARE;
}

const MARKS = new Set(['main', 'article']);

function markedAsMain(root: AnyNode): Element[] {
  const found: Element[] = [];
  walk(root, (node) => {
    if (isTag(node) && (MARKS.has(node.name) || node.attribs.role === 'main')) found.push(node);
    return true;
  });
  return found;
}

function heaviest(elements: readonly Element[], weights: Weights): Element | undefined {
  let best: Element | undefined;
  for (const element of elements) {
    if (best === undefined || proseOf(element, weights) > proseOf(best, weights)) best = element;
  }
  return best;
}

// ---- from the outside in

/** A container is stepped into when it holds this much of the text: the rest is then a side matter. */
const INNER_SHARE = 0.75;
/** What lays a page out. A list or a paragraph is text, however long: what stands before it belongs to it. */
const CONTAINERS = new Set('html head body div section article main form center table tbody tr td'.split(' '));
/** With this much prose a box beside it may be a part of the text. */
const MORE_THAN_A_SIDE_MATTER = 400;
/** What is text where it stands beside a container. */
const TEXT = new Set([...HEADINGS, ...'p ul ol dl blockquote pre'.split(' ')]);

function densest(document: Document, weights: Weights): Document | Element {
  let at: Document | Element = document;
  for (;;) {
    const inner: AnyNode | undefined = at.children.find(
      (child) => proseOf(child, weights) > proseOf(at, weights) * INNER_SHARE,
    );
    if (inner === undefined || !isTag(inner) || !isContainer(inner) || losesText(at, inner, weights)) return at;
    at = inner;
  }
}

function isContainer({ name }: Element): boolean {
  return CONTAINERS.has(name) || name.includes('-');
}

/** Whether a title or text stands beside what would be stepped into. */
function losesText(outer: Document | Element, inner: Element, weights: Weights): boolean {
  let [asText, inBoxes] = [0, 0];
  for (const child of outer.children) {
    if (child === inner) continue;
    if (holdsTitle(child)) return true;
    if (isText(child) || (isTag(child) && TEXT.has(child.name))) asText += proseOf(child, weights);
    else inBoxes += proseOf(child, weights);
  }
  return asText > LITTLE || inBoxes > MORE_THAN_A_SIDE_MATTER;
}

function holdsTitle(node: AnyNode): boolean {
  let found = false;
  walk(node, (at) => {
    found ||= isTag(at) && HEADINGS.has(at.name) && at.name <= 'h2';
    return !found;
  });
  return found;
}

// ---- the title

/** Together with its title a document may have a date and a sentence on what it is about. */
const MOST_WITH_TITLE = 600;

/** The nearest box before a node that holds a title and little more. */
function titleBefore(content: Document | Element, weights: Weights): Element | undefined {
  for (const at of before(content)) {
    if (!isTag(at) || !contains(at, 'h1')) continue;
    const { prose, linked } = weightOf(at, weights);
    return prose > linked && prose <= MOST_WITH_TITLE ? at : undefined;
  }
  return undefined;
}

/** What stands before a node, nearest first, each as a whole. */
function* before(node: AnyNode): Generator<AnyNode> {
  for (let around: AnyNode | null = node; around !== null; around = around.parent) {
    for (let at = around.prev; at !== null; at = at.prev) yield at;
  }
}
