/** Takes out of the tree what a declaration does not want read. */
import type { AnyNode, ChildNode, ParentNode } from 'domhandler';
import { hasChildren } from 'domhandler';
import type { Selector } from '../../domain/catalog.ts';
import { find, type SelectedSubtree } from './resolve-selector.ts';
import { collectElements, type PageTree } from './tree.ts';

/**
 * Removes what the selectors name, in place. All are looked up before anything goes, so that none depends on another.
 * A CSS selector without a match removes nothing; an invalid one, or a range that does not start or end, is a fault.
 */
export function remove(selectors: readonly Selector[], page: PageTree): { fault?: string } {
  const unwanted = new Set<AnyNode>();
  for (const selector of selectors) {
    const found = find(selector, page);
    if (found.status === 'found') for (const stretch of found.subtrees) collectCovered(stretch, unwanted);
    else if (typeof selector !== 'string' || found.status === 'unusable') return { fault: found.detail };
  }
  detachNodes(unwanted);
  if (unwanted.size > 0) page.elements = collectElements(page.document);
  return {};
}

/** The outermost nodes that lie in the stretch as a whole. */
function collectCovered({ node, coverageOf: covers }: SelectedSubtree, into: Set<AnyNode>): void {
  const waiting: AnyNode[] = [node];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const cover = covers?.(at) ?? 'whole';
    if (cover === 'whole') into.add(at);
    else if (cover === 'part' && hasChildren(at)) for (const child of at.children) waiting.push(child);
  }
}

/** Each parent's children are rebuilt once, however many of them go. */
export function detachNodes(unwanted: ReadonlySet<AnyNode>): void {
  const parents = new Set<ParentNode>();
  for (const { parent } of unwanted) if (parent) parents.add(parent);
  for (const parent of parents) {
    setChildren(
      parent,
      parent.children.filter((child) => !unwanted.has(child)),
    );
  }
}

/** Makes these the children of a node, in their order, and tells each of them. */
export function setChildren(parent: ParentNode, children: ChildNode[]): void {
  parent.children = children;
  let prev: ChildNode | null = null;
  for (const child of children) {
    child.parent = parent;
    child.prev = prev;
    if (prev) prev.next = child;
    prev = child;
  }
  if (prev) prev.next = null;
}
