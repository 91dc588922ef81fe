/** HTML text → tree, with everything bounded that a hostile page could grow. */
import { Document, Element, isText, Text } from 'domhandler';
import { decodeHTML } from 'entities';
import { BLOCKS } from './html-elements.ts';
import { type TagKind, tagKind } from './tag-rules.ts';
import { type Attributes, type TokenReader, tokenise } from './tokenize-html.ts';
import type { Tree } from './tree.ts';

/** Browsers stop nesting here too (Blink: 512). Nothing downstream need fear depth. */
export const DEEPEST = 512;
/** The longest terms have some ten thousand. Selectors like `h2 ~ p` cost the square of it. */
const MOST_ELEMENTS = 50_000;

export interface ParsedPage extends Tree {
  /** What relative links are resolved against. */
  baseUrl: string;
}

/**
 * Elements too deep or too many are not built; what they hold stands in the element around them, so no text is lost.
 * @param url where the page was fetched; a `<base href>` in it is resolved against it.
 */
export function parsePage(html: string, url: string): ParsedPage {
  const tree = new BoundedTree();
  tokenise(html, tree);
  return { document: tree.document, elements: tree.elements, baseUrl: baseUrlOf(tree.baseHref, url) };
}

/** Their content is code or text, never elements, so one more level holds them: unbuilt, their code would read as text. */
const TEXT_ONLY = new Set(['script', 'style', 'textarea', 'iframe', 'title']);

/** In these an ampersand is an ampersand. */
const CODE = new Set(['script', 'style', 'iframe', 'xmp', 'noembed', 'noframes', 'plaintext']);

/** Builds the tree, comments left out, and remembers the first `<base href>`. */
class BoundedTree implements TokenReader {
  readonly document = new Document([]);
  readonly elements: Element[] = [];
  baseHref: string | undefined;
  isInForeignContent = false;
  #innermost: Document | Element = this.document;
  /** The elements that are open, innermost last, and whether they stand in SVG or MathML. */
  #open: { element: Element; inForeign: boolean }[] = [];
  /** Elements not built whose closing tag is still to come, by name. */
  #refused = new Map<string, number>();

  text(text: string): void {
    const around = this.#innermost;
    const isCode = 'name' in around && CODE.has(around.name) && !this.isInForeignContent;
    // Whole texts, and only where there is something to decode.
    this.#appendText(isCode || !text.includes('&') ? text : decodeHTML(text));
  }

  opens(written: string, attributes: Attributes, closesItself: boolean): void {
    const name = written === 'image' && !this.isInForeignContent ? 'img' : written;
    // Forms do not nest.
    if (name === 'form' && this.#isOpen(name)) return;
    const kind = tagKind(name);
    if (kind.ends !== undefined) while (kind.ends.has(this.#open.at(-1)?.element.name ?? '')) this.#close();
    if (this.#refuses(name)) this.#refuse(name, kind);
    else this.#build(name, kind, attributes, closesItself);
  }

  closes(name: string): void {
    if (this.#closesRefused(name)) return;
    if (this.#isOpen(name)) {
      while (this.#close() !== name);
    } else if (name === 'br') {
      this.opens(name, {}, false); // browsers do so, and make a paragraph of a lone `</p>`
    } else if (name === 'p') {
      this.opens(name, {}, false);
      this.closes(name);
    }
  }

  #isOpen(name: string): boolean {
    return this.#open.findLastIndex(({ element }) => element.name === name) !== -1;
  }

  #build(name: string, { isVoid, holds }: TagKind, attributes: Attributes, closesItself: boolean): void {
    if (name === 'base') this.baseHref ??= attributes.href;
    const element = new Element(name, attributes);
    this.#append(element);
    this.elements.push(element);
    const inForeign = this.isInForeignContent;
    const holdsForeign = holds === 'as around' ? inForeign : holds === 'foreign';
    if (isVoid || (closesItself && holdsForeign)) return;
    this.#open.push({ element, inForeign });
    this.#innermost = element;
    this.isInForeignContent = holdsForeign;
  }

  #close(): string | undefined {
    const closed = this.#open.pop();
    this.#innermost = this.#open.at(-1)?.element ?? this.document;
    this.isInForeignContent = closed?.inForeign ?? false;
    return closed?.element.name;
  }

  #append(node: Element | Text): void {
    const { children } = this.#innermost;
    const before = children.at(-1);
    children.push(node);
    node.parent = this.#innermost;
    if (before === undefined) return;
    node.prev = before;
    before.next = node;
  }

  #appendText(text: string): void {
    const before = this.#innermost.children.at(-1);
    if (before !== undefined && isText(before)) before.data += text;
    else this.#append(new Text(text));
  }

  // ---- what is too deep, or one too many

  #refuses(name: string): boolean {
    if (this.#open.length < DEEPEST && this.elements.length < MOST_ELEMENTS) return false;
    return !TEXT_ONLY.has(name) || this.#open.length > DEEPEST;
  }

  #refuse(name: string, { isVoid }: TagKind): void {
    if (!isVoid) this.#refused.set(name, (this.#refused.get(name) ?? 0) + 1);
    if (BLOCKS.has(name) || name === 'br') this.#appendText(' ');
  }

  #closesRefused(name: string): boolean {
    const open = this.#refused.size === 0 ? 0 : (this.#refused.get(name) ?? 0);
    if (open > 0) this.#refused.set(name, open - 1);
    return open > 0;
  }
}

function baseUrlOf(href: string | undefined, url: string): string {
  if (href === undefined) return url;
  return URL.parse(href, url)?.href ?? url;
}
