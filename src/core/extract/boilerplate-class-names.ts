/** Recognizes boilerplate by the class and id of its container: banners, menus, lists of other pages. */
import type { Element } from 'domhandler';
import { containsElement } from './dom.ts';

/** Other elements, like headings and paragraphs, are named after what their text is about. */
const CONTAINER_TAGS = new Set('div section aside ul ol form header footer nav'.split(' '));
const MAX_NAME_CHARS = 300;

export type BoilerplateKind =
  | 'banner'
  | 'newsletter'
  | 'navigation'
  | 'comments'
  | 'author'
  | 'related content'
  | 'sharing';

/** The kind of boilerplate that a container is named after; the first rule that matches. */
export function classifyByClassName(element: Element): BoilerplateKind | undefined {
  if (!CONTAINER_TAGS.has(element.name) && !element.name.includes('-')) return undefined;
  const classes = element.attribs.class?.slice(0, MAX_NAME_CHARS);
  const id = element.attribs.id?.slice(0, MAX_NAME_CHARS);
  if (classes === undefined && id === undefined) return undefined;
  return CLASS_NAME_RULES.find(
    (rule) =>
      ((classes !== undefined && rule.classes.test(classes)) || (id !== undefined && rule.ids?.test(id))) &&
      (rule.ifContains === undefined || containsElement(element, ({ name }) => name === rule.ifContains)),
  )?.kind;
}

/** Joins alternatives. `<` and `>` stand for the start and end of a word in a name, `{` and `}` for those of a whole name. */
function namePattern(...alternatives: readonly string[]): RegExp {
  const pattern = alternatives
    .join('|')
    .replaceAll('<', '(?:^|[\\s_-])')
    .replaceAll('>', '(?:$|[\\s_-])')
    .replaceAll('{', '(?:^|\\s)')
    .replaceAll('}', '(?:$|\\s)');
  return new RegExp(pattern, 'i');
}

const CONSENT_PRODUCTS = 'onetrust|didomi|usercentrics|cookiebot|trustarc';
const PAGE_PREFIX = '(?:page|global|main|entry|post|article)[_-]?';
const SIDE_PREFIX = '(?:right|left|main|page|primary|secondary|blog|article|post|sticky)[_-]+';
const OVERLAY_SUFFIX =
  '(?:bar|banner|box|popup|modal|dialog|overlay|notice|wall|form|widget|law|bubble|sdk|manager|container|wrapper|root)';
const PAGE_NOUNS =
  'posts?|articles?|stor|content|news|links?|reading|items?|products?|topics?|pages?|blogs?|wrap|section|resources|videos';
const WRAPPER_SUFFIX =
  '(?:[_-]?(?:wrap(?:per)?|container|inner|right|left|primary|secondary|widgets?|links?|nav|menu))?';

/**
 * Classes say what an element is for. Ids are often made from the words of a heading, so they must say more: "cookies" may be a
 * clause, "cookie-banner" is not.
 */
const CLASS_NAME_RULES: readonly { kind: BoilerplateKind; classes: RegExp; ids?: RegExp; ifContains?: string }[] = [
  {
    kind: 'banner',
    classes: namePattern(`(?:cookie|consent|gdpr)s?[_-]?(?:\\w+[_-])?${OVERLAY_SUFFIX}|${CONSENT_PRODUCTS}`),
    ids: namePattern(`(?:cookie|consent|gdpr)s?[_-]?(?:\\w+[_-])?${OVERLAY_SUFFIX}|${CONSENT_PRODUCTS}`),
  },
  { kind: 'banner', classes: /cookie|consent|gdpr/i, ifContains: 'button' },
  {
    kind: 'newsletter',
    classes: namePattern(
      'newsletter|mailchimp|mc4wp|<subscri(?:be|ption)[_-]?(?:form|box|widget|wrap|block|section|banner)',
    ),
    ids: namePattern(`(?:newsletter|subscri(?:be|ption))[_-]?(?:\\w+[_-])?${OVERLAY_SUFFIX}|mailchimp|mc_embed`),
  },
  {
    kind: 'navigation',
    classes: namePattern(
      'skip-?(?:link|to)|site-?(?:header|footer|nav)|<breadcrumbs?(?:}|[_-](?!area))',
      `{(?:${PAGE_PREFIX})?footer${WRAPPER_SUFFIX}}`,
      `{(?:${SIDE_PREFIX})?(?:side-?bar|widget-area|right-rail|left-rail)${WRAPPER_SUFFIX}}`,
    ),
    ids: namePattern(
      'breadcrumb|skip-?(?:link|to)|site-?(?:header|footer|nav)|{(?:page-?|main-?|global-?)?footer}',
      '{(?:right-?|left-?)?sidebar(?:-?(?:right|left|wrap(?:per)?))?}',
    ),
  },
  {
    kind: 'comments',
    classes: namePattern(
      '<comments?[_-]?(?:area|list|section|form|wrap|thread|respond|box|container|block|feed)',
      '{(?:(?:entry|post|article|reader|user)-)?comments}|{commentlist|disqus',
    ),
    ids: namePattern('{comments?[_-]?(?:area|list|section|form|wrap|thread|box|container)}|{respond}|disqus'),
  },
  {
    kind: 'author',
    classes: namePattern('<(?:about-?(?:the-?)?author|author[_-]?(?:bio|box|info|card|profile|block|section))>'),
  },
  {
    kind: 'related content',
    classes: namePattern(
      `<(?:related|recommended|similar|suggested|popular|trending)[_-]?(?:}|${PAGE_NOUNS})`,
      '(?:more|latest|recent|read|also)[_-](?:stories|posts|articles|news|next|also|like|from)|you-?may-?(?:also-?)?like',
    ),
  },
  {
    kind: 'sharing',
    classes: namePattern(
      '{(?:(?:social|post|article|entry|page|blog|content|story)-)?share}|<shar(?:e|ing)[_-]?(?:bar|buttons?|links?|tools?|icons?|list|menu|box|block|wrap|this)|addtoany|sharedaddy|addthis',
      'social[_-]?(?:share|sharing|links?|icons?|media-?(?:links|icons)|bar|buttons?|nav|follow)',
    ),
  },
];
