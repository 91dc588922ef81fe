/** Resolves links and strips tracking from them. */

export interface LinkOptions {
  baseUrl: string;
  /** Query parameters to drop beside the known tracking ones. */
  removeQueryParams: readonly string[];
}

/** Parameters of advertisers, mail senders and analytics. A name ending in `_` stands for all that start with it. */
const TRACKING_PARAMS = [
  'utm_',
  'mtm_',
  'pk_',
  'piwik_',
  'hsa_',
  'optimizely_',
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'twclid',
  'ttclid',
  'li_fat_id',
  'igshid',
  'igsh',
  'mc_cid',
  'mc_eid',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'hsctatracking',
  'mkt_tok',
  'vero_id',
  's_cid',
  'srsltid',
];
const TRACKING_NAMES = new Set(TRACKING_PARAMS.filter((name) => !name.endsWith('_')));
const TRACKING_PREFIXES = TRACKING_PARAMS.filter((name) => name.endsWith('_'));

const FOLLOWABLE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:']);
/** Longer links carry data. */
const MAX_LINK_CHARS = 2000;

/** The absolute URL a link leads to, or undefined where a reader could not follow it. */
export function resolveLink(href: string | undefined, { baseUrl, removeQueryParams }: LinkOptions): string | undefined {
  if (href === undefined || href.length > MAX_LINK_CHARS) return undefined;
  if (href.includes('/cdn-cgi/l/email-protection')) return undefined;
  const url = URL.parse(href, baseUrl);
  if (url === null || !FOLLOWABLE_PROTOCOLS.has(url.protocol)) return undefined;
  const address = withoutTracking(url, removeQueryParams);
  return address.replace(/[()<>]/g, (c) => (c === '(' ? '%28' : c === ')' ? '%29' : c === '<' ? '%3C' : '%3E'));
}

/** Cuts strings, because setting a part of a `URL` takes as long as parsing it. */
function withoutTracking({ href, search }: URL, unwanted: readonly string[]): string {
  if (search === '') return href;
  const query = withoutParams(search.slice(1), unwanted);
  const start = href.indexOf('?');
  return href.slice(0, start) + (query === '' ? '' : `?${query}`) + href.slice(start + search.length);
}

/** The remaining parameters keep their order and spelling. */
function withoutParams(query: string, unwanted: readonly string[]): string {
  return query
    .split('&')
    .filter((pair) => {
      const name = pair.split('=', 1)[0] ?? '';
      return !isTracking(name.toLowerCase()) && !unwanted.includes(name) && !unwanted.includes(decodeParamName(name));
    })
    .join('&');
}

function isTracking(name: string): boolean {
  return TRACKING_NAMES.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix));
}

function decodeParamName(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name; // malformed percent-encoding
  }
}
