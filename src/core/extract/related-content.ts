/** Finds boxes of links to other pages by their heading: "Related articles", "You may also like". */
import { type AnyNode, type Document, type Element, isTag, isText } from 'domhandler';
import { rawText, walkTree } from './dom.ts';
import { headingLevel, isNonTextElement } from './html-elements.ts';
import { metricsOf, type TextMetricsByNode } from './text-metrics.ts';

const PAGE_NOUNS = '(?:articles?|posts?|stories|news|reads?|resources|blogs?|insights|guides?|videos|questions)';
/** Nothing that could also be the heading of a clause. */
const RELATED_CONTENT_HEADING = new RegExp(
  [
    `(?:related|recommended|similar|popular|trending|latest|recent|more|other|featured|promoted|recently viewed) (?:[\\w-]+ ){0,2}?${PAGE_NOUNS}`,
    'articles in this section|related (?:content|topics)|you (?:may|might)(?: also)? (?:like|enjoy|be interested in)',
    '(?:read|up) next|next up|more (?:from|like this)|most (?:popular|read|viewed)|trending(?: now)?|recommended for you|explore more|keep (?:reading|exploring)',
    'articles? (?:similaires|liés|connexes|associés|recommandés)|à lire (?:aussi|également)|contenus? associés?',
    '(?:ähnliche|verwandte|weitere|aktuelle|neueste) (?:artikel|beiträge|themen)|das könnte (?:sie|dich)',
    '(?:artículos|contenidos?|noticias|entradas|temas) (?:relacionad|recomendad)[oa]s?|también te puede',
    'arti(?:gos|coli) (?:relacionados|correlati|simili)|potrebbe(?:ro)? interessarti|leia também|gerelateerde (?:artikelen|berichten)',
  ].join('|'),
  'i',
);
const MAX_HEADING_CHARS = 60;
const MIN_LINKS = 2;
/** A teaser has a line or two of prose for each title. */
const MAX_PROSE_PER_TITLE_CHAR = 3;

/** Each box is the outermost that starts with the heading and still holds titles of pages with little beside them. */
export function findRelatedContentBoxes(document: Document, metricsByNode: TextMetricsByNode): Set<AnyNode> {
  const boxes = new Set<AnyNode>();
  walkTree(document, (node) => {
    if (!isTag(node) || headingLevel(node) === undefined) return true;
    const box = isRelatedContentHeading(node) ? findBoxHeadedBy(node, metricsByNode) : undefined;
    if (box !== undefined) boxes.add(box);
    return false;
  });
  return boxes;
}

function isRelatedContentHeading(heading: Element): boolean {
  const title = rawText(heading).replace(/\s+/g, ' ').trim();
  return title.length <= MAX_HEADING_CHARS && RELATED_CONTENT_HEADING.exec(title)?.index === 0;
}

const BOX_TAGS = new Set('div section aside header'.split(' '));

function findBoxHeadedBy(heading: Element, metricsByNode: TextMetricsByNode): Element | undefined {
  let box: Element | undefined;
  for (let node = heading; node.parent !== null && isTag(node.parent) && !hasTextBefore(node); node = node.parent) {
    if (!BOX_TAGS.has(node.parent.name)) break;
    const { prose, linked, links } = metricsOf(node.parent, metricsByNode);
    if (links >= MIN_LINKS && prose <= linked * MAX_PROSE_PER_TITLE_CHAR) box = node.parent;
    else if (box !== undefined) break;
  }
  return box;
}

function hasTextBefore(element: Element): boolean {
  for (let node = element.prev; node !== null; node = node.prev) {
    if (isText(node) ? node.data.trim() !== '' : isTag(node) && !isNonTextElement(node) && rawText(node).trim() !== '')
      return true;
  }
  return false;
}
