/** What HTML leaves unwritten: which elements hold nothing, and which end where another one starts. */

export interface TagKind {
  /** It has no end tag and holds nothing. */
  isVoid: boolean;
  /** The elements that it ends by starting, while they are innermost. */
  ends: ReadonlySet<string> | undefined;
  /** Whether what it holds is SVG or MathML, is HTML again, or is as what stands around it. */
  holds: 'foreign' | 'html' | 'as around';
}

/** One look-up for each tag of a page. */
export function tagKind(name: string): TagKind {
  return KINDS.get(name) ?? ORDINARY;
}

const VOID =
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr';

const AFTER_PARAGRAPH =
  'p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul';
const CONTROLS = 'input option optgroup select button datalist textarea';
const HEADINGS = 'h1 h2 h3 h4 h5 h6';

const ENDS: readonly [starting: string, ended: string][] = [
  [AFTER_PARAGRAPH, 'p'],
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
  ['select input output button datalist textarea', CONTROLS],
  ['rt rp', 'rt rp'],
  ['body', 'head link script'],
];

const HOLDS: readonly [names: string, what: TagKind['holds']][] = [
  ['svg math', 'foreign'],
  ['mi mo mn ms mtext annotation-xml foreignobject desc title', 'html'],
];

const ORDINARY: TagKind = { isVoid: false, ends: undefined, holds: 'as around' };
const KINDS = new Map<string, TagKind>();
for (const name of VOID.split(' ')) define(name, { isVoid: true });
for (const [names, ended] of ENDS)
  for (const name of names.split(' ')) define(name, { ends: new Set(ended.split(' ')) });
for (const [names, holds] of HOLDS) for (const name of names.split(' ')) define(name, { holds });

function define(name: string, kind: Partial<TagKind>): void {
  KINDS.set(name, { ...tagKind(name), ...kind });
}
