/**
 * Finds what is on a page but not part of its text: menus, footers, banners, comments, teasers. It errs on the side of keeping:
 * what holds much of the page's prose is never boilerplate, nor is anything that contains the main content.
 */
import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { type BoilerplateKind, classifyByClassName } from './boilerplate-class-names.ts';
import { containsElement, hasAncestor, selfAndAncestors, walkTree } from './dom.ts';
import { findRelatedContentBoxes } from './related-content.ts';
import {
  hasSiblingParagraphs,
  metricsOf,
  proseLengthOf,
  type TextMetrics,
  type TextMetricsByNode,
} from './text-metrics.ts';

/** Nothing with a larger share of the prose is boilerplate, nor is all of a kind together; a page may be about cookies. */
const MAX_BANNER_SHARE = 0.3;
/** Comments are often longer than the text. */
const MAX_COMMENTS_SHARE = 0.85;

/** An article with a smaller share of the prose is one of many: a teaser, or a comment. */
const MIN_ARTICLE_SHARE = 0.25;

/** The outermost elements that are not part of the page's text. Pure. */
export function findBoilerplate(document: Document, metricsByNode: TextMetricsByNode): Set<AnyNode> {
  const pageProse = proseLengthOf(document, metricsByNode);
  const main = findMarkedMain(document).filter(
    (element) => element.name !== 'article' || proseLengthOf(element, metricsByNode) >= pageProse * MIN_ARTICLE_SHARE,
  );
  const mainAndAncestors = selfAndAncestors(main);
  const relatedContent = findRelatedContentBoxes(document, metricsByNode);
  const candidates: BoilerplateCandidate[] = [];
  walkTree(document, (node) => {
    if (!isTag(node) || mainAndAncestors.has(node)) return true;
    const metrics = metricsOf(node, metricsByNode);
    const isChrome =
      metrics.prose <= pageProse * MAX_BANNER_SHARE && (relatedContent.has(node) || isPageChrome(node, metricsByNode));
    const kind = isChrome
      ? 'page chrome'
      : (classifyByClassName(node) ?? (isLinkBlock(node, metrics) ? 'links' : undefined));
    if (kind === undefined || metrics.prose > pageProse * maxShareOf(kind)) return true;
    if (kind !== 'links' || !hasSiblingParagraphs(node, metricsByNode)) candidates.push({ node, kind, metrics });
    return false;
  });
  const sums = proseByKind(candidates);
  const found = candidates.filter(({ kind }) => (sums.get(kind) ?? 0) <= pageProse * maxShareOf(kind));
  const unwanted = isLinkListPage(found, metricsOf(document, metricsByNode), main)
    ? found.filter(({ kind }) => kind !== 'links')
    : found;
  return new Set(unwanted.map(({ node }) => node));
}

const MAIN_TAGS = new Set(['main', 'article']);

/** The elements that the page marks as its main content, outer ones first. */
export function findMarkedMain(document: Document): Element[] {
  const found: Element[] = [];
  walkTree(document, (node) => {
    if (isTag(node) && (MAIN_TAGS.has(node.name) || node.attribs.role === 'main')) found.push(node);
    return true;
  });
  return found;
}

interface BoilerplateCandidate {
  node: Element;
  kind: BoilerplateKind | 'page chrome' | 'links';
  metrics: TextMetrics;
}

function maxShareOf(kind: BoilerplateCandidate['kind']): number {
  if (kind === 'page chrome' || kind === 'links') return 1; // each was judged by itself
  return kind === 'comments' ? MAX_COMMENTS_SHARE : MAX_BANNER_SHARE;
}

function proseByKind(candidates: readonly BoilerplateCandidate[]): Map<BoilerplateCandidate['kind'], number> {
  const sums = new Map<BoilerplateCandidate['kind'], number>();
  for (const { kind, metrics } of candidates) sums.set(kind, (sums.get(kind) ?? 0) + metrics.prose);
  return sums;
}

// ---- by tag and role

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
const MAX_TITLE_LINK_RATIO = 0.5;

/** A header with the page's title and no menu is where the document starts. */
function isTitleHeader(element: Element, metricsByNode: TextMetricsByNode): boolean {
  const { prose, linked } = metricsOf(element, metricsByNode);
  return linked <= prose * MAX_TITLE_LINK_RATIO && containsElement(element, ({ name }) => name === 'h1');
}

const MIN_NOTE_CHARS = 60;
const MAX_NOTE_LINK_RATIO = 0.25;

/** An aside of a sentence or more, between paragraphs, is a note to them. */
function isNote(element: Element, metricsByNode: TextMetricsByNode): boolean {
  const { prose, linked } = metricsOf(element, metricsByNode);
  return (
    prose >= MIN_NOTE_CHARS && linked <= prose * MAX_NOTE_LINK_RATIO && hasSiblingParagraphs(element, metricsByNode)
  );
}

// ---- by links

const MIN_LINKS = 3;
/** A block with this share of its text in links is a block of links. */
const MIN_LINKED_SHARE = 0.8;
const LINK_BLOCK_TAGS = new Set('div section ul ol'.split(' '));

/** Menus, teasers and lists of sources only lead elsewhere. */
function isLinkBlock({ name, parent }: Element, { prose, linked, links }: TextMetrics): boolean {
  // A list in a list item belongs to the text of the item.
  const isInItem = parent !== null && isTag(parent) && parent.name === 'li';
  return LINK_BLOCK_TAGS.has(name) && !isInItem && links >= MIN_LINKS && linked >= (prose + linked) * MIN_LINKED_SHARE;
}

/** A page that is a list of links has less prose beside them: a title, a welcome. */
const MAX_LINK_LIST_PROSE_CHARS = 3000;
/** A page with less left has lost its text. */
const MIN_REMAINING_CHARS = 300;

/** Whether the links found are the text of the page. */
function isLinkListPage(found: readonly BoilerplateCandidate[], whole: TextMetrics, main: readonly Element[]): boolean {
  const mains = new Set<Element>(main);
  let { prose, linked } = whole;
  let linkedInMain = 0;
  for (const { node, kind, metrics } of found) {
    prose -= metrics.prose;
    linked -= metrics.linked;
    if (kind === 'links' && (mains.size === 0 || hasAncestor(node, (outer) => mains.has(outer))))
      linkedInMain += metrics.linked;
  }
  return (linkedInMain > prose && prose < MAX_LINK_LIST_PROSE_CHARS) || prose + linked < MIN_REMAINING_CHARS;
}
