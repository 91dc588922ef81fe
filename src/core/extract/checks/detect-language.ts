/** Detects the language of a text by its stop words. */

const DETECTABLE_LANGUAGES = ['en', 'fr', 'de', 'es', 'it', 'pt', 'nl'] as const;
type DetectedLanguage = (typeof DETECTABLE_LANGUAGES)[number];

/** Words that every text of some length has and few of the other languages have. */
const STOP_WORDS: Readonly<Record<DetectedLanguage, string>> = {
  en: 'the of and to you or your that this with for not are any our may by will as from which their we have be',
  fr: 'le les des du et vous nous votre vos est pour dans que qui une sur par ou avec aux ne pas ces cette sont',
  de: 'der das und sie wir oder ist nicht mit von für auf den dem des ihre ihnen werden wird durch zu bei im sich nach',
  es: 'el los las y usted que en por con para una su sus nuestro del se al como o este esta cualquier puede más nosotros',
  it: 'il gli di che e per con non una del della dei delle alla nel sono tuo tuoi si da i nostro essere questo o',
  pt: 'o os e que você em para com não uma do da dos das no na seu seus sua por ao ou nosso é são como se',
  nl: 'het een en van de je jouw wij we ons onze of niet met voor dat die deze aan zijn kan worden door op bij te',
};
const LANGUAGES_BY_STOP_WORD = new Map<string, DetectedLanguage[]>();
for (const language of DETECTABLE_LANGUAGES) {
  for (const word of STOP_WORDS[language].split(' ')) {
    LANGUAGES_BY_STOP_WORD.set(word, [...(LANGUAGES_BY_STOP_WORD.get(word) ?? []), language]);
  }
}

/** Fewer words may be all names and headings. */
const MIN_WORDS = 40;
/** Enough to be sure. */
const MAX_WORDS_SCANNED = 4000;
/** In running text a quarter to a half of all words are stop words. */
const MIN_STOP_WORD_SHARE = 0.12;
/** How clearly a language must lead: related ones share words. */
const MIN_LEAD_RATIO = 1.4;

/** @param words in lower case. Undefined where the text is short, mixed, or in a language not listed. */
export function detectLanguage(words: readonly string[]): DetectedLanguage | undefined {
  if (words.length < MIN_WORDS) return undefined;
  const scanned = words.slice(0, MAX_WORDS_SCANNED);
  const hits = new Map<DetectedLanguage, number>();
  for (const word of scanned) {
    for (const language of LANGUAGES_BY_STOP_WORD.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  const [first, second] = [...hits].sort(([, a], [, b]) => b - a);
  if (first === undefined || first[1] < scanned.length * MIN_STOP_WORD_SHARE) return undefined;
  return first[1] >= (second?.[1] ?? 0) * MIN_LEAD_RATIO ? first[0] : undefined;
}
