/** HTML text → tree, with everything bounded that a hostile page could grow. */
import { type Document, DomHandler } from 'domhandler';
import { decodeHTML, decodeHTMLAttribute } from 'entities';
import { Parser } from 'htmlparser2';
import { BLOCKS } from './elements.ts';

/** Browsers stop nesting here too (Blink: 512). Nothing downstream need fear depth. */
const DEEPEST = 512;
/** The longest terms have some ten thousand. Selectors like `h2 ~ p` cost the square of it. */
const MOST_ELEMENTS = 50_000;

export interface ParsedPage {
  document: Document;
  /** What relative links are resolved against. */
  baseUrl: string;
}

/**
 * Elements too deep or too many are not built; what they hold stands in the element around them, so no text is lost.
 * @param url where the page was fetched; a `<base href>` in it is resolved against it.
 */
export function parsePage(html: string, url: string): ParsedPage {
  const handler = new BoundedHandler();
  new BoundedParser(handler).end(html);
  return { document: handler.root, baseUrl: baseUrlOf(handler.baseHref, url) };
}

/** Their content is code or text, never elements, so one more level holds them: unbuilt, their code would read as text. */
const TEXT_ONLY = new Set(['script', 'style', 'textarea', 'iframe', 'title']);

/** In these an ampersand is an ampersand. */
const CODE = new Set(['script', 'style', 'iframe', 'xmp', 'noembed', 'noframes', 'plaintext']);

/** Builds the tree without comments and remembers the first `<base href>`. */
class BoundedHandler extends DomHandler {
  baseHref: string | undefined;
  #elements = 0;
  #ignoresClose = false;

  /** Whether an element would be too deep, or one too many. */
  refuses(name: string): boolean {
    if (TEXT_ONLY.has(name)) return this.tagStack.length > DEEPEST + 1;
    return this.tagStack.length > DEEPEST || this.#elements >= MOST_ELEMENTS;
  }

  override onopentag(name: string, attributes: Record<string, string>): void {
    if (this.refuses(name)) {
      this.#ignoresClose = true;
      if (BLOCKS.has(name) || name === 'br') this.ontext(' ');
      return;
    }
    this.#elements++;
    for (const key in attributes) attributes[key] = withoutEntities(attributes[key] ?? '', decodeHTMLAttribute);
    if (name === 'base') this.baseHref ??= attributes.href;
    super.onopentag(name, attributes);
  }

  override ontext(text: string): void {
    const around = this.tagStack.at(-1);
    const isCode = around !== undefined && 'name' in around && CODE.has(around.name);
    super.ontext(isCode ? text : withoutEntities(text, decodeHTML));
  }

  override onclosetag(): void {
    if (!this.#ignoresClose) super.onclosetag();
    this.#ignoresClose = false;
  }

  override oncomment(): void {}
  override oncommentend(): void {}
  override onprocessinginstruction(): void {}
}

/**
 * A parser that calls refused elements void: they are opened and closed at once and never reach its stack. (That stack is an array
 * used from its front: a million levels would take it minutes.)
 */
class BoundedParser extends Parser {
  #handler: BoundedHandler;
  #reading: 'opening' | 'opened' | 'closing' = 'opened';
  #currentIsRefused = false;
  /** Refused elements whose closing tag is still to come, by name. */
  #refused = new Map<string, number>();

  constructor(handler: BoundedHandler) {
    super(handler, { decodeEntities: false });
    this.#handler = handler;
  }

  override onopentagname(start: number, endIndex: number): void {
    this.#reading = 'opening';
    this.#currentIsRefused = false;
    super.onopentagname(start, endIndex);
    this.#reading = 'opened';
  }

  override onclosetag(start: number, endIndex: number): void {
    this.#reading = 'closing';
    super.onclosetag(start, endIndex);
    this.#reading = 'opened';
  }

  protected override isVoidElement(name: string): boolean {
    if (super.isVoidElement(name)) return true;
    if (this.#reading === 'opening') return this.#refuses(name);
    return this.#reading === 'opened' ? this.#currentIsRefused : this.#closesRefused(name);
  }

  #refuses(name: string): boolean {
    if (!this.#handler.refuses(name)) return false;
    this.#refused.set(name, (this.#refused.get(name) ?? 0) + 1);
    this.#currentIsRefused = true;
    return true;
  }

  #closesRefused(name: string): boolean {
    const open = this.#refused.get(name) ?? 0;
    if (open > 0) this.#refused.set(name, open - 1);
    return open > 0;
  }
}

/** Done here, a whole text at a time and only where there are any, it takes half the time the parser would take. */
function withoutEntities(text: string, decode: (text: string) => string): string {
  return text.includes('&') ? decode(text) : text;
}

function baseUrlOf(href: string | undefined, url: string): string {
  if (href === undefined) return url;
  return URL.parse(href, url)?.href ?? url;
}
