/** What the class or id of a container says it is for: a banner, a menu, a list of other pages. */
import type { Element } from 'domhandler';
import { containsTag } from './html-elements.ts';

/** What holds text of its own, like a heading or a paragraph, is named for what it says. */
const CONTAINER_TAGS = new Set('div section aside ul ol form header footer nav'.split(' '));
const MAX_NAME_CHARS = 300;

export type BoilerplateKind =
  | 'banner'
  | 'newsletter'
  | 'way around'
  | 'comments'
  | 'author'
  | 'other pages'
  | 'sharing';

/** What a container is called, if that is no part of a page's text; the first that fits. */
export function classifyByClassName(element: Element): BoilerplateKind | undefined {
  if (!CONTAINER_TAGS.has(element.name) && !element.name.includes('-')) return undefined;
  const classes = element.attribs.class?.slice(0, MAX_NAME_CHARS);
  const id = element.attribs.id?.slice(0, MAX_NAME_CHARS);
  if (classes === undefined && id === undefined) return undefined;
  return CLASS_NAME_RULES.find(
    (kind) =>
      ((classes !== undefined && kind.classes.test(classes)) || (id !== undefined && kind.ids?.test(id))) &&
      (kind.ifContains === undefined || containsTag(element, kind.ifContains)),
  )?.kind;
}

/** Alternatives, one a line. `<` and `>` stand for where a word of a name starts and ends, `{` and `}` for where a whole name does. */
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
 * Classes say what an element is for. Ids are as often made of a heading's words, so they must say more: "cookies" may be a
 * clause, "cookie-banner" is none.
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
    kind: 'way around',
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
    kind: 'other pages',
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
