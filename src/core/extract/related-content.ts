/** What a heading says its box is for: other pages. */
import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { headingLevel, isWordless, rawText, walk } from './html-elements.ts';
import { type Weights, weightOf } from './text-metrics.ts';

const PAGES = '(?:articles?|posts?|stories|news|reads?|resources|blogs?|insights|guides?|videos|questions)';
/** Nothing that could as well be the heading of a clause. */
const OTHER_PAGES = new RegExp(
  [
    `(?:related|recommended|similar|popular|trending|latest|recent|more|other|featured|promoted|recently viewed) (?:[\\w-]+ ){0,2}?${PAGES}`,
    'articles in this section|related (?:content|topics)|you (?:may|might)(?: also)? (?:like|enjoy|be interested in)',
    '(?:read|up) next|next up|more (?:from|like this)|most (?:popular|read|viewed)|trending(?: now)?|recommended for you|explore more|keep (?:reading|exploring)',
    'articles? (?:similaires|liés|connexes|associés|recommandés)|à lire (?:aussi|également)|contenus? associés?',
    '(?:ähnliche|verwandte|weitere|aktuelle|neueste) (?:artikel|beiträge|themen)|das könnte (?:sie|dich)',
    '(?:artículos|contenidos?|noticias|entradas|temas) (?:relacionad|recomendad)[oa]s?|también te puede',
    'arti(?:gos|coli) (?:relacionados|correlati|simili)|potrebbe(?:ro)? interessarti|leia também|gerelateerde (?:artikelen|berichten)',
  ].join('|'),
  'i',
);
const LONGEST_HEADING = 60;
const FEWEST_LINKS = 2;
/** Characters of prose for each of a title: a teaser has a line or two. */
const MOST_BESIDE_TITLES = 3;

/** Each such box is the outermost that starts with the heading and still holds titles of pages, with little beside them. */
export function boxesOfOtherPages(document: Document, weights: Weights): Set<AnyNode> {
  const boxes = new Set<AnyNode>();
  walk(document, (node) => {
    if (!isTag(node) || headingLevel(node) === undefined) return true;
    const box = announcesOtherPages(node) ? boxStartingWith(node, weights) : undefined;
    if (box !== undefined) boxes.add(box);
    return false;
  });
  return boxes;
}

function announcesOtherPages(heading: Element): boolean {
  const title = rawText(heading).replace(/\s+/g, ' ').trim();
  const start = title.length > LONGEST_HEADING ? null : OTHER_PAGES.exec(title);
  return start?.index === 0;
}

const BOXES = new Set('div section aside header'.split(' '));

function boxStartingWith(heading: Element, weights: Weights): Element | undefined {
  let box: Element | undefined;
  for (let at = heading; at.parent !== null && isTag(at.parent) && !textBefore(at); at = at.parent) {
    if (!BOXES.has(at.parent.name)) break;
    const { prose, linked, links } = weightOf(at.parent, weights);
    if (links >= FEWEST_LINKS && prose <= linked * MOST_BESIDE_TITLES) box = at.parent;
    else if (box !== undefined) break;
  }
  return box;
}

function textBefore(element: Element): boolean {
  for (let at = element.prev; at !== null; at = at.prev) {
    if (isText(at) ? at.data.trim() !== '' : isTag(at) && !isWordless(at) && rawText(at).trim() !== '') return true;
  }
  return false;
}
