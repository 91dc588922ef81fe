/** What HTML leaves unwritten: which elements hold nothing, and which end where another one starts. */

export interface TagRules {
  /** It has no end tag and holds nothing. */
  isVoid: boolean;
  /** The elements that it ends by starting, while they are innermost. */
  impliesEndOf: ReadonlySet<string> | undefined;
  /** Whether what it holds is SVG or MathML, is HTML again, or is as what stands around it. */
  contentNamespace: 'foreign' | 'html' | 'as around';
}

/** One look-up for each tag of a page. */
export function tagRulesOf(name: string): TagRules {
  return TAG_RULES.get(name) ?? DEFAULT_RULES;
}

const VOID_TAGS =
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr';

const ENDS_PARAGRAPH =
  'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul';
const CONTROL_TAGS = 'input option optgroup select button datalist textarea';
const HEADING_TAGS = 'h1 h2 h3 h4 h5 h6';

const IMPLIED_END_TAGS: readonly [starting: string, ended: string][] = [
  [ENDS_PARAGRAPH, 'p'],
  [HEADING_TAGS, `p ${HEADING_TAGS}`],
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

const CONTENT_NAMESPACES: readonly [names: string, what: TagRules['contentNamespace']][] = [
  ['svg math', 'foreign'],
  ['mi mo mn ms mtext annotation-xml foreignobject desc title', 'html'],
];

const DEFAULT_RULES: TagRules = { isVoid: false, impliesEndOf: undefined, contentNamespace: 'as around' };
const TAG_RULES = new Map<string, TagRules>();
for (const name of VOID_TAGS.split(' ')) defineTag(name, { isVoid: true });
for (const [names, ended] of IMPLIED_END_TAGS)
  for (const name of names.split(' ')) defineTag(name, { impliesEndOf: new Set(ended.split(' ')) });
for (const [names, holds] of CONTENT_NAMESPACES)
  for (const name of names.split(' ')) defineTag(name, { contentNamespace: holds });

function defineTag(name: string, kind: Partial<TagRules>): void {
  TAG_RULES.set(name, { ...tagRulesOf(name), ...kind });
}
