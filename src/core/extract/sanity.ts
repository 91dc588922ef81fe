/**
 * The sanity gate: is this text the document at all? `unreadableReason` looks at one text, `unreadableAfter` at a text and the one
 * it would replace. Both would rather let a strange text pass than call a real document unreadable: a document's own words about
 * cookies, errors or logging in do not count, because each rule also says how short the whole text must be.
 */
import type { UnreadableReason } from '../../domain.ts';
import { keepLast } from '../keep-last.ts';
import { plainText, sayKey } from '../normalise.ts';
import { blocksOf } from './blocks.ts';
import { languageOf } from './language.ts';

export interface Unreadable {
  reason: UnreadableReason;
  detail: string;
}

// ---- one text -----------------------------------------------------------------------------------

/** Beyond this many characters of Markdown no rule applies: walls, dialogs and errors are short. */
const LONGEST_SUSPECT = 20_000;
/** A text of one line without a full stop and with fewer words is a title; the longest seen in the wild had 12. */
const WORDS_OF_A_TITLE = 15;

interface Rule {
  reason: UnreadableReason;
  /** The rule applies to texts of fewer words. */
  below: number;
  /** What is searched: the text on one line in lower case, or the page's source. */
  in: 'text' | 'html';
  pattern: RegExp;
}

