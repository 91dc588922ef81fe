/** Measures how much text each part of a page holds, links apart from prose. */
import { type AnyNode, type Element, hasChildren, isTag, isText, type ParentNode, type Text } from 'domhandler';
import { walkTree } from './dom.ts';
import { isNonTextElement } from './html-elements.ts';

export interface TextMetrics {
  /** Characters of text outside links. */
  prose: number;
  /** Characters of text in links to other pages. Links within the page count neither here nor as prose. */
  linked: number;
  /** Number of links to other pages. */
  links: number;
  /** Number of children that are paragraphs of prose, bare or in a box of their own. */
  paragraphs: number;
}

export type TextMetricsByNode = ReadonlyMap<AnyNode, TextMetrics>;

/** Measures a node and every element in it, as far as a reader sees them. */
export function measureText(root: ParentNode): TextMetricsByNode {
  const visited: ParentNode[] = [];
  const metricsByNode = new Map<AnyNode, TextMetrics>();
  walkTree(root, (node) => {
    if (isText(node)) {
      const outer = node.parent && metricsByNode.get(node.parent);
      if (outer) outer.prose += lengthOf(node);
    } else if (hasChildren(node) && !(isTag(node) && isNonTextElement(node))) {
      visited.push(node);
      metricsByNode.set(node, { prose: 0, linked: 0, links: 0, paragraphs: 0 });
      return true;
    }
    return false;
  });
  // Parents come before their children, so backwards every sum is complete when it is added to its parent's.
  for (const node of visited.reverse()) {
    const metrics = metricsOf(node, metricsByNode);
    if (isTag(node) && node.name === 'a') countAsLink(node, metrics);
    const outer = node.parent && metricsByNode.get(node.parent);
    if (!outer) continue;
    outer.prose += metrics.prose;
    outer.linked += metrics.linked;
    outer.links += metrics.links;
    if (isParagraph(node, metricsByNode)) outer.paragraphs++;
  }
  return metricsByNode;
}

function lengthOf(text: Text): number {
  return text.data.trim().length;
}

/** A link with more text is a clickable card or paragraph: neither prose nor a mere label. */
const MAX_LINK_LABEL_CHARS = 100;

/** The text of a link is its label, not prose. */
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

export function hasSiblingParagraphs(element: Element, metricsByNode: TextMetricsByNode): boolean {
  if (element.parent === null) return false;
  return metricsOf(element.parent, metricsByNode).paragraphs > (isParagraph(element, metricsByNode) ? 1 : 0);
}

/** A shorter paragraph may be a label or a byline. */
const MIN_PARAGRAPH_CHARS = 40;

function isParagraph(node: AnyNode, metricsByNode: TextMetricsByNode): boolean {
  if (!isTag(node) || proseLengthOf(node, metricsByNode) <= MIN_PARAGRAPH_CHARS) return false;
  if (node.name === 'p') return true;
  const [only, more] = node.children.filter(isTag);
  return only?.name === 'p' && more === undefined && proseLengthOf(only, metricsByNode) > MIN_PARAGRAPH_CHARS;
}
