/** HTML text → tree, with a bound on everything that a hostile page could grow. */
import { Document, Element, isText, Text } from 'domhandler';
import { decodeHTML } from 'entities';
import { PageTree } from './dom.ts';
import { BLOCK_TAGS } from './html-elements.ts';
import { type TagRules, tagRulesOf } from './tag-rules.ts';
import { type Attributes, type TokenHandler, tokenizeHtml } from './tokenize-html.ts';

/** Browsers stop nesting here too (Blink: 512), so what walks the tree may recurse. */
export const MAX_TREE_DEPTH = 512;
/** The longest terms have some ten thousand. Selectors like `h2 ~ p` cost the square of it. */
const MAX_ELEMENTS = 50_000;

export class ParsedPage extends PageTree {
  /** What relative links are resolved against. */
  readonly baseUrl: string;

  constructor(document: Document, elements: readonly Element[], baseUrl: string) {
    super(document, elements);
    this.baseUrl = baseUrl;
  }
}

/**
 * Elements that are too deep or too many are not built; their content goes to the element around them, so no text is lost.
 * @param url where the page was fetched; a `<base href>` in it is resolved against it.
 */
export function parseHtml(html: string, url: string): ParsedPage {
  const builder = new BoundedTreeBuilder();
  tokenizeHtml(html, builder);
  return new ParsedPage(builder.document, builder.elements, resolveBaseUrl(builder.baseHref, url));
}

/** Their content is code or text, never elements, so one more level is enough; without it their code would read as text. */
const LIMIT_EXEMPT_TAGS = new Set(['script', 'style', 'textarea', 'iframe', 'title']);

/** No entities are decoded in these. */
const RAW_TEXT_TAGS = new Set(['script', 'style', 'iframe', 'xmp', 'noembed', 'noframes', 'plaintext']);

/** Builds the tree, comments left out, and remembers the first `<base href>`. */
class BoundedTreeBuilder implements TokenHandler {
  readonly document = new Document([]);
  readonly elements: Element[] = [];
  baseHref: string | undefined;
  isInForeignContent = false;
  #innermost: Document | Element = this.document;
  /** Innermost last. */
  #openElements: { element: Element; isInForeignContent: boolean }[] = [];
  /** Elements not built whose closing tag is still to come, by name. */
  #skippedOpenTags = new Map<string, number>();

  text(text: string): void {
    const parent = this.#innermost;
    const isRaw = 'name' in parent && RAW_TEXT_TAGS.has(parent.name) && !this.isInForeignContent;
    this.#appendText(isRaw || !text.includes('&') ? text : decodeHTML(text));
  }

  onOpenTag(tagName: string, attributes: Attributes, isSelfClosing: boolean): void {
    const name = tagName === 'image' && !this.isInForeignContent ? 'img' : tagName;
    // Forms do not nest.
    if (name === 'form' && this.#isOpen(name)) return;
    const rules = tagRulesOf(name);
    if (rules.impliesEndOf !== undefined)
      while (rules.impliesEndOf.has(this.#openElements.at(-1)?.element.name ?? '')) this.#close();
    if (this.#isOverLimit(name)) this.#skipElement(name, rules);
    else this.#build(name, rules, attributes, isSelfClosing);
  }

  onCloseTag(name: string): void {
    if (this.#closesSkipped(name)) return;
    if (this.#isOpen(name)) {
      while (this.#close() !== name);
    } else if (name === 'br') {
      // Browsers do so, and make a paragraph of a stray `</p>`.
      this.onOpenTag(name, {}, false);
    } else if (name === 'p') {
      this.onOpenTag(name, {}, false);
      this.onCloseTag(name);
    }
  }

  #isOpen(name: string): boolean {
    return this.#openElements.findLastIndex(({ element }) => element.name === name) !== -1;
  }

  #build(name: string, { isVoid, contentNamespace }: TagRules, attributes: Attributes, isSelfClosing: boolean): void {
    if (name === 'base') this.baseHref ??= attributes.href;
    const element = new Element(name, attributes);
    this.#append(element);
    this.elements.push(element);
    const { isInForeignContent } = this;
    const isContentForeign = contentNamespace === 'inherit' ? isInForeignContent : contentNamespace === 'foreign';
    if (isVoid || (isSelfClosing && isContentForeign)) return;
    this.#openElements.push({ element, isInForeignContent });
    this.#innermost = element;
    this.isInForeignContent = isContentForeign;
  }

  #close(): string | undefined {
    const closed = this.#openElements.pop();
    this.#innermost = this.#openElements.at(-1)?.element ?? this.document;
    this.isInForeignContent = closed?.isInForeignContent ?? false;
    return closed?.element.name;
  }

  #append(node: Element | Text): void {
    const { children } = this.#innermost;
    const previous = children.at(-1);
    children.push(node);
    node.parent = this.#innermost;
    if (previous === undefined) return;
    node.prev = previous;
    previous.next = node;
  }

  #appendText(text: string): void {
    const previous = this.#innermost.children.at(-1);
    if (previous !== undefined && isText(previous)) previous.data += text;
    else this.#append(new Text(text));
  }

  // ---- limits

  #isOverLimit(name: string): boolean {
    if (this.#openElements.length < MAX_TREE_DEPTH && this.elements.length < MAX_ELEMENTS) return false;
    return !LIMIT_EXEMPT_TAGS.has(name) || this.#openElements.length > MAX_TREE_DEPTH;
  }

  #skipElement(name: string, { isVoid }: TagRules): void {
    if (!isVoid) this.#skippedOpenTags.set(name, (this.#skippedOpenTags.get(name) ?? 0) + 1);
    if (BLOCK_TAGS.has(name) || name === 'br') this.#appendText(' ');
  }

  #closesSkipped(name: string): boolean {
    const open = this.#skippedOpenTags.get(name) ?? 0;
    if (open > 0) this.#skippedOpenTags.set(name, open - 1);
    return open > 0;
  }
}

function resolveBaseUrl(href: string | undefined, url: string): string {
  if (href === undefined) return url;
  return URL.parse(href, url)?.href ?? url;
}
