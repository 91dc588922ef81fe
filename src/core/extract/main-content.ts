/** Finds what a page is about when no declaration says where: menus, footers and banners left out. */
import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { HEADINGS, isWordless, walk } from './elements.ts';
import { detach } from './remove.ts';
import type { Stretch } from './selection.ts';

/**
 * The main content: what the page marks as such, else the innermost container that still holds most of the text.
 * Takes what is about the page, and not part of it, out of the tree.
 */
export function mainContent(document: Document): Stretch[] {
  // 1. Whatever is about the page goes.
  detach(boilerplate(document));
  // 2. What the page calls its main content, if that is where its text is.
  const lengths = proseLengths(document);
  const all = lengths.get(document) ?? 0;
  const marked = longest(markedAsMain(document), lengths);
  if (marked && (lengths.get(marked) ?? 0) >= all * MARKED_SHARE) return [{ node: marked }];
  // 3. Else from the outside in, as long as one child holds most of what there is.
  return [{ node: densest(document, lengths) }];
}

/** A `<main>` that holds less of the text than this is an empty shell or one of many teasers. */
const MARKED_SHARE = 0.4;
/** A container is stepped into when it holds this much of the text: the rest is then a side matter. */
const INNER_SHARE = 0.75;
/** A banner, however it is called, is never this much of a page; a page about cookies is. */
const BANNER_SHARE = 0.3;

const ABOUT_THE_PAGE = new Set(['nav', 'footer', 'aside', 'dialog']);
const ROLES_ABOUT_THE_PAGE = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
]);
const BANNER_NAME =
  /cookie|consent|gdpr|onetrust|didomi|usercentrics|cookiebot|trustarc|newsletter|breadcrumb|skip-?(?:link|to)|site-?(?:header|footer|nav)/i;
const LONGEST_NAME = 300;

function boilerplate(document: Document): Set<AnyNode> {
  const lengths = proseLengths(document);
  const most = (lengths.get(document) ?? 0) * BANNER_SHARE;
  const aroundMain = ancestorsOf(markedAsMain(document));
  const unwanted = new Set<AnyNode>();
  walk(document, (node) => {
    if (!isTag(node)) return true;
    const { name, attribs } = node;
    const isAbout =
      ABOUT_THE_PAGE.has(name) ||
      ROLES_ABOUT_THE_PAGE.has(attribs.role ?? '') ||
      (name === 'header' && !isInside(node, ARTICLE)) ||
      BANNER_NAME.test(`${attribs.id ?? ''} ${attribs.class ?? ''}`.slice(0, LONGEST_NAME));
    if (isAbout && (lengths.get(node) ?? 0) <= most && !aroundMain.has(node)) {
      unwanted.add(node);
      return false;
    }
    return true;
  });
  return unwanted;
}

const ARTICLE = new Set(['main', 'article']);

function isInside(element: Element, names: ReadonlySet<string>): boolean {
  for (let at = element.parent; at !== null; at = at.parent) if (isTag(at) && names.has(at.name)) return true;
  return false;
}

/** The elements themselves and all around them. */
function ancestorsOf(elements: readonly Element[]): Set<AnyNode> {
  const around = new Set<AnyNode>();
  for (const element of elements) {
    for (let at: AnyNode | null = element; at !== null && !around.has(at); at = at.parent) around.add(at);
  }
  return around;
}

function markedAsMain(root: AnyNode): Element[] {
  const found: Element[] = [];
  walk(root, (node) => {
    if (isTag(node) && (ARTICLE.has(node.name) || node.attribs.role === 'main')) found.push(node);
    return true;
  });
  return found;
}

function longest(elements: readonly Element[], lengths: ReadonlyMap<AnyNode, number>): Element | undefined {
  let best: Element | undefined;
  for (const element of elements) {
    if (best === undefined || (lengths.get(element) ?? 0) > (lengths.get(best) ?? 0)) best = element;
  }
  return best;
}

function densest(document: Document, lengths: ReadonlyMap<AnyNode, number>): Document | Element {
  let at: Document | Element = document;
  for (;;) {
    const enough: number = (lengths.get(at) ?? 0) * INNER_SHARE;
    const inner: Element | undefined = at.children.filter(isTag).find((child) => (lengths.get(child) ?? 0) > enough);
    // The title belongs to the document even where it stands beside the text.
    if (inner === undefined || losesTitle(at, inner)) return at;
    at = inner;
  }
}

function losesTitle(outer: Document | Element, inner: Element): boolean {
  return outer.children.some((child) => child !== inner && holdsTitle(child));
}

function holdsTitle(node: AnyNode): boolean {
  let found = false;
  walk(node, (at) => {
    found ||= isTag(at) && HEADINGS.has(at.name) && at.name <= 'h2';
    return !found;
  });
  return found;
}

/** How many characters of prose, links not counted, each node holds. */
function proseLengths(document: Document): Map<AnyNode, number> {
  const visited: AnyNode[] = [];
  const lengths = new Map<AnyNode, number>();
  walk(document, (node) => {
    if (isTag(node) && (isWordless(node) || node.name === 'a')) return false;
    visited.push(node);
    if (isText(node)) lengths.set(node, node.data.trim().length);
    return true;
  });
  // Parents come before what they hold, so from the end on every sum is complete when it is passed up.
  for (let i = visited.length - 1; i >= 0; i--) {
    const node = visited[i];
    const length = node && lengths.get(node);
    if (node?.parent && length) lengths.set(node.parent, (lengths.get(node.parent) ?? 0) + length);
  }
  return lengths;
}