/** First match wins: what explains most stands first. */
const RULES: readonly Rule[] = [
  {
    reason: 'challenge',
    below: 250,
    in: 'text',
    pattern:
      /verify(?:ing)? (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot)|are you (?:a )?(?:human|robot)\b|i(?:'|’)m not a robot|checking (?:if the site connection is secure|your browser)|complete the (?:captcha|security check)|unusual (?:traffic|activity) from your|incapsula incident|ddos protection by|(?:performance|security) (?:&|and) (?:performance|security) by cloudflare|cloudflare ray id|pardon our interruption|you have been blocked|enable javascript and cookies to continue|press (?:&|and) hold to confirm|v[ée]rifi(?:er|ez) que vous êtes (?:un )?humain|bestätigen sie, dass sie ein mensch sind|verifi(?:ca|que) que (?:eres|es|usted es) (?:un )?(?:ser )?humano/,
  },
  {
    reason: 'challenge',
    below: 40,
    in: 'html',
    pattern:
      /_cf_chl_opt|cf-chl-|_Incapsula_Resource|captcha-delivery\.com|px-captcha|awsWafCookieDomainList|<title>\s*(?:just a moment|attention required|access denied|pardon our interruption)/i,
  },
  {
    reason: 'error-page',
    below: 300,
    in: 'text',
    pattern:
      /^.{0,160}?(?:\b(?:404|410|500|502|503|504)[ :|–—-]{1,3}(?:page |file )?(?:not found|error|gone|(?:service )?(?:temporarily )?unavailable|bad gateway|gateway time-?out)|\b(?:error|http) (?:404|410|500|502|503|504)\b|\b(?:page|file) (?:you (?:requested|wanted) |you (?:are|were) looking for |you(?:'|’)re looking for )?(?:not|was not|wasn(?:'|’)t|is not|could not be|couldn(?:'|’)t be|cannot be|can(?:'|’)t be) found\b|this page (?:doesn(?:'|’)t exist|does not exist|isn(?:'|’)t available|is no longer available)|we (?:can(?:'|’)t|couldn(?:'|’)t|could not) find (?:the|that|this) page|page introuvable|seite (?:wurde )?nicht gefunden|página no encontrada|pagina non trovata|página não encontrada|pagina niet gevonden|internal server error|bad gateway|service (?:temporarily )?unavailable|access denied|something went wrong|an? (?:unexpected )?error (?:has )?occurred|application error: a)/,
  },
  {
    reason: 'error-page',
    below: 300,
    in: 'text',
    pattern:
      /\b(?:typeerror|referenceerror|syntaxerror|rangeerror|nullpointerexception)\b|traceback \(most recent call last\)|uncaught (?:exception|error)|fatal error:|\bat [\w.$<>]{1,80} \(?(?:https?:|webpack|file:|node:)|stack trace/,
  },
  {
    reason: 'log-in',
    below: 150,
    in: 'text',
    pattern:
      /forgot(?:ten)? (?:your )?password|(?:log|sign) ?in (?:or (?:create|sign up)|to (?:continue|your account|view|see|read))|you must (?:be logged in|log in|sign in) to (?:continue|view|see|read|access)|create (?:an |a free )?account or (?:log|sign) in|mot de passe oublié|passwort vergessen|¿?(?:has )?olvidado? (?:tu|su|la) contraseña|password dimenticata|esqueceu (?:a|sua) senha|wachtwoord vergeten/,
  },
  {
    reason: 'cookie-dialog',
    below: 300,
    in: 'text',
    pattern:
      /\b(?:accept|allow|reject|decline)(?: all| only| the use of)?(?: essential| optional| necessary)? cookies\b|\bcookies?\b.{0,600}?\b(?:accept all|allow all|reject all|manage (?:preferences|cookies|choices))\b|(?:tout accepter|accepter (?:tous )?les cookies|refuser les cookies)|(?:alle )?cookies? (?:akzeptieren|zulassen|ablehnen)|(?:aceptar|rechazar)(?: todas)?(?: las)? cookies|(?:accetta|rifiuta)(?: tutti)?(?: i)? cookie|(?:aceitar|recusar)(?: todos)?(?: os)? cookies|(?:alle )?cookies (?:accepteren|weigeren|toestaan)/,
  },
  {
    reason: 'loading',
    below: 20,
    in: 'text',
    pattern:
      /^(?:loading|please wait|chargement|veuillez patienter|wird geladen|bitte warten|cargando|caricamento|carregando|een ogenblik)\b|\b(?:loading|please wait|chargement|wird geladen|cargando|caricamento|carregando|laden) ?(?:\.{2,}|…|$)/,
  },
  {
    reason: 'loading',
    below: 80,
    in: 'text',
    pattern:
      /\b(?:enable|activate|requires?|turn on|without|need) javascript\b|javascript (?:is |to be |must be )?(?:disabled|required|enabled|turned off)|activer javascript|javascript (?:aktivieren|einschalten)|(?:activar?|habilitar?) javascript|(?:attivare|abilitare) javascript|(?:ativar|habilitar) (?:o )?javascript|javascript inschakelen/,
  },
];

/**
 * Why a text is evidently not a document.
 * @param html the page it was taken from, where there is one; some walls say what they are only in their source.
 */
export function unreadableReason(markdown: string, html = ''): Unreadable | undefined {
  if (markdown.length > LONGEST_SUSPECT) return undefined;
  const text = plainText(markdown).toLowerCase();
  const words = countWords(text);
  for (const rule of RULES) {
    if (words >= rule.below) continue;
    const match = rule.pattern.exec(rule.in === 'text' ? text : html.slice(0, HTML_LOOKED_AT));
    if (match) return { reason: rule.reason, detail: `${words} words, among them "${match[0].slice(-80).trim()}"` };
  }
  if (words === 0) return { reason: 'empty', detail: 'no text' };
  if (words < WORDS_OF_A_TITLE && isTitleOnly(markdown)) {
    return { reason: 'empty', detail: `nothing but a title: "${plainText(markdown).slice(0, 80)}"` };
  }
  return undefined;
}

/** Walls are small pages; what stands further on in a large one says nothing about it. */
const HTML_LOOKED_AT = 100_000;

function isTitleOnly(markdown: string): boolean {
  const blocks = blocksOf(markdown);
  const text = blocks.filter((block) => !block.startsWith('#'));
  if (text.length === 0) return true;
  return blocks.length === 1 && !/[.!?。]/.test(plainText(markdown));
}

// ---- a text and the one before it ---------------------------------------------------------------

/** Less than this share of the words left: a candidate for a broken capture. Real rewrites seldom halve a document. */
const COLLAPSED_SHARE = 0.5;
/** What is left is the old text, cut off, when this share of it stood there before. A short new document is new text. */
const LEFT_OVER_SHARE = 0.7;
/** Two texts with a smaller share of blocks in common are different documents, if title and vocabulary differ too. */
const COMMON_SHARE = 0.05;
/** Cosine of two texts' word counts. Documents rewritten from end to end stayed above 0.75, other documents below 0.65. */
const KINDRED = 0.7;
/** Fewer words than this cannot be told apart from a new short document. */
const FEWEST_WORDS_TO_JUDGE = 40;

/** A text this much longer than the one before it was not written in between: the one before was a fragment. */
const FRAGMENT_SHARE = 0.12;
/** Of this many words and fewer a fragment is suspected at all; a long text is no fragment. */
const LONGEST_FRAGMENT = 700;
/** A text this many times as long that kept the old one whole has other pages put beside it. */
const PAGES_ADDED = 2.5;
const KEPT_WHOLE = 0.9;
/** A text in which so little is said once is one passage over and over: a crawl that went in circles. */
const SAID_ONCE_SHARE = 0.3;
const FEWEST_WORDS_OF_A_LOOP = 1000;

/** Which of two texts is not the document; the other one may be. */
export type Broken = Unreadable & { side: 'old' | 'new' };

/**
 * Why two texts, though readable, are evidently not one document and its next version.
 * First match wins: a broken new text leaves the last good one standing, a broken old one makes the new text a new baseline.
 */
export function unreadableAfter(previousMarkdown: string, nextMarkdown: string): Broken | undefined {
  const previous = summaryOf(previousMarkdown);
  const next = summaryOf(nextMarkdown);
  const brokenNext = goesInCircles(next) ?? truncatedAfter(previous, next);
  if (brokenNext) return { side: 'new', ...brokenNext };
  const brokenPrevious = goesInCircles(previous) ?? fragmentBefore(previous, next) ?? pagesAdded(previous, next);
  return brokenPrevious && { side: 'old', ...brokenPrevious };
}

function truncatedAfter(previous: Summary, next: Summary): Unreadable | undefined {
  if (previous.words.length < FEWEST_WORDS_TO_JUDGE) return undefined;
  return otherLanguage(previous, next) ?? truncated(previous, next) ?? otherDocument(previous, next);
}

function goesInCircles({ words, blocks }: Summary): Unreadable | undefined {
  let saidOnce = 0;
  for (const count of blocks.values()) saidOnce += count;
  if (words.length < FEWEST_WORDS_OF_A_LOOP || saidOnce >= words.length * SAID_ONCE_SHARE) return undefined;
  return { reason: 'other-document', detail: `${words.length} words, of which ${saidOnce} are said once` };
}

function fragmentBefore(previous: Summary, next: Summary): Unreadable | undefined {
  const [before, after] = [previous.words.length, next.words.length];
  if (before > LONGEST_FRAGMENT || after < FEWEST_WORDS_TO_JUDGE || before >= after * FRAGMENT_SHARE) return undefined;
  return { reason: 'truncated', detail: `${before} words before, ${after} now` };
}

function pagesAdded(previous: Summary, next: Summary): Unreadable | undefined {
  const [before, after] = [previous.words.length, next.words.length];
  const grown = after > before * PAGES_ADDED && shareFrom(next, previous) >= KEPT_WHOLE;
  const other = before * LONGEST_GROWTH < after;
  if (before < FEWEST_WORDS_TO_JUDGE || !(grown || other)) return undefined;
  return { reason: 'other-document', detail: `${after} words where ${before} were: other pages are read beside it` };
}

/** No document grows so much at once, kept or rewritten. */
const LONGEST_GROWTH = 6;

/** Of a document that lost this much, whatever it gained, another region's edition is likelier than a rewrite. */
const HALVED_SHARE = 0.6;
/** Of a document that lost this much and gained hardly anything, closed accordions are likelier than a rewrite. */
const SHRUNK_SHARE = 0.72;
const HARDLY_NEW = 0.04;

/** The text lost so much that what is missing from it may only be shown elsewhere: nothing is proved by its absence. */
export function isShrunk(previousMarkdown: string, nextMarkdown: string): boolean {
  if (nextMarkdown.length > previousMarkdown.length * (SHRUNK_SHARE + 0.1)) return false;
  const [previous, next] = [summaryOf(previousMarkdown), summaryOf(nextMarkdown)];
  const share = next.words.length / previous.words.length;
  return share < HALVED_SHARE || (share < SHRUNK_SHARE && shareFrom(previous, next) >= 1 - HARDLY_NEW);
}

interface Summary {
  title: Set<string>;
  words: string[];
  /** Blocks by what they say, with the number of their words. */
  blocks: Map<string, number>;
}

const summaryOf = keepLast((markdown): Summary => {
  const blocks = new Map<string, number>();
  const words: string[] = [];
  let title: Set<string> | undefined;
  let titleIsHeading = false;
  for (const block of blocksOf(markdown)) {
    const key = sayKey(block);
    const wordsOfBlock = key.match(WORDS) ?? [];
    if (wordsOfBlock.length === 0) continue;
    for (const word of wordsOfBlock) words.push(word);
    blocks.set(key, wordsOfBlock.length);
    const isHeading = block.startsWith('#');
    if (title === undefined || (isHeading && !titleIsHeading)) {
      title = new Set(wordsOfBlock.filter((word) => word.length > 3));
      titleIsHeading = isHeading;
    }
  }
  return { title: title ?? new Set(), words, blocks };
});

function otherLanguage(previous: Summary, next: Summary): Unreadable | undefined {
  const [before, after] = [languageOf(previous.words), languageOf(next.words)];
  if (before === undefined || after === undefined || before === after) return undefined;
  return { reason: 'other-language', detail: `was in ${before}, is in ${after}` };
}

function truncated(previous: Summary, next: Summary): Unreadable | undefined {
  const share = next.words.length / previous.words.length;
  const isFragment = share < FRAGMENT_SHARE && previous.words.length > LONGEST_FRAGMENT;
  if (share >= COLLAPSED_SHARE || (!isFragment && shareFrom(previous, next) < LEFT_OVER_SHARE)) return undefined;
  return {
    reason: 'truncated',
    detail: `${next.words.length} of ${previous.words.length} words are left`,
  };
}

function otherDocument(previous: Summary, next: Summary): Unreadable | undefined {
  if (next.words.length < FEWEST_WORDS_TO_JUDGE) return undefined;
  if (shareFrom(previous, next) >= COMMON_SHARE || !previous.title.isDisjointFrom(next.title)) return undefined;
  if (kinship(previous.words, next.words) >= KINDRED) return undefined;
  const titles = `"${[...previous.title].join(' ')}" and "${[...next.title].join(' ')}"`;
  return { reason: 'other-document', detail: `no clause in common, and titles are ${titles}` };
}

/** How much of `next` stood in `previous`, block by block and weighed by words. */
function shareFrom(previous: Summary, next: Summary): number {
  let common = 0;
  let all = 0;
  for (const [key, words] of next.blocks) {
    all += words;
    if (previous.blocks.has(key)) common += words;
  }
  return all === 0 ? 1 : common / all;
}

/** From 0, no word in common, to 1, the same words as often. Short words are grammar and stand in every text. */
function kinship(a: readonly string[], b: readonly string[]): number {
  const [countsA, countsB] = [countsOf(a), countsOf(b)];
  let product = 0;
  for (const [word, count] of countsA) product += count * (countsB.get(word) ?? 0);
  const lengths = lengthOf(countsA) * lengthOf(countsB);
  return lengths === 0 ? 1 : product / lengths;
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) if (word.length >= 4) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function lengthOf(counts: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const count of counts.values()) squares += count * count;
  return Math.sqrt(squares);
}

/** Scripts without spaces are counted by the character. */
const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu;

function countWords(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(WORDS)) count++;
  return count;
}
