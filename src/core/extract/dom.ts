/** A parsed page: walking its tree, looking around in it, and changing it in place. */
import { type AnyNode, type ChildNode, type Document, type Element, isTag, isText, type ParentNode } from 'domhandler';

/** A document and its elements, which stay in step however often the tree is changed through this class. */
export class PageTree {
  readonly document: Document;
  #elements: readonly Element[] | undefined;

  /** @param elements all elements of the document, in document order. */
  constructor(document: Document, elements: readonly Element[]) {
    this.document = document;
    this.#elements = elements;
  }

  /** All elements, in document order. */
  get elements(): readonly Element[] {
    this.#elements ??= collectElements(this.document);
    return this.#elements;
  }

  /** Rebuilds each parent's children once, however many of them go. */
  detach(unwanted: ReadonlySet<AnyNode>): void {
    if (unwanted.size === 0) return;
    const parents = new Set<ParentNode>();
    for (const { parent } of unwanted) if (parent) parents.add(parent);
    for (const parent of parents) {
      setChildren(
        parent,
        parent.children.filter((child) => !unwanted.has(child)),
      );
    }
    this.#elements = undefined;
  }

  /** Moves everything inside `source` to where `target` stands. Both leave the tree; `source` must not contain `target`. */
  replaceWithContents(target: Element, source: Element): void {
    const { parent } = target;
    if (parent === null) return;
    this.detach(new Set([source]));
    const contents = source.children;
    setChildren(source, []);
    setChildren(parent, parent.children.toSpliced(parent.children.indexOf(target), 1, ...contents));
  }
}

function collectElements(document: Document): Element[] {
  const elements: Element[] = [];
  walkTree(document, (node) => {
    if (isTag(node)) elements.push(node);
    return true;
  });
  return elements;
}

function setChildren(parent: ParentNode, children: ChildNode[]): void {
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

/**
 * Visits everything in a node, in document order. `visit` returns false to skip what is inside.
 * Recursive, which is safe because `parseHtml` bounds the depth of a tree.
 */
export function walkTree(node: AnyNode, visit: (node: AnyNode) => boolean): void {
  if (!visit(node) || !('children' in node)) return;
  for (const child of node.children) walkTree(child, visit);
}

/** Whether a node is or contains an element that matches; gives up after `maxNodes`. */
export function containsElement(node: AnyNode, matches: (element: Element) => boolean, maxNodes = Infinity): boolean {
  let found = false;
  let visited = 0;
  walkTree(node, (inner) => {
    found ||= isTag(inner) && matches(inner);
    return !found && ++visited < maxNodes;
  });
  return found;
}

export function hasAncestor(node: AnyNode, matches: (element: Element) => boolean): boolean {
  for (let outer = node.parent; outer !== null; outer = outer.parent) if (isTag(outer) && matches(outer)) return true;
  return false;
}

export function selfAndAncestors(elements: readonly Element[]): Set<AnyNode> {
  const found = new Set<AnyNode>();
  for (const element of elements) {
    for (let node: AnyNode | null = element; node !== null && !found.has(node); node = node.parent) found.add(node);
  }
  return found;
}

/** All text in a node as it stands in the source; a `<br>` is a line break. */
export function rawText(node: AnyNode): string {
  const pieces: string[] = [];
  walkTree(node, (inner) => {
    if (isText(inner)) pieces.push(inner.data);
    else if (isTag(inner) && inner.name === 'br') pieces.push('\n');
    return true;
  });
  return pieces.join('');
}

export function hasDirectText({ children }: Element): boolean {
  return children.some((child) => isText(child) && /\S/.test(child.data));
}
