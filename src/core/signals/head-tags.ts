/** Finds the `meta`, `link` and `script` tags of a page's head, each with its source. */
import { type Attributes, tokenizeHtml } from '../extract/tokenize-html.ts';

interface HeadTag {
  name: 'meta' | 'link' | 'script';
  attributes: Attributes;
  source: string;
}

/** Heads are much shorter. */
const MAX_HEAD_CHARS = 500_000;
const MAX_HEAD_TAGS = 500;
const TAG = /<(meta|link|script|style|body)(?=[\s/>])[^<>]{0,2000}>/iy;

/** Skips comments, scripts and styles. Linear in the length of the page. */
export function parseHeadTags(html: string): HeadTag[] {
  const head = html.slice(0, MAX_HEAD_CHARS);
  const tags: HeadTag[] = [];
  for (let i = head.indexOf('<'); i !== -1 && tags.length < MAX_HEAD_TAGS; i = head.indexOf('<', i)) {
    if (head.startsWith('<!--', i)) {
      const end = head.indexOf('-->', i + 4);
      if (end === -1) break;
      i = end;
      continue;
    }
    TAG.lastIndex = i;
    const [source, rawName] = TAG.exec(head) ?? [];
    if (source === undefined || rawName === undefined) {
      i++;
      continue;
    }
    i += source.length;
    const name = rawName.toLowerCase();
    if (name === 'body') break;
    if (name === 'script' || name === 'style') i = findClosingTag(name, head, i);
    if (name !== 'style') tags.push({ name: name as HeadTag['name'], attributes: parseAttributes(source), source });
  }
  return tags;
}

/** The end of the head where the tag is not closed. */
function findClosingTag(name: string, head: string, from: number): number {
  for (let i = head.indexOf('</', from); i !== -1; i = head.indexOf('</', i + 2)) {
    if (head.slice(i + 2, i + 2 + name.length).toLowerCase() === name) return i;
  }
  return head.length;
}

function parseAttributes(source: string): Attributes {
  let parsed: Attributes = {};
  tokenizeHtml(source, {
    isInForeignContent: false,
    text() {},
    onOpenTag: (_name, attributes) => {
      parsed = attributes;
    },
    onCloseTag() {},
  });
  return parsed;
}
