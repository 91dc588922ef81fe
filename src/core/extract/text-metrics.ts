/** How much text each part of a page holds, links apart from prose. */
import { type AnyNode, type Element, hasChildren, isTag, isText, type ParentNode, type Text } from 'domhandler';
import { isNonTextElement, walkTree } from './html-elements.ts';

export interface TextMetrics {
  /** Characters of text outside links. */
  prose: number;
  /** Characters of text in links that lead elsewhere. What leads to another place of the same page counts nowhere. */
  linked: number;
  /** How many links lead elsewhere. */
  links: number;
  /** How many paragraphs of prose are its children, each in a box of its own or not. */
  paragraphs: number;
}

export type TextMetricsByNode = ReadonlyMap<AnyNode, TextMetrics>;

/** The weight of every element in a node, and of the node itself, as far as a reader is shown them. */
export function measureText(root: ParentNode): TextMetricsByNode {
  const visited: ParentNode[] = [];
  const weights = new Map<AnyNode, TextMetrics>();
  walkTree(root, (node) => {
    if (isText(node)) {
      const around = node.parent && weights.get(node.parent);
      if (around) around.prose += lengthOf(node);
    } else if (hasChildren(node) && !(isTag(node) && isNonTextElement(node))) {
      visited.push(node);
      weights.set(node, { prose: 0, linked: 0, links: 0, paragraphs: 0 });
      return true;
    }
    return false;
  });
  // Parents come before what they hold, so from the end on every sum is complete when it is passed up.
  for (const node of visited.reverse()) {
    const weight = metricsOf(node, weights);
    if (isTag(node) && node.name === 'a') countAsLink(node, weight);
    const around = node.parent && weights.get(node.parent);
    if (!around) continue;
    around.prose += weight.prose;
    around.linked += weight.linked;
    around.links += weight.links;
    if (isParagraph(node, weights)) around.paragraphs++;
  }
  return weights;
}

function lengthOf(text: Text): number {
  return text.data.trim().length;
}

/** Where a link has more text than this, a whole card or paragraph is clickable: neither prose nor a mere label. */
const MAX_LINK_LABEL_CHARS = 100;

/** The text of a link is its label, and no prose. */
function countAsLink({ attribs }: Element, metrics: TextMetrics): void {
  const leadsElsewhere = attribs.href !== undefined && !/#./.test(attribs.href);
  const isLabel = metrics.prose > 0 && metrics.prose <= MAX_LINK_LABEL_CHARS;
  metrics.linked = leadsElsewhere && isLabel ? metrics.prose : 0;
  metrics.links = leadsElsewhere && isLabel ? 1 : 0;
  metrics.prose = 0;
}

const NO_TEXT: Readonly<TextMetrics> = { prose: 0, linked: 0, links: 0, paragraphs: 0 };

export function metricsOf(node: AnyNode, metricsByNode: TextMetricsByNode): TextMetrics {
  return metricsByNode.get(node) ?? NO_TEXT;
}

export function proseLengthOf(node: AnyNode, metricsByNode: TextMetricsByNode): number {
  return isText(node) ? lengthOf(node) : metricsOf(node, metricsByNode).prose;
}

/** Whether paragraphs of prose stand beside an element. */
export function hasSiblingParagraphs(element: Element, metricsByNode: TextMetricsByNode): boolean {
  if (element.parent === null) return false;
  return metricsOf(element.parent, metricsByNode).paragraphs > (isParagraph(element, metricsByNode) ? 1 : 0);
}

/** A paragraph of fewer characters may be a label or a byline. */
const MIN_PARAGRAPH_CHARS = 40;

function isParagraph(node: AnyNode, metricsByNode: TextMetricsByNode): boolean {
  if (!isTag(node) || proseLengthOf(node, metricsByNode) <= MIN_PARAGRAPH_CHARS) return false;
  if (node.name === 'p') return true;
  const [only, more] = node.children.filter(isTag);
  return only?.name === 'p' && more === undefined && proseLengthOf(only, metricsByNode) > MIN_PARAGRAPH_CHARS;
}
