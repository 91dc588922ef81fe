/**
 * Recognizes texts that are not a document at all: walls, dialogs, errors. It would rather let a strange text pass than reject a
 * real document, so each rule also says how short the whole text must be: a document's own words about cookies, errors or logging
 * in do not count.
 */
import type { Unreadable, UnreadableReason } from '../../../domain/document.ts';
import { splitMarkdownBlocks } from '../../text/markdown-blocks.ts';
import { plainText } from '../../text/normalise-text.ts';
import { segmentWords } from '../../text/segment-words.ts';

/** No rule applies to longer Markdown: walls, dialogs and errors are short. */
const MAX_SUSPECT_CHARS = 20_000;
/** A text of one line without a full stop and with fewer words is a title; the longest seen in the wild had 12. */
const MIN_BODY_WORDS = 15;

interface UnreadableRule {
  reason: UnreadableReason;
  /** The rule applies to texts of fewer words. */
  belowWords: number;
  /** The text on one line in lower case, or the page's source. */
  searchIn: 'text' | 'html';
  pattern: RegExp;
}

/** The first match wins, so the best explanations come first. */
const UNREADABLE_RULES: readonly UnreadableRule[] = [
  {
    reason: 'challenge',
    belowWords: 250,
    searchIn: 'text',
    pattern:
      /verify(?:ing)? (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot)|are you (?:a )?(?:human|robot)\b|i(?:'|’)m not a robot|checking (?:if the site connection is secure|your browser)|complete the (?:captcha|security check)|unusual (?:traffic|activity) from your|incapsula incident|ddos protection by|(?:performance|security) (?:&|and) (?:performance|security) by cloudflare|cloudflare ray id|pardon our interruption|you have been blocked|enable javascript and cookies to continue|press (?:&|and) hold to confirm|(?:can(?:'|’)t|cannot) tell if you(?:'|’)re a (?:human|bot)|v[ée]rifi(?:er|ez) que vous êtes (?:un )?humain|bestätigen sie, dass sie ein mensch sind|verifi(?:ca|que) que (?:eres|es|usted es) (?:un )?(?:ser )?humano/,
  },
  {
    reason: 'challenge',
    belowWords: 40,
    searchIn: 'html',
    pattern:
      /_cf_chl_opt|cf-chl-|_Incapsula_Resource|captcha-delivery\.com|px-captcha|awsWafCookieDomainList|<title>\s*(?:just a moment|attention required|access denied|pardon our interruption)/i,
  },
  {
    reason: 'error-page',
    belowWords: 300,
    searchIn: 'text',
    pattern:
      /^.{0,160}?(?:\b(?:401|403|404|410|429|500|502|503|504)[ :|–—-]{1,3}(?:page |file )?(?:not found|error|gone|forbidden|unauthori[sz]ed|too many requests|(?:service )?(?:temporarily )?unavailable|bad gateway|gateway time-?out)|\b(?:error|http) (?:401|403|404|410|429|500|502|503|504)\b|\b(?:page|file) (?:you (?:requested|wanted) |you (?:are|were) looking for |you(?:'|’)re looking for )?(?:not|was not|wasn(?:'|’)t|is not|could not be|couldn(?:'|’)t be|cannot be|can(?:'|’)t be) found\b|this page (?:doesn(?:'|’)t exist|does not exist|isn(?:'|’)t available|is no longer available)|we (?:can(?:'|’)t|couldn(?:'|’)t|could not) find (?:the|that|this) page|page introuvable|seite (?:wurde )?nicht gefunden|página no encontrada|pagina non trovata|página não encontrada|pagina niet gevonden|internal server error|bad gateway|service (?:temporarily )?unavailable|access denied|you (?:don(?:'|’)t|do not) have permission to access|something went wrong|an? (?:unexpected )?error (?:has )?occurred|application error: a)/,
  },
  {
    reason: 'error-page',
    belowWords: 80,
    searchIn: 'text',
    pattern:
      /\b(?:not|isn(?:'|’)t|unavailable) (?:currently |yet )?(?:available |accessible )?in your (?:country|region|location)\b/,
  },
  {
    reason: 'error-page',
    belowWords: 300,
    searchIn: 'text',
    pattern:
      /\b(?:typeerror|referenceerror|syntaxerror|rangeerror|nullpointerexception)\b|traceback \(most recent call last\)|uncaught (?:exception|error)|fatal error:|\bat [\w.$<>]{1,80} \(?(?:https?:|webpack|file:|node:)|stack trace:/,
  },
  {
    reason: 'log-in',
    belowWords: 150,
    searchIn: 'text',
    pattern:
      /forgot(?:ten)? (?:your )?password|(?:log|sign) ?in to (?:continue|your account|view|see|read)|you must (?:be logged in|log in|sign in) to (?:continue|view|see|read|access)|mot de passe oublié|passwort vergessen|¿?(?:has )?olvidado? (?:tu|su|la) contraseña|password dimenticata|esqueceu (?:a|sua) senha|wachtwoord vergeten/,
  },
  {
    reason: 'log-in',
    belowWords: 60, // short pages often say so in their header
    searchIn: 'text',
    pattern: /(?:log|sign) ?in or (?:create|sign up)|create (?:an |a free )?account or (?:log|sign) in/,
  },
  {
    reason: 'cookie-dialog',
    belowWords: 300,
    searchIn: 'text',
    // A short policy speaks of accepting cookies as well, but it has no buttons for all of them.
    pattern:
      /\b(?:accept|allow|reject|decline)(?: all| only)(?: essential| optional| necessary)? cookies\b|\bcookies?\b.{0,600}?\b(?:accept all|allow all|reject all)\b|(?:tout accepter|accepter tous les cookies)|alle cookies (?:akzeptieren|zulassen|ablehnen)|(?:aceptar|rechazar) todas(?: las)? cookies|(?:accetta|rifiuta) tutti(?: i)? cookie|(?:aceitar|recusar) todos(?: os)? cookies|alle cookies (?:accepteren|weigeren|toestaan)/,
  },
  {
    reason: 'cookie-dialog',
    belowWords: 100,
    searchIn: 'text',
    pattern:
      /\b(?:accept|allow|reject|decline)(?: the use of)?(?: essential| optional| necessary)? cookies\b|\bcookies?\b.{0,600}?\bmanage (?:preferences|cookies|choices)\b|accepter les cookies|refuser les cookies|cookies? (?:akzeptieren|zulassen|ablehnen)|(?:aceptar|rechazar)(?: las)? cookies|(?:accetta|rifiuta)(?: i)? cookie|(?:aceitar|recusar)(?: os)? cookies|cookies (?:accepteren|weigeren|toestaan)/,
  },
  {
    reason: 'cookie-dialog',
    belowWords: 40,
    searchIn: 'text',
    pattern: /\b(?:this (?:web)?site|we) uses? cookies (?:to|so)\b.{0,200}?\b(?:learn more|got it|i agree|ok(?:ay)?)\b/,
  },
  {
    reason: 'loading',
    belowWords: 20,
    searchIn: 'text',
    pattern:
      /^(?:loading|please wait|chargement|veuillez patienter|wird geladen|bitte warten|cargando|caricamento|carregando|een ogenblik)\b|\b(?:loading|please wait|chargement|wird geladen|cargando|caricamento|carregando|laden) ?(?:\.{2,}|…|$)/,
  },
  {
    reason: 'loading',
    belowWords: 80,
    searchIn: 'text',
    pattern:
      /\b(?:enable|activate|requires?|turn on|without|need) javascript\b|javascript (?:is |to be |must be )?(?:disabled|required|enabled|turned off)|activer javascript|javascript (?:aktivieren|einschalten)|(?:activar?|habilitar?) javascript|(?:attivare|abilitare) javascript|(?:ativar|habilitar) (?:o )?javascript|javascript inschakelen/,
  },
];

/**
 * Why a text is evidently not a document, or undefined.
 * @param html the page it came from, if any; some walls only show in their source.
 */
export function detectUnreadable(markdown: string, html = ''): Unreadable | undefined {
  if (markdown.length > MAX_SUSPECT_CHARS) return undefined;
  const text = plainText(markdown).toLowerCase();
  const words = segmentWords(text).length;
  for (const rule of UNREADABLE_RULES) {
    if (words >= rule.belowWords) continue;
    const match = rule.pattern.exec(rule.searchIn === 'text' ? text : html.slice(0, MAX_HTML_SCANNED_CHARS));
    if (match) return { reason: rule.reason, detail: `${words} words, including "${match[0].slice(-80).trim()}"` };
  }
  if (words === 0) return { reason: 'empty', detail: 'no text' };
  if (words < MIN_BODY_WORDS && isTitleOnly(markdown)) {
    return { reason: 'empty', detail: `only a title: "${plainText(markdown).slice(0, 80)}"` };
  }
  return undefined;
}

/** Walls are small pages: what comes later in a large one proves nothing. */
const MAX_HTML_SCANNED_CHARS = 100_000;

function isTitleOnly(markdown: string): boolean {
  const blocks = splitMarkdownBlocks(markdown);
  if (blocks.every((block) => block.startsWith('#'))) return true;
  return blocks.length === 1 && !/[.!?。]/.test(plainText(markdown));
}
