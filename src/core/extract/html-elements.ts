/** What HTML's elements are to a reader. */
import { type AnyNode, type Element, isTag, isText } from 'domhandler';

/** Elements that stand on lines of their own. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
);

export const HEADING_TAGS: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Code, pictures, frames and form controls: nothing in them is text of the page. A head that nobody closes holds all of it. */
const NON_TEXT_TAGS: ReadonlySet<string> = new Set(
  (
    'script style noscript template svg iframe object embed canvas video audio map title meta link base input select option ' +
    'datalist progress meter rp col colgroup'
  ).split(' '),
);

/** Whether a reader is never shown what the element holds. Closed accordions count as shown: terms hide in them. */
export function isNonTextElement({ name, attribs }: Element): boolean {
  if (name === 'template') return attribs.shadowrootmode === undefined;
  if (name === 'textarea') return attribs.readonly === undefined && attribs.disabled === undefined;
  return NON_TEXT_TAGS.has(name);
}

/** 1 to 6 for a heading, by tag or by role. */
export function headingLevel({ name, attribs }: Element): number | undefined {
  if (HEADING_TAGS.has(name)) return Number(name[1]);
  if (attribs.role !== 'heading') return undefined;
  const level = Number(attribs['aria-level'] ?? 2);
  return Number.isInteger(level) && level >= 1 ? Math.min(level, 6) : 2;
}

/**
 * Walks through everything in a node, in document order. `visit` returns false to pass over what it holds. It may call itself: no
 * tree is deeper than `parseHtml` lets it grow.
 */
export function walkTree(node: AnyNode, visit: (node: AnyNode) => boolean): void {
  if (!visit(node) || !('children' in node)) return;
  for (const child of node.children) walkTree(child, visit);
}

/** Whether a node is or holds an element of that name. */
export function containsTag(node: AnyNode, name: string): boolean {
  let found = false;
  walkTree(node, (at) => {
    found ||= isTag(at) && at.name === name;
    return !found;
  });
  return found;
}

/** The elements themselves and all around them. */
export function selfAndAncestors(elements: readonly Element[]): Set<AnyNode> {
  const around = new Set<AnyNode>();
  for (const element of elements) {
    for (let at: AnyNode | null = element; at !== null && !around.has(at); at = at.parent) around.add(at);
  }
  return around;
}

/** All text in a node as it stands in the source; a `<br>` is a line break. */
export function rawText(node: AnyNode): string {
  const pieces: string[] = [];
  walkTree(node, (at) => {
    if (isText(at)) pieces.push(at.data);
    else if (isTag(at) && at.name === 'br') pieces.push('\n');
    return true;
  });
  return pieces.join('');
}

export function hasDirectText({ children }: Element): boolean {
  return children.some((child) => isText(child) && /\S/.test(child.data));
}
