/** Finds in the tree what a declaration wants read. */
import type { AnyNode } from 'domhandler';
import type { Selector } from '../../domain/catalog.ts';
import { type Found, find, type Stretch } from './resolve-selector.ts';
import type { Tree } from './tree.ts';

/**
 * What the selectors name, in their order. Selectors may be alternatives, so it is enough that one of them finds something;
 * but each range must start and end.
 */
export function select(selectors: readonly Selector[], page: Tree): Found {
  const stretches: Stretch[] = [];
  const missing: string[] = [];
  for (const selector of selectors) {
    const found = find(selector, page);
    if (found.status === 'found') stretches.push(...found.stretches);
    else if (typeof selector === 'string') missing.push(found.detail);
    else return found;
  }
  if (stretches.length === 0) return { status: 'absent', detail: missing.join('; ') };
  return { status: 'found', stretches: withoutRepeats(stretches) };
}

/** What lies inside something else that was selected is not read twice. */
function withoutRepeats(stretches: readonly Stretch[]): Stretch[] {
  const whole = new Set<AnyNode>(stretches.filter(({ covers }) => covers === undefined).map(({ node }) => node));
  const seen = new Set<AnyNode>();
  return stretches.filter(({ node, covers }) => {
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
