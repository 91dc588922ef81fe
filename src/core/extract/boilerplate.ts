/**
 * What stands on a page and is about the page or about others: menus, footers, banners, comments, teasers. It would rather keep
 * some of it than lose a clause: what holds much of the page's prose is never boilerplate, nor is anything around the main content.
 */
import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { boxesOfOtherPages } from './related-content.ts';
import { type NamedKind, namedKind } from './boilerplate-class-names.ts';
import { ancestorsOf, contains, walk } from './html-elements.ts';
import { proseOf, standsInProse, type Weight, type Weights, weightOf } from './text-metrics.ts';

/** What is called a banner is never this much of a page, not even all of a kind together; a page about cookies is. */
const BANNER_SHARE = 0.3;
/** Readers often write more than they comment on. */
const COMMENTS_SHARE = 0.85;

/** An article that holds less of the text is one of many: a teaser, or a comment. */
const ARTICLE_SHARE = 0.25;

/**
 * The outermost elements that are no part of the page's text.
 * @param marked what the page marks as its main content; nothing around it is boilerplate, unless it is one of many articles.
 */
export function boilerplate(document: Document, marked: readonly Element[], weights: Weights): Set<AnyNode> {
  const all = proseOf(document, weights);
  const main = marked.filter((one) => one.name !== 'article' || proseOf(one, weights) >= all * ARTICLE_SHARE);
  const aroundMain = ancestorsOf(main);
  const ofOtherPages = boxesOfOtherPages(document, weights);
  const found: Found[] = [];
  walk(document, (node) => {
    if (!isTag(node) || aroundMain.has(node)) return true;
    const weight = weightOf(node, weights);
    const kind =
      weight.prose <= all * BANNER_SHARE && (ofOtherPages.has(node) || isAboutThePage(node, weights))
        ? 'about the page'
        : (namedKind(node) ?? (isLinkBlock(node, weight) ? 'links' : undefined));
    if (kind === undefined || weight.prose > all * shareOf(kind)) return true;
    if (kind !== 'links' || !standsInProse(node, weights)) found.push({ node, kind, weight });
    return false;
  });
  const sums = proseByKind(found);
  const small = found.filter(({ kind }) => (sums.get(kind) ?? 0) <= all * shareOf(kind));
  const unwanted = isListOfLinks(small, weightOf(document, weights), main)
    ? small.filter(({ kind }) => kind !== 'links')
    : small;
  return new Set(unwanted.map(({ node }) => node));
}

interface Found {
  node: Element;
  kind: NamedKind | 'about the page' | 'links';
  weight: Weight;
}

function shareOf(kind: Found['kind']): number {
  if (kind === 'about the page' || kind === 'links') return 1; // looked at one by one
  return kind === 'comments' ? COMMENTS_SHARE : BANNER_SHARE;
}

function proseByKind(found: readonly Found[]): Map<Found['kind'], number> {
  const sums = new Map<Found['kind'], number>();
  for (const { kind, weight } of found) sums.set(kind, (sums.get(kind) ?? 0) + weight.prose);
  return sums;
}

// ---- by what it is

const ROLES_ABOUT_THE_PAGE = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
]);

function isAboutThePage(element: Element, weights: Weights): boolean {
  if (ROLES_ABOUT_THE_PAGE.has(element.attribs.role ?? '')) return !isTitle(element, weights);
  switch (element.name) {
    case 'nav':
    case 'footer':
    case 'dialog':
      return true;
    case 'aside':
      return !isNote(element, weights);
    case 'header':
      return !hasAround(element, ({ name }) => HAS_ITS_OWN_HEADER.has(name)) && !isTitle(element, weights);
    default:
      return false;
  }
}

const HAS_ITS_OWN_HEADER = new Set(['main', 'article', 'section']);

function hasAround(element: Element, isWanted: (around: Element) => boolean): boolean {
  for (let at = element.parent; at !== null; at = at.parent) if (isTag(at) && isWanted(at)) return true;
  return false;
}

/** A header that holds the page's title and no menu is where the document starts. */
function isTitle(element: Element, weights: Weights): boolean {
  const { prose, linked } = weightOf(element, weights);
  return linked <= prose * TITLE_LINKS && contains(element, 'h1');
}

const TITLE_LINKS = 0.5;

/** An aside of a sentence or more, between paragraphs, is a note to them. */
function isNote(element: Element, weights: Weights): boolean {
  const { prose, linked } = weightOf(element, weights);
  return prose >= SHORTEST_NOTE && linked <= prose * NOTE_LINKS && standsInProse(element, weights);
}

const SHORTEST_NOTE = 60;
const NOTE_LINKS = 0.25;

// ---- by where it leads

const FEWEST_LINKS = 3;
/** Of a block of links this much of the text is in them. */
const LINKED_SHARE = 0.8;
const LINK_BLOCKS = new Set('div section ul ol'.split(' '));

/** Menus, teasers and lists of sources only lead elsewhere. */
function isLinkBlock({ name, parent }: Element, { prose, linked, links }: Weight): boolean {
  // A list in a list item belongs to what the item says.
  const isInItem = parent !== null && isTag(parent) && parent.name === 'li';
  return LINK_BLOCKS.has(name) && !isInItem && links >= FEWEST_LINKS && linked >= (prose + linked) * LINKED_SHARE;
}

/** A list of links has fewer characters beside them: a title, words of welcome. */
const PROSE_OF_A_LIST = 3000;
/** A page of which only this is left has lost its text. */
const LITTLE = 300;

/** On a page that is a list of links they are its text. */
function isListOfLinks(found: readonly Found[], whole: Weight, main: readonly Element[]): boolean {
  const mains = new Set<Element>(main);
  let { prose, linked } = whole;
  let linkedInMain = 0;
  for (const { node, kind, weight } of found) {
    prose -= weight.prose;
    linked -= weight.linked;
    if (kind === 'links' && (mains.size === 0 || hasAround(node, (around) => mains.has(around))))
      linkedInMain += weight.linked;
  }
  return (linkedInMain > prose && prose < PROSE_OF_A_LIST) || prose + linked < LITTLE;
}
