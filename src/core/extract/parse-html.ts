/** HTML text → tree, with everything bounded that a hostile page could grow. */
import { Document, Element, isText, Text } from 'domhandler';
import { decodeHTML } from 'entities';
import { BLOCK_TAGS } from './html-elements.ts';
import { type TagRules, tagRulesOf } from './tag-rules.ts';
import { type Attributes, type TokenHandler, tokenizeHtml } from './tokenize-html.ts';
import type { PageTree } from './tree.ts';

/** Browsers stop nesting here too (Blink: 512). Nothing downstream need fear depth. */
export const MAX_TREE_DEPTH = 512;
/** The longest terms have some ten thousand. Selectors like `h2 ~ p` cost the square of it. */
const MAX_ELEMENTS = 50_000;

export interface ParsedPage extends PageTree {
  /** What relative links are resolved against. */
  baseUrl: string;
}

/**
 * Elements too deep or too many are not built; what they hold stands in the element around them, so no text is lost.
 * @param url where the page was fetched; a `<base href>` in it is resolved against it.
 */
export function parseHtml(html: string, url: string): ParsedPage {
  const tree = new BoundedTree();
  tokenizeHtml(html, tree);
  return { document: tree.document, elements: tree.elements, baseUrl: resolveBaseUrl(tree.baseHref, url) };
}

/** Their content is code or text, never elements, so one more level holds them: unbuilt, their code would read as text. */
const LIMIT_EXEMPT_TAGS = new Set(['script', 'style', 'textarea', 'iframe', 'title']);

/** In these an ampersand is an ampersand. */
const RAW_TEXT_TAGS = new Set(['script', 'style', 'iframe', 'xmp', 'noembed', 'noframes', 'plaintext']);

/** Builds the tree, comments left out, and remembers the first `<base href>`. */
class BoundedTree implements TokenHandler {
  readonly document = new Document([]);
  readonly elements: Element[] = [];
  baseHref: string | undefined;
  isInForeignContent = false;
  #innermost: Document | Element = this.document;
  /** The elements that are open, innermost last, and whether they stand in SVG or MathML. */
  #openElements: { element: Element; inForeign: boolean }[] = [];
  /** Elements not built whose closing tag is still to come, by name. */
  #skippedOpenTags = new Map<string, number>();

  text(text: string): void {
    const around = this.#innermost;
    const isCode = 'name' in around && RAW_TEXT_TAGS.has(around.name) && !this.isInForeignContent;
    // Whole texts, and only where there is something to decode.
    this.#appendText(isCode || !text.includes('&') ? text : decodeHTML(text));
  }

  onOpenTag(written: string, attributes: Attributes, isSelfClosing: boolean): void {
    const name = written === 'image' && !this.isInForeignContent ? 'img' : written;
    // Forms do not nest.
    if (name === 'form' && this.#isOpen(name)) return;
    const kind = tagRulesOf(name);
    if (kind.impliesEndOf !== undefined)
      while (kind.impliesEndOf.has(this.#openElements.at(-1)?.element.name ?? '')) this.#close();
    if (this.#isOverLimit(name)) this.#skipElement(name, kind);
    else this.#build(name, kind, attributes, isSelfClosing);
  }

  onCloseTag(name: string): void {
    if (this.#closesSkipped(name)) return;
    if (this.#isOpen(name)) {
      while (this.#close() !== name);
    } else if (name === 'br') {
      this.onOpenTag(name, {}, false); // browsers do so, and make a paragraph of a lone `</p>`
    } else if (name === 'p') {
      this.onOpenTag(name, {}, false);
      this.onCloseTag(name);
    }
  }

  #isOpen(name: string): boolean {
    return this.#openElements.findLastIndex(({ element }) => element.name === name) !== -1;
  }

  #build(
    name: string,
    { isVoid, contentNamespace: holds }: TagRules,
    attributes: Attributes,
    isSelfClosing: boolean,
  ): void {
    if (name === 'base') this.baseHref ??= attributes.href;
    const element = new Element(name, attributes);
    this.#append(element);
    this.elements.push(element);
    const inForeign = this.isInForeignContent;
    const holdsForeign = holds === 'as around' ? inForeign : holds === 'foreign';
    if (isVoid || (isSelfClosing && holdsForeign)) return;
    this.#openElements.push({ element, inForeign });
    this.#innermost = element;
    this.isInForeignContent = holdsForeign;
  }

  #close(): string | undefined {
    const closed = this.#openElements.pop();
    this.#innermost = this.#openElements.at(-1)?.element ?? this.document;
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

  #isOverLimit(name: string): boolean {
    if (this.#openElements.length < MAX_TREE_DEPTH && this.elements.length < MAX_ELEMENTS) return false;
    return !LIMIT_EXEMPT_TAGS.has(name) || this.#openElements.length > MAX_TREE_DEPTH;
  }

  #skipElement(name: string, { isVoid }: TagRules): void {
    if (!isVoid) this.#skippedOpenTags.set(name, (this.#skippedOpenTags.get(name) ?? 0) + 1);
    if (BLOCK_TAGS.has(name) || name === 'br') this.#appendText(' ');
  }

  #closesSkipped(name: string): boolean {
    const open = this.#skippedOpenTags.size === 0 ? 0 : (this.#skippedOpenTags.get(name) ?? 0);
    if (open > 0) this.#skippedOpenTags.set(name, open - 1);
    return open > 0;
  }
}

function resolveBaseUrl(href: string | undefined, url: string): string {
  if (href === undefined) return url;
  return URL.parse(href, url)?.href ?? url;
}
