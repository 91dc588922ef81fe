/**
 * What stands on a page and is about the page or about others: menus, footers, banners, comments, teasers. It would rather keep
 * some of it than lose a clause: what holds much of the page's prose is never boilerplate, nor is anything around the main content.
 */
import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { type BoilerplateKind, classifyByClassName } from './boilerplate-class-names.ts';
import { containsTag, selfAndAncestors, walkTree } from './html-elements.ts';
import { findRelatedContentBoxes } from './related-content.ts';
import {
  hasSiblingParagraphs,
  metricsOf,
  proseLengthOf,
  type TextMetrics,
  type TextMetricsByNode,
} from './text-metrics.ts';

/** What is called a banner is never this much of a page, not even all of a kind together; a page about cookies is. */
const MAX_BANNER_SHARE = 0.3;
/** Readers often write more than they comment on. */
const MAX_COMMENTS_SHARE = 0.85;

/** An article that holds less of the text is one of many: a teaser, or a comment. */
const MIN_ARTICLE_SHARE = 0.25;

/**
 * The outermost elements that are no part of the page's text.
 * @param marked what the page marks as its main content; nothing around it is boilerplate, unless it is one of many articles.
 */
export function findBoilerplate(
  document: Document,
  marked: readonly Element[],
  metricsByNode: TextMetricsByNode,
): Set<AnyNode> {
  const all = proseLengthOf(document, metricsByNode);
  const main = marked.filter(
    (one) => one.name !== 'article' || proseLengthOf(one, metricsByNode) >= all * MIN_ARTICLE_SHARE,
  );
  const aroundMain = selfAndAncestors(main);
  const ofOtherPages = findRelatedContentBoxes(document, metricsByNode);
  const found: BoilerplateCandidate[] = [];
  walkTree(document, (node) => {
    if (!isTag(node) || aroundMain.has(node)) return true;
    const weight = metricsOf(node, metricsByNode);
    const kind =
      weight.prose <= all * MAX_BANNER_SHARE && (ofOtherPages.has(node) || isPageChrome(node, metricsByNode))
        ? 'about the page'
        : (classifyByClassName(node) ?? (isLinkBlock(node, weight) ? 'links' : undefined));
    if (kind === undefined || weight.prose > all * maxShareOf(kind)) return true;
    if (kind !== 'links' || !hasSiblingParagraphs(node, metricsByNode)) found.push({ node, kind, metrics: weight });
    return false;
  });
  const sums = proseByKind(found);
  const small = found.filter(({ kind }) => (sums.get(kind) ?? 0) <= all * maxShareOf(kind));
  const unwanted = isLinkListPage(small, metricsOf(document, metricsByNode), main)
    ? small.filter(({ kind }) => kind !== 'links')
    : small;
  return new Set(unwanted.map(({ node }) => node));
}

interface BoilerplateCandidate {
  node: Element;
  kind: BoilerplateKind | 'about the page' | 'links';
  metrics: TextMetrics;
}

function maxShareOf(kind: BoilerplateCandidate['kind']): number {
  if (kind === 'about the page' || kind === 'links') return 1; // looked at one by one
  return kind === 'comments' ? MAX_COMMENTS_SHARE : MAX_BANNER_SHARE;
}

function proseByKind(found: readonly BoilerplateCandidate[]): Map<BoilerplateCandidate['kind'], number> {
  const sums = new Map<BoilerplateCandidate['kind'], number>();
  for (const { kind, metrics: weight } of found) sums.set(kind, (sums.get(kind) ?? 0) + weight.prose);
  return sums;
}

// ---- by what it is

const PAGE_CHROME_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
]);

function isPageChrome(element: Element, metricsByNode: TextMetricsByNode): boolean {
  if (PAGE_CHROME_ROLES.has(element.attribs.role ?? '')) return !isTitleHeader(element, metricsByNode);
  switch (element.name) {
    case 'nav':
    case 'footer':
    case 'dialog':
      return true;
    case 'aside':
      return !isNote(element, metricsByNode);
    case 'header':
      return !hasAncestor(element, ({ name }) => SECTIONING_TAGS.has(name)) && !isTitleHeader(element, metricsByNode);
    default:
      return false;
  }
}

const SECTIONING_TAGS = new Set(['main', 'article', 'section']);

function hasAncestor(element: Element, isWanted: (around: Element) => boolean): boolean {
  for (let at = element.parent; at !== null; at = at.parent) if (isTag(at) && isWanted(at)) return true;
  return false;
}

/** A header that holds the page's title and no menu is where the document starts. */
function isTitleHeader(element: Element, metricsByNode: TextMetricsByNode): boolean {
  const { prose, linked } = metricsOf(element, metricsByNode);
  return linked <= prose * MAX_TITLE_LINK_RATIO && containsTag(element, 'h1');
}

const MAX_TITLE_LINK_RATIO = 0.5;

/** An aside of a sentence or more, between paragraphs, is a note to them. */
function isNote(element: Element, metricsByNode: TextMetricsByNode): boolean {
  const { prose, linked } = metricsOf(element, metricsByNode);
  return (
    prose >= MIN_NOTE_CHARS && linked <= prose * MAX_NOTE_LINK_RATIO && hasSiblingParagraphs(element, metricsByNode)
  );
}

const MIN_NOTE_CHARS = 60;
const MAX_NOTE_LINK_RATIO = 0.25;

// ---- by where it leads

const MIN_LINKS = 3;
/** Of a block of links this much of the text is in them. */
const MIN_LINKED_SHARE = 0.8;
const LINK_BLOCK_TAGS = new Set('div section ul ol'.split(' '));

/** Menus, teasers and lists of sources only lead elsewhere. */
function isLinkBlock({ name, parent }: Element, { prose, linked, links }: TextMetrics): boolean {
  // A list in a list item belongs to what the item says.
  const isInItem = parent !== null && isTag(parent) && parent.name === 'li';
  return LINK_BLOCK_TAGS.has(name) && !isInItem && links >= MIN_LINKS && linked >= (prose + linked) * MIN_LINKED_SHARE;
}

/** A list of links has fewer characters beside them: a title, words of welcome. */
const MAX_LINK_LIST_PROSE_CHARS = 3000;
/** A page of which only this is left has lost its text. */
const MIN_REMAINING_CHARS = 300;

/** On a page that is a list of links they are its text. */
function isLinkListPage(found: readonly BoilerplateCandidate[], whole: TextMetrics, main: readonly Element[]): boolean {
  const mains = new Set<Element>(main);
  let { prose, linked } = whole;
  let linkedInMain = 0;
  for (const { node, kind, metrics: weight } of found) {
    prose -= weight.prose;
    linked -= weight.linked;
    if (kind === 'links' && (mains.size === 0 || hasAncestor(node, (around) => mains.has(around))))
      linkedInMain += weight.linked;
  }
  return (linkedInMain > prose && prose < MAX_LINK_LIST_PROSE_CHARS) || prose + linked < MIN_REMAINING_CHARS;
}
