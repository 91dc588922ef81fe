/** A page as a tree, which selectors are looked up in and parts are taken out of. */
import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { walk } from './html-elements.ts';

export interface Tree {
  document: Document;
  /** All elements in it, in document order. */
  elements: readonly Element[];
}

export function elementsIn(node: AnyNode): Element[] {
  const elements: Element[] = [];
  walk(node, (at) => {
    if (isTag(at)) elements.push(at);
    return true;
  });
  return elements;
}
