/** Reads elements as xml2js builds them: a string if there is only text, an object if there are attributes or children. */
export type XmlNode = unknown;

const MAX_TEXT_DEPTH = 8;

/** The text of the first element that has any. */
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
  if (Array.isArray(node)) return node.map((child) => innerText(child, depth + 1)).join(' ');
  const parts = Object.entries(node).flatMap(([name, inner]) => (name === '$' ? [] : [innerText(inner, depth + 1)]));
  return parts.join(' ');
}
