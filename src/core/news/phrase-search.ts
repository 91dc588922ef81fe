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
export type WordList = Readonly<Partial<Record<NewsLanguage | 'any' | 'onlyEn', string>>>;

/** A text made ready to be searched. */
export interface SearchText {
  text: string;
  folded: string;
  /** Whose words are looked for besides `any`. */
  languages: readonly (NewsLanguage | 'onlyEn')[];
}

/** Characters searched. Titles and teasers are shorter; whatever comes behind is not read. */
const LONGEST_SEARCHED = 2500;

/**
 * @param language BCP 47. English is read along with every language, for headlines borrow from it; where the language is
 *   not one with word lists, all of them are read.
 */
export function searchText(text: string, language: string): SearchText {
  const capped = text.slice(0, LONGEST_SEARCHED).normalize('NFC');
  const known = NEWS_LANGUAGES.find((one) => one === language.slice(0, 2).toLowerCase());
  const languages: SearchText['languages'] =
    known === undefined ? [...NEWS_LANGUAGES, 'onlyEn'] : known === 'en' ? ['en', 'onlyEn'] : ['en', known];
  return { text: capped, folded: fold(capped), languages };
}

/** The marks that make another sound of a kana, as in デ and テ: letters, not accents. */
const ACCENTS = /[^\P{M}\u3099\u309a]+/gu;

/** Lower case, without accents, plain quotation marks. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(/[‘’‚‛`´]/g, "'")
    .toLowerCase()
    .replace(/ß/g, 'ss');
}

/** The words of a list that stand in a text, as they stand there, each once, in the order of the text. */
export function findPhrases(list: WordList, { text, folded, languages }: SearchText): string[] {
  const found = new Map<string, number>();
  for (const language of ['any', ...languages] as const) {
    const { exact, loose } = patternsOf(list, language);
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
  exact?: RegExp;
  loose?: RegExp;
}

const compiled = new WeakMap<WordList, Map<string, Patterns>>();

function patternsOf(list: WordList, language: keyof WordList): Patterns {
  const ofList = compiled.get(list) ?? new Map<string, Patterns>();
  compiled.set(list, ofList);
  let patterns = ofList.get(language);
  if (patterns === undefined) {
    const phrases = (list[language] ?? '')
      .split(',')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '');
    const isExact = (phrase: string) => phrase !== phrase.toLowerCase();
    patterns = {
      exact: patternOf(phrases.filter(isExact)),
      loose: patternOf(phrases.filter((phrase) => !isExact(phrase)).map(fold)),
    };
    ofList.set(language, patterns);
  }
  return patterns;
}

/** Latin, Greek and Cyrillic letters and digits. Written as ranges: Unicode classes make patterns slow to build. */
const LETTERS = 'a-zA-Z0-9\\u00c0-\\u024f\\u0370-\\u052f';
const NUMBER = '\\d{1,3}(?:[.,\\u00a0\\u202f ]?\\d{3}){0,4}(?:[.,]\\d{1,2})?';
/** Between two words of a phrase. */
const BETWEEN = `[^${LETTERS}]{1,3}`;
const SOME_WORDS = `${BETWEEN}(?:[${LETTERS}'’.]+${BETWEEN}){0,6}`;
const WITHOUT_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function patternOf(phrases: readonly string[]): RegExp | undefined {
  if (phrases.length === 0) return undefined;
  // The longest first: what is found is what a reader is shown.
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const anywhere = longestFirst.filter((phrase) => WITHOUT_SPACES.test(phrase)).map(anywhereSource);
  const words = longestFirst.filter((phrase) => !WITHOUT_SPACES.test(phrase)).map(wordsSource);
  const atWords = words.length > 0 ? [`(?<![${LETTERS}])(?:${words.join('|')})(?![${LETTERS}])`] : [];
  return new RegExp([...anywhere, ...atWords].join('|'), 'g');
}

/** In scripts without spaces, `..` stands for up to 15 characters of the same sentence. */
function anywhereSource(phrase: string): string {
  return phrase
    .split('..')
    .map((part) => escaped(part).replaceAll('#', NUMBER))
    .join('[^。]{0,15}');
}

function wordsSource(phrase: string): string {
  return phrase
    .split(' .. ')
    .map((part) => part.split(/[ '-]/).map(wordSource).join(BETWEEN))
    .join(SOME_WORDS);
}

const wordSource = (word: string): string => escaped(word).replaceAll('\\*', `[${LETTERS}]*`).replaceAll('#', NUMBER);

/** Words as a part of a pattern that matches them and nothing else. */
export const escaped = (words: string): string => words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
