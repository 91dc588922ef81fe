/** The `meta` and `link` tags of a page's head, each as it is written. */
import { type Attributes, tokenizeHtml } from '../extract/tokenize-html.ts';

export interface HeadTag {
  name: 'meta' | 'link' | 'script';
  attributes: Attributes;
  source: string;
}

/** Heads end long before; what stands further on is not one. */
const MAX_HEAD_CHARS = 500_000;
const MAX_HEAD_TAGS = 500;
const TAG = /<(meta|link|script|style|body)(?=[\s/>])[^<>]{0,2000}>/iy;

/** Comments, scripts and styles are passed over. Linear in the length of the page. */
export function parseHeadTags(html: string): HeadTag[] {
  const head = html.slice(0, MAX_HEAD_CHARS);
  const tags: HeadTag[] = [];
  for (let at = head.indexOf('<'); at !== -1 && tags.length < MAX_HEAD_TAGS; at = head.indexOf('<', at)) {
    if (head.startsWith('<!--', at)) {
      const end = head.indexOf('-->', at + 4);
      if (end === -1) break;
      at = end;
      continue;
    }
    TAG.lastIndex = at;
    const [source, written] = TAG.exec(head) ?? [];
    if (source === undefined || written === undefined) {
      at++;
      continue;
    }
    at += source.length;
    const name = written.toLowerCase();
    if (name === 'body') break;
    if (name === 'script' || name === 'style') {
      const end = head.indexOf('</', at);
      at = endOf(name, head, end === -1 ? head.length : end);
    }
    if (name !== 'style') tags.push({ name: name as HeadTag['name'], attributes: attributesOf(source), source });
  }
  return tags;
}

function endOf(name: string, head: string, from: number): number {
  for (let at = from; at !== -1; at = head.indexOf('</', at + 2)) {
    if (head.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  }
  return head.length;
}

function attributesOf(source: string): Attributes {
  let found: Attributes = {};
  tokenizeHtml(source, {
    isInForeignContent: false,
    text() {},
    onOpenTag: (_name, attributes) => {
      found = attributes;
    },
    onCloseTag() {},
  });
  return found;
}
