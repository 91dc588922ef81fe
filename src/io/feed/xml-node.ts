/** Elements as xml2js builds them: text where there is nothing else, an object where there are attributes or children. */
export type XmlNode = unknown;

/** Children deeper than this are no part of a title or an address. */
const MAX_TEXT_DEPTH = 8;

/** The text of the first of these elements that has any. */
export function firstText(nodes: readonly XmlNode[] | undefined): string {
  for (const node of nodes ?? []) {
    const text = innerText(node, 0).trim();
    if (text !== '') return text;
  }
  return '';
}

export function attributeOf(node: XmlNode, name: string): string {
  if (typeof node !== 'object' || node === null || !('$' in node)) return '';
  const attributes = node.$;
  if (typeof attributes !== 'object' || attributes === null) return '';
  const value: unknown = Object.entries(attributes).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}

function innerText(node: XmlNode, depth: number): string {
  if (typeof node === 'string') return node;
  if (typeof node !== 'object' || node === null || depth > MAX_TEXT_DEPTH) return '';
  if (Array.isArray(node)) return node.map((one) => innerText(one, depth + 1)).join(' ');
  const parts = Object.entries(node).flatMap(([name, inner]) => (name === '$' ? [] : [innerText(inner, depth + 1)]));
  return parts.join(' ');
}
