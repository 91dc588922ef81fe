/** What the class or id of a container says it is for: a banner, a menu, a list of other pages. */
import type { Element } from 'domhandler';
import { contains } from './html-elements.ts';

/** What holds text of its own, like a heading or a paragraph, is named for what it says. */
const CONTAINERS = new Set('div section aside ul ol form header footer nav'.split(' '));
const LONGEST_NAME = 300;

export type NamedKind = 'banner' | 'newsletter' | 'way around' | 'comments' | 'author' | 'other pages' | 'sharing';

/** What a container is called, if that is no part of a page's text; the first that fits. */
export function namedKind(element: Element): NamedKind | undefined {
  if (!CONTAINERS.has(element.name) && !element.name.includes('-')) return undefined;
  const classes = element.attribs.class?.slice(0, LONGEST_NAME);
  const id = element.attribs.id?.slice(0, LONGEST_NAME);
  if (classes === undefined && id === undefined) return undefined;
  return KINDS.find(
    (kind) =>
      ((classes !== undefined && kind.classes.test(classes)) || (id !== undefined && kind.ids?.test(id))) &&
      (kind.ifHolds === undefined || contains(element, kind.ifHolds)),
  )?.kind;
}

/** Alternatives, one a line. `<` and `>` stand for where a word of a name starts and ends, `{` and `}` for where a whole name does. */
function names(...alternatives: readonly string[]): RegExp {
  const pattern = alternatives
    .join('|')
    .replaceAll('<', '(?:^|[\\s_-])')
    .replaceAll('>', '(?:$|[\\s_-])')
    .replaceAll('{', '(?:^|\\s)')
    .replaceAll('}', '(?:$|\\s)');
  return new RegExp(pattern, 'i');
}

const CONSENT_PRODUCTS = 'onetrust|didomi|usercentrics|cookiebot|trustarc';
const OF_THE_PAGE = '(?:page|global|main|entry|post|article)[_-]?';
const SIDE = '(?:right|left|main|page|primary|secondary|blog|article|post|sticky)[_-]+';
const OVERLAY =
  '(?:bar|banner|box|popup|modal|dialog|overlay|notice|wall|form|widget|law|bubble|sdk|manager|container|wrapper|root)';
const OF_PAGES =
  'posts?|articles?|stor|content|news|links?|reading|items?|products?|topics?|pages?|blogs?|wrap|section|resources|videos';
const BOXED = '(?:[_-]?(?:wrap(?:per)?|container|inner|right|left|primary|secondary|widgets?|links?|nav|menu))?';

/**
 * Classes say what an element is for. Ids are as often made of a heading's words, so they must say more: "cookies" may be a
 * clause, "cookie-banner" is none.
 */
const KINDS: readonly { kind: NamedKind; classes: RegExp; ids?: RegExp; ifHolds?: string }[] = [
  {
    kind: 'banner',
    classes: names(`(?:cookie|consent|gdpr)s?[_-]?(?:\\w+[_-])?${OVERLAY}|${CONSENT_PRODUCTS}`),
    ids: names(`(?:cookie|consent|gdpr)s?[_-]?(?:\\w+[_-])?${OVERLAY}|${CONSENT_PRODUCTS}`),
  },
  { kind: 'banner', classes: /cookie|consent|gdpr/i, ifHolds: 'button' },
  {
    kind: 'newsletter',
    classes: names('newsletter|mailchimp|mc4wp|<subscri(?:be|ption)[_-]?(?:form|box|widget|wrap|block|section|banner)'),
    ids: names(`(?:newsletter|subscri(?:be|ption))[_-]?(?:\\w+[_-])?${OVERLAY}|mailchimp|mc_embed`),
  },
  {
    kind: 'way around',
    classes: names(
      'skip-?(?:link|to)|site-?(?:header|footer|nav)|<breadcrumbs?(?:}|[_-](?!area))',
      `{(?:${OF_THE_PAGE})?footer${BOXED}}`,
      `{(?:${SIDE})?(?:side-?bar|widget-area|right-rail|left-rail)${BOXED}}`,
    ),
    ids: names(
      'breadcrumb|skip-?(?:link|to)|site-?(?:header|footer|nav)|{(?:page-?|main-?|global-?)?footer}',
      '{(?:right-?|left-?)?sidebar(?:-?(?:right|left|wrap(?:per)?))?}',
    ),
  },
  {
    kind: 'comments',
    classes: names(
      '<comments?[_-]?(?:area|list|section|form|wrap|thread|respond|box|container|block|feed)',
      '{(?:(?:entry|post|article|reader|user)-)?comments}|{commentlist|disqus',
    ),
    ids: names('{comments?[_-]?(?:area|list|section|form|wrap|thread|box|container)}|{respond}|disqus'),
  },
  {
    kind: 'author',
    classes: names('<(?:about-?(?:the-?)?author|author[_-]?(?:bio|box|info|card|profile|block|section))>'),
  },
  {
    kind: 'other pages',
    classes: names(
      `<(?:related|recommended|similar|suggested|popular|trending)[_-]?(?:}|${OF_PAGES})`,
      '(?:more|latest|recent|read|also)[_-](?:stories|posts|articles|news|next|also|like|from)|you-?may-?(?:also-?)?like',
    ),
  },
  {
    kind: 'sharing',
    classes: names(
      '{(?:(?:social|post|article|entry|page|blog|content|story)-)?share}|<shar(?:e|ing)[_-]?(?:bar|buttons?|links?|tools?|icons?|list|menu|box|block|wrap|this)|addtoany|sharedaddy|addthis',
      'social[_-]?(?:share|sharing|links?|icons?|media-?(?:links|icons)|bar|buttons?|nav|follow)',
    ),
  },
];
