/**
 * Moves parts of a page that a server streamed after the rest to where they belong. React's servers do so: a `<template>` marks the
 * place, a hidden element at the end of the page holds the content, and a line of script (`$RC` for a boundary, `$RS` for a segment)
 * says which belongs where. Without this the text would stand after the footer, or be missing.
 */
import { type AnyNode, type Element, hasChildren, isTag, isText } from 'domhandler';
import { type PageTree, selfAndAncestors } from './dom.ts';
import { MAX_TREE_DEPTH } from './parse-html.ts';

/** Pages have a handful; each costs a walk through its content. */
const MAX_SEGMENTS = 200;
const PLACEHOLDER_ID = /[BP]:[\da-f]+$/;
const SEGMENT_ID = /S:[\da-f]+$/;
const COMPLETION_CALL =
  /\$R[CR]\("(?<boundary>[^"]{1,40})","(?<content>[^"]{1,40})"|\$RS\("(?<segment>[^"]{1,40})","(?<placeholder>[^"]{1,40})"/g;

/** Changes the page in place. A segment without a known placeholder stays where it is. */
export function inlineStreamedSegments(page: PageTree): void {
  const placeholders = indexById(page.elements, ({ name }) => name === 'template', PLACEHOLDER_ID);
  if (placeholders.size === 0) return;
  const segments = indexById(page.elements, ({ attribs }) => attribs.hidden !== undefined, SEGMENT_ID);
  if (segments.size === 0) return;
  for (const [placeholderId, segmentId] of findCompletions(page.elements).slice(0, MAX_SEGMENTS)) {
    const placeholder = placeholders.get(placeholderId);
    const segment = segments.get(segmentId);
    if (placeholder !== undefined && segment !== undefined && canReplace(placeholder, segment))
      page.replaceWithContents(placeholder, segment);
    placeholders.delete(placeholderId);
    segments.delete(segmentId);
  }
}

function indexById(
  elements: readonly Element[],
  matches: (element: Element) => boolean,
  idPattern: RegExp,
): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const element of elements) {
    if (!matches(element)) continue;
    const { id } = element.attribs;
    if (id !== undefined && idPattern.test(id)) found.set(id, element);
  }
  return found;
}

function findCompletions(elements: readonly Element[]): [placeholderId: string, segmentId: string][] {
  const pairs: [string, string][] = [];
  for (const { name, children } of elements) {
    const [code] = children;
    if (name !== 'script' || code === undefined || !isText(code)) continue;
    for (const { groups = {} } of code.data.matchAll(COMPLETION_CALL)) {
      pairs.push([groups.boundary ?? groups.placeholder ?? '', groups.content ?? groups.segment ?? '']);
    }
  }
  return pairs;
}

/** Not where the tree would grow into itself or too deep. */
function canReplace(placeholder: Element, segment: Element): boolean {
  const ancestors = selfAndAncestors([placeholder]);
  return !ancestors.has(segment) && ancestors.size + heightOf(segment) <= MAX_TREE_DEPTH;
}

/** Levels of elements inside a node. */
function heightOf(node: AnyNode): number {
  if (!hasChildren(node)) return 0;
  let height = 0;
  for (const child of node.children) if (isTag(child)) height = Math.max(height, 1 + heightOf(child));
  return height;
}
