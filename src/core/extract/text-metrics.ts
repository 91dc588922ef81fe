/** How much text each part of a page holds, links apart from prose. */
import { type AnyNode, type Element, hasChildren, isTag, isText, type ParentNode, type Text } from 'domhandler';
import { isWordless, walk } from './html-elements.ts';

export interface Weight {
  /** Characters of text outside links. */
  prose: number;
  /** Characters of text in links that lead elsewhere. What leads to another place of the same page counts nowhere. */
  linked: number;
  /** How many links lead elsewhere. */
  links: number;
  /** How many paragraphs of prose are its children, each in a box of its own or not. */
  paragraphs: number;
}

export type Weights = ReadonlyMap<AnyNode, Weight>;

/** The weight of every element in a node, and of the node itself, as far as a reader is shown them. */
export function weigh(root: ParentNode): Weights {
  const visited: ParentNode[] = [];
  const weights = new Map<AnyNode, Weight>();
  walk(root, (node) => {
    if (isText(node)) {
      const around = node.parent && weights.get(node.parent);
      if (around) around.prose += lengthOf(node);
    } else if (hasChildren(node) && !(isTag(node) && isWordless(node))) {
      visited.push(node);
      weights.set(node, { prose: 0, linked: 0, links: 0, paragraphs: 0 });
      return true;
    }
    return false;
  });
  // Parents come before what they hold, so from the end on every sum is complete when it is passed up.
  for (const node of visited.reverse()) {
    const weight = weightOf(node, weights);
    if (isTag(node) && node.name === 'a') asLink(node, weight);
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
const LONGEST_LABEL = 100;

/** The text of a link is its label, and no prose. */
function asLink({ attribs }: Element, weight: Weight): void {
  const leadsElsewhere = attribs.href !== undefined && !/#./.test(attribs.href);
  const isLabel = weight.prose > 0 && weight.prose <= LONGEST_LABEL;
  weight.linked = leadsElsewhere && isLabel ? weight.prose : 0;
  weight.links = leadsElsewhere && isLabel ? 1 : 0;
  weight.prose = 0;
}

const NOTHING: Readonly<Weight> = { prose: 0, linked: 0, links: 0, paragraphs: 0 };

export function weightOf(node: AnyNode, weights: Weights): Weight {
  return weights.get(node) ?? NOTHING;
}

export function proseOf(node: AnyNode, weights: Weights): number {
  return isText(node) ? lengthOf(node) : weightOf(node, weights).prose;
}

/** Whether paragraphs of prose stand beside an element. */
export function standsInProse(element: Element, weights: Weights): boolean {
  if (element.parent === null) return false;
  return weightOf(element.parent, weights).paragraphs > (isParagraph(element, weights) ? 1 : 0);
}

/** A paragraph of fewer characters may be a label or a byline. */
const PARAGRAPH = 40;

function isParagraph(node: AnyNode, weights: Weights): boolean {
  if (!isTag(node) || proseOf(node, weights) <= PARAGRAPH) return false;
  if (node.name === 'p') return true;
  const [only, more] = node.children.filter(isTag);
  return only?.name === 'p' && more === undefined && proseOf(only, weights) > PARAGRAPH;
}
