/** What HTML leaves unwritten: which elements are void, and which end where another one starts. */
import { HEADING_TAGS } from './html-elements.ts';

export interface TagRules {
  /** It has no end tag and no content. */
  isVoid: boolean;
  /** Its start tag ends each of these elements while it is innermost. */
  impliesEndOf: ReadonlySet<string> | undefined;
  /** Whether its content is SVG or MathML, is HTML again, or is what the element itself is in. */
  contentNamespace: 'foreign' | 'html' | 'inherit';
}

export function tagRulesOf(name: string): TagRules {
  return TAG_RULES.get(name) ?? DEFAULT_RULES;
}

const VOID_TAGS =
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr';

const HEADINGS = [...HEADING_TAGS].join(' ');
const ENDS_PARAGRAPH =
  'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul';
const CONTROL_TAGS = 'input option optgroup select button datalist textarea';

const IMPLIED_END_TAGS: readonly [starting: string, ended: string][] = [
  [ENDS_PARAGRAPH, 'p'],
  [HEADINGS, `p ${HEADINGS}`],
  ['li', 'li'],
  ['dt dd', 'dt dd'],
  ['tr', 'tr th td'],
  ['th', 'th'],
  ['td', 'thead th td'],
  ['tbody tfoot', 'thead tbody'],
  ['a', 'a'],
  ['option', 'option'],
  ['optgroup', 'option optgroup'],
  ['select input output button datalist textarea', CONTROL_TAGS],
  ['rt rp', 'rt rp'],
  ['body', 'head link script'],
];

const CONTENT_NAMESPACES: readonly [names: string, namespace: TagRules['contentNamespace']][] = [
  ['svg math', 'foreign'],
  ['mi mo mn ms mtext annotation-xml foreignobject desc title', 'html'],
];

const DEFAULT_RULES: TagRules = { isVoid: false, impliesEndOf: undefined, contentNamespace: 'inherit' };
const TAG_RULES = new Map<string, TagRules>();
for (const name of VOID_TAGS.split(' ')) defineTag(name, { isVoid: true });
for (const [names, ended] of IMPLIED_END_TAGS)
  for (const name of names.split(' ')) defineTag(name, { impliesEndOf: new Set(ended.split(' ')) });
for (const [names, contentNamespace] of CONTENT_NAMESPACES)
  for (const name of names.split(' ')) defineTag(name, { contentNamespace });

function defineTag(name: string, rules: Partial<TagRules>): void {
  TAG_RULES.set(name, { ...tagRulesOf(name), ...rules });
}
