/** Finds in the tree what a declaration wants read. */
import type { AnyNode } from 'domhandler';
import type { Selector } from '../../domain/catalog.ts';
import { find, type SelectedSubtree, type SelectorResult } from './resolve-selector.ts';
import type { PageTree } from './tree.ts';

/**
 * What the selectors name, in their order. Selectors may be alternatives, so it is enough that one of them finds something;
 * but each range must start and end.
 */
export function select(selectors: readonly Selector[], page: PageTree): SelectorResult {
  const stretches: SelectedSubtree[] = [];
  const missing: string[] = [];
  for (const selector of selectors) {
    const found = find(selector, page);
    if (found.status === 'found') stretches.push(...found.subtrees);
    else if (typeof selector === 'string') missing.push(found.detail);
    else return found;
  }
  if (stretches.length === 0) return { status: 'absent', detail: missing.join('; ') };
  return { status: 'found', subtrees: dropNested(stretches) };
}

/** What lies inside something else that was selected is not read twice. */
function dropNested(subtrees: readonly SelectedSubtree[]): SelectedSubtree[] {
  const whole = new Set<AnyNode>(
    subtrees.filter(({ coverageOf: covers }) => covers === undefined).map(({ node }) => node),
  );
  const seen = new Set<AnyNode>();
  return subtrees.filter(({ node, coverageOf: covers }) => {
    if (covers !== undefined) return true;
    const repeated = seen.has(node) || hasAncestorIn(node, whole);
    seen.add(node);
    return !repeated;
  });
}

function hasAncestorIn(node: AnyNode, nodes: ReadonlySet<AnyNode>): boolean {
  for (let at = node.parent; at !== null; at = at.parent) if (nodes.has(at)) return true;
  return false;
}
