/** A page as a tree, which selectors are looked up in and parts are taken out of. */
import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { walkTree } from './html-elements.ts';

export interface PageTree {
  document: Document;
  /** All elements in it, in document order. */
  elements: readonly Element[];
}

export function collectElements(node: AnyNode): Element[] {
  const elements: Element[] = [];
  walkTree(node, (at) => {
    if (isTag(at)) elements.push(at);
    return true;
  });
  return elements;
}
