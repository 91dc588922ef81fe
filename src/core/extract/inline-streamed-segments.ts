/**
 * Puts parts of a page where they belong that a server sent after the rest. React's servers do so: a `<template>` marks the place,
 * a hidden element at the end of the page holds what is to stand there, and a line of script (`$RC` for a boundary, `$RS` for a
 * segment) says which belongs where. Who runs no scripts finds the text after the footer, or not at all.
 */
import { type AnyNode, type Element, hasChildren, isTag, isText } from 'domhandler';
import { selfAndAncestors } from './html-elements.ts';
import { MAX_TREE_DEPTH, type ParsedPage } from './parse-html.ts';
import { detachNodes, setChildren } from './remove.ts';
import { collectElements } from './tree.ts';

/** Pages have a handful; each costs a walk through what it holds. */
const MAX_SEGMENTS = 200;
const PLACEHOLDER_ID = /[BP]:[\da-f]+$/;
const SEGMENT_ID = /S:[\da-f]+$/;
const COMPLETION_CALL =
  /\$R[CR]\("(?<place>[^"]{1,40})","(?<part>[^"]{1,40})"|\$RS\("(?<segment>[^"]{1,40})","(?<gap>[^"]{1,40})"/g;

/** Moves each part whose place is known, within the tree; all others stay where they are. */
export function inlineStreamedSegments(page: ParsedPage): void {
  const places = indexById(page.elements, (element) => element.name === 'template', PLACEHOLDER_ID);
  if (places.size === 0) return;
  const parts = indexById(page.elements, ({ attribs }) => attribs.hidden !== undefined, SEGMENT_ID);
  if (parts.size === 0) return;
  for (const [placeId, partId] of findCompletions(page.elements).slice(0, MAX_SEGMENTS)) {
    const place = places.get(placeId);
    const part = parts.get(partId);
    if (place !== undefined && part !== undefined) replacePlaceholder(part, place);
    places.delete(placeId);
    parts.delete(partId);
  }
  page.elements = collectElements(page.document);
}

function indexById(
  elements: readonly Element[],
  isWanted: (element: Element) => boolean,
  id: RegExp,
): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const element of elements) {
    if (!isWanted(element)) continue;
    const own = element.attribs.id;
    if (own !== undefined && id.test(own)) found.set(own, element);
  }
  return found;
}

function findCompletions(elements: readonly Element[]): [place: string, part: string][] {
  const pairs: [string, string][] = [];
  for (const { name, children } of elements) {
    const [code] = children;
    if (name !== 'script' || code === undefined || !isText(code)) continue;
    for (const { groups = {} } of code.data.matchAll(COMPLETION_CALL)) {
      pairs.push([groups.place ?? groups.gap ?? '', groups.part ?? groups.segment ?? '']);
    }
  }
  return pairs;
}

/** What the part holds takes the place's stead, unless that would grow the tree too deep or into itself. */
function replacePlaceholder(part: Element, place: Element): void {
  const { parent } = place;
  const around = selfAndAncestors([place]);
  if (parent === null || around.has(part) || around.size + heightOf(part) > MAX_TREE_DEPTH) return;
  detachNodes(new Set([part]));
  const stead = part.children;
  setChildren(part, []);
  setChildren(parent, parent.children.toSpliced(parent.children.indexOf(place), 1, ...stead));
}

/** How many levels of elements a node holds. */
function heightOf(node: AnyNode): number {
  if (!hasChildren(node)) return 0;
  let highest = 0;
  for (const child of node.children) if (isTag(child)) highest = Math.max(highest, 1 + heightOf(child));
  return highest;
}
