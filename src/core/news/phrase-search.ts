/**
 * Finds the phrases of a list in a text.
 *
 * A list holds comma-separated phrases by language. Those under `any` (names) are searched in every item, those under `onlyEn` in
 * English ones alone: they are words of other languages, too (Italian “sue”, French “court”, German “still”). In a phrase
 * - lower case matches any case and ignores accents; a phrase with a capital letter must match exactly;
 * - `*` at the start or end of a word stands for further letters: `train*`, `*musik`;
 * - `#` stands for a number in digits: `# percent`;
 * - `..` between words stands for up to six words: `no .. royalties`;
 * - a space stands for any space, hyphen, apostrophe or quotation mark.
 * Phrases match whole words, except in scripts without spaces.
 */
export const NEWS_LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'ja'] as const;
type NewsLanguage = (typeof NEWS_LANGUAGES)[number];
export type PhraseList = Readonly<Partial<Record<NewsLanguage | 'any' | 'onlyEn', string>>>;

/** A text prepared for searching. */
export interface SearchableText {
  text: string;
  folded: string;
  /** Languages searched besides `any`. */
  languages: readonly (NewsLanguage | 'onlyEn')[];
}

/** Titles and teasers are shorter; the rest is not read. */
const MAX_SEARCHED_CHARS = 2500;

/**
 * @param language BCP 47. English is always searched as well, for headlines borrow from it; for a language without lists, every list is.
 */
export function toSearchableText(text: string, language: string): SearchableText {
  const capped = text.slice(0, MAX_SEARCHED_CHARS).normalize('NFC');
  const known = NEWS_LANGUAGES.find((code) => code === language.slice(0, 2).toLowerCase());
  const languages: SearchableText['languages'] =
    known === undefined ? [...NEWS_LANGUAGES, 'onlyEn'] : known === 'en' ? ['en', 'onlyEn'] : ['en', known];
  return { text: capped, folded: foldForSearch(capped), languages };
}

/** Without the voicing marks of kana, as in デ and テ: they make another letter. */
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

/** @returns the distinct matches as they are written in the text, in its order. */
export type FindPhrases = (text: SearchableText) => string[];

/** The patterns of a language are compiled when a text first needs them. */
export function createPhraseFinder(list: PhraseList): FindPhrases {
  const patternsByLanguage = new Map<string, Patterns>();
  const patternsOf = (language: keyof PhraseList): Patterns => {
    const patterns = patternsByLanguage.get(language) ?? compilePatterns(list[language] ?? '');
    patternsByLanguage.set(language, patterns);
    return patterns;
  };
  return ({ text, folded, languages }) => {
    const found = new Map<string, number>();
    for (const language of ['any', ...languages] as const) {
      const { caseSensitive, caseInsensitive } = patternsOf(language);
      for (const [pattern, searched] of [
        [caseSensitive, text],
        [caseInsensitive, folded],
      ] as const) {
        if (pattern === undefined) continue;
        for (const match of searched.matchAll(pattern)) if (!found.has(match[0])) found.set(match[0], match.index);
      }
    }
    return [...found].sort(([, a], [, b]) => a - b).map(([phrase]) => phrase);
  };
}

interface Patterns {
  /** For phrases with a capital letter. */
  caseSensitive?: RegExp;
  caseInsensitive?: RegExp;
}

function compilePatterns(phrases: string): Patterns {
  const { exact = [], loose = [] } = Object.groupBy(splitPhrases(phrases), (phrase) =>
    phrase === phrase.toLowerCase() ? 'loose' : 'exact',
  );
  return { caseSensitive: compilePhrases(exact), caseInsensitive: compilePhrases(loose.map(foldForSearch)) };
}

export const splitPhrases = (phrases: string): string[] =>
  phrases
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/** Latin, Greek and Cyrillic letters and digits. Ranges, because Unicode classes are slow to compile. */
const LETTERS = 'a-zA-Z0-9\\u00c0-\\u024f\\u0370-\\u052f';
const NUMBER = '\\d{1,3}(?:[.,\\u00a0\\u202f ]?\\d{3}){0,4}(?:[.,]\\d{1,2})?';
const WORD_GAP = `[^${LETTERS}]{1,3}`;
const UP_TO_SIX_WORDS = `${WORD_GAP}(?:[${LETTERS}'’.]+${WORD_GAP}){0,6}`;
const UNSPACED_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function compilePhrases(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const unspaced = longestFirst.filter((phrase) => UNSPACED_SCRIPT.test(phrase)).map(unspacedPhraseSource);
  const spaced = longestFirst.filter((phrase) => !UNSPACED_SCRIPT.test(phrase)).map(spacedPhraseSource);
  const wholeWords = spaced.length > 0 ? [`(?<![${LETTERS}])(?:${spaced.join('|')})(?![${LETTERS}])`] : [];
  return new RegExp([...unspaced, ...wholeWords].join('|'), 'g');
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

/** A pattern that matches exactly these words. */
export const escapeRegExp = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
