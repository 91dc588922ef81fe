/**
 * Word lists as they are written, and how they are looked for.
 *
 * A list holds phrases by language, with commas between them; those under `any` (names) are looked for in every item, those
 * under `onlyEn` in English ones alone: they are words of other languages as well (Italian “sue”, French “court”, German “still”).
 * In a phrase
 * - lower case stands for any case and accents do not matter; a phrase with a capital letter is looked for as it is written;
 * - `*` at an end of a word stands for further letters: `train*`, `*musik`;
 * - `#` stands for a number in digits: `# percent`;
 * - `..` between words stands for up to six words: `no .. royalties`;
 * - a space stands for any space, hyphen, apostrophe or quotation mark.
 * Phrases end where words end. In scripts without spaces they may stand anywhere.
 */
export const NEWS_LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'ja'] as const;
export type NewsLanguage = (typeof NEWS_LANGUAGES)[number];
export type PhraseList = Readonly<Partial<Record<NewsLanguage | 'any' | 'onlyEn', string>>>;

/** A text made ready to be searched. */
export interface SearchableText {
  text: string;
  folded: string;
  /** Whose words are looked for besides `any`. */
  languages: readonly (NewsLanguage | 'onlyEn')[];
}

/** Characters searched. Titles and teasers are shorter; whatever comes behind is not read. */
const MAX_SEARCHED_CHARACTERS = 2500;

/**
 * @param language BCP 47. English is read along with every language, for headlines borrow from it; where the language is
 *   not one with word lists, all of them are read.
 */
export function toSearchableText(text: string, language: string): SearchableText {
  const capped = text.slice(0, MAX_SEARCHED_CHARACTERS).normalize('NFC');
  const known = NEWS_LANGUAGES.find((one) => one === language.slice(0, 2).toLowerCase());
  const languages: SearchableText['languages'] =
    known === undefined ? [...NEWS_LANGUAGES, 'onlyEn'] : known === 'en' ? ['en', 'onlyEn'] : ['en', known];
  return { text: capped, folded: foldForSearch(capped), languages };
}

/** The marks that make another sound of a kana, as in デ and テ: letters, not accents. */
const ACCENTS = /[^\P{M}\u3099\u309a]+/gu;

/** Lower case, without accents, plain quotation marks. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(/[‘’‚‛`´]/g, "'")
    .toLowerCase()
    .replace(/ß/g, 'ss');
}

/** The words of a list that stand in a text, as they stand there, each once, in the order of the text. */
export function findPhrases(list: PhraseList, { text, folded, languages }: SearchableText): string[] {
  const found = new Map<string, number>();
  for (const language of ['any', ...languages] as const) {
    const { caseSensitive: exact, caseInsensitive: loose } = compiledPatterns(list, language);
    for (const [pattern, searched] of [
      [exact, text],
      [loose, folded],
    ] as const) {
      if (pattern === undefined) continue;
      for (const match of searched.matchAll(pattern)) if (!found.has(match[0])) found.set(match[0], match.index);
    }
  }
  return [...found].sort(([, a], [, b]) => a - b).map(([words]) => words);
}

// ---- from phrases to patterns -------------------------------------------------------------------

interface Patterns {
  /** For phrases with a capital letter. */
  caseSensitive?: RegExp;
  caseInsensitive?: RegExp;
}

const patternCache = new WeakMap<PhraseList, Map<string, Patterns>>();

function compiledPatterns(list: PhraseList, language: keyof PhraseList): Patterns {
  const ofList = patternCache.get(list) ?? new Map<string, Patterns>();
  patternCache.set(list, ofList);
  let patterns = ofList.get(language);
  if (patterns === undefined) {
    const phrases = (list[language] ?? '')
      .split(',')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '');
    const isExact = (phrase: string) => phrase !== phrase.toLowerCase();
    patterns = {
      caseSensitive: compilePhrases(phrases.filter(isExact)),
      caseInsensitive: compilePhrases(phrases.filter((phrase) => !isExact(phrase)).map(foldForSearch)),
    };
    ofList.set(language, patterns);
  }
  return patterns;
}

/** Latin, Greek and Cyrillic letters and digits. Written as ranges: Unicode classes make patterns slow to build. */
const LETTERS = 'a-zA-Z0-9\\u00c0-\\u024f\\u0370-\\u052f';
const NUMBER = '\\d{1,3}(?:[.,\\u00a0\\u202f ]?\\d{3}){0,4}(?:[.,]\\d{1,2})?';
/** Between two words of a phrase. */
const WORD_GAP = `[^${LETTERS}]{1,3}`;
const UP_TO_SIX_WORDS = `${WORD_GAP}(?:[${LETTERS}'’.]+${WORD_GAP}){0,6}`;
const UNSPACED_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function compilePhrases(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  // The longest first: what is found is what a reader is shown.
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const anywhere = longestFirst.filter((phrase) => UNSPACED_SCRIPT.test(phrase)).map(unspacedPhraseSource);
  const words = longestFirst.filter((phrase) => !UNSPACED_SCRIPT.test(phrase)).map(spacedPhraseSource);
  const atWords = words.length > 0 ? [`(?<![${LETTERS}])(?:${words.join('|')})(?![${LETTERS}])`] : [];
  return new RegExp([...anywhere, ...atWords].join('|'), 'g');
}

/** In scripts without spaces, `..` stands for up to 15 characters of the same sentence. */
function unspacedPhraseSource(phrase: string): string {
  return phrase
    .split('..')
    .map((part) => escapeRegExp(part).replaceAll('#', NUMBER))
    .join('[^。]{0,15}');
}

function spacedPhraseSource(phrase: string): string {
  return phrase
    .split(' .. ')
    .map((part) => part.split(/[ '-]/).map(tokenSource).join(WORD_GAP))
    .join(UP_TO_SIX_WORDS);
}

const tokenSource = (word: string): string =>
  escapeRegExp(word).replaceAll('\\*', `[${LETTERS}]*`).replaceAll('#', NUMBER);

/** Words as a part of a pattern that matches them and nothing else. */
export const escapeRegExp = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
