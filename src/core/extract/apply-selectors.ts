/** Applies a declaration's selectors to a page: takes out what it does not want, finds what it wants. */
import { type AnyNode, hasChildren } from 'domhandler';
import type { Selector } from '../../domain/catalog.ts';
import { hasAncestor, type PageTree } from './dom.ts';
import { resolveSelector, type SelectedSubtree, type SelectorResult } from './resolve-selector.ts';

/**
 * Removes what the selectors match, in place. All selectors are resolved before anything goes, so none depends on another.
 * A CSS selector without a match removes nothing.
 * @returns the fault of an invalid selector, or of a range that does not start or end; nothing is removed then.
 */
export function removeContent(selectors: readonly Selector[], page: PageTree): { fault?: string } {
  const unwanted = new Set<AnyNode>();
  for (const selector of selectors) {
    const result = resolveSelector(selector, page);
    if (result.status === 'found') for (const subtree of result.subtrees) collectCovered(subtree, unwanted);
    else if (typeof selector !== 'string' || result.status === 'unusable') return { fault: result.detail };
  }
  page.detach(unwanted);
  return {};
}

/** The outermost nodes that the subtree covers whole. */
function collectCovered({ node, coverageOf }: SelectedSubtree, into: Set<AnyNode>): void {
  const queue: AnyNode[] = [node];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const coverage = coverageOf?.(next) ?? 'whole';
    if (coverage === 'whole') into.add(next);
    else if (coverage === 'part' && hasChildren(next)) for (const child of next.children) queue.push(child);
  }
}

/**
 * Finds what the selectors match, in the order of the selectors. CSS selectors may be alternatives, so one match is enough;
 * every range must start and end.
 */
export function selectContent(selectors: readonly Selector[], page: PageTree): SelectorResult {
  const subtrees: SelectedSubtree[] = [];
  const missing: string[] = [];
  for (const selector of selectors) {
    const result = resolveSelector(selector, page);
    if (result.status === 'found') subtrees.push(...result.subtrees);
    else if (typeof selector === 'string') missing.push(result.detail);
    else return result;
  }
  if (subtrees.length === 0) return { status: 'absent', detail: missing.join('; ') };
  return { status: 'found', subtrees: dropNested(subtrees) };
}

/** An element selected twice, or inside another selected element, is read once. */
function dropNested(subtrees: readonly SelectedSubtree[]): SelectedSubtree[] {
  const whole = new Set<AnyNode>(subtrees.filter(({ coverageOf }) => coverageOf === undefined).map(({ node }) => node));
  const seen = new Set<AnyNode>();
  return subtrees.filter(({ node, coverageOf }) => {
    if (coverageOf !== undefined) return true;
    const isRepeated = seen.has(node) || hasAncestor(node, (outer) => whole.has(outer));
    seen.add(node);
    return !isRepeated;
  });
}
