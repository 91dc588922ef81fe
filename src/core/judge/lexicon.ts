/**
 * The words by which a clause is read, as data per language. A concept is a list of alternatives in regular-expression syntax,
 * matched at word boundaries, ignoring case, in text without markup. Gaps inside an alternative must be bounded, so that
 * reading stays linear. To add a language: a file in lexicon/, its line below, rows in test/core/judge/languages.test.ts.
 */
import type { Language } from '../extract/language.ts';
import { NOT_ASCII } from '../normalise.ts';
import { de } from './lexicon/de.ts';
import { en } from './lexicon/en.ts';
import { es } from './lexicon/es.ts';
import { FALSE_FRIENDS } from './lexicon/false-friends.ts';
import { fr } from './lexicon/fr.ts';
import { it } from './lexicon/it.ts';
import { pt } from './lexicon/pt.ts';

export const CONCEPTS = {
  // What it is about.
  ai: 'by what a clause is known to speak of AI: its names and techniques, what it alone makes, what is said of its outputs',
  train: 'training a model, or feeding one',
  trainModel: 'training words that need no AI word beside them: "train our models"',
  develop: 'developing or improving',
  improve: 'making something better',
  model: 'models, algorithms, technologies that can be trained or developed',
  youTrain: 'users who train models of their own',
  aiModel: 'models and systems of AI, which can be built',
  mining: 'text and data mining',
  scrape: 'scraping, crawling, harvesting',
  aiMade: 'content made or altered with AI',
  harm: 'abuse that is banned however it is made',
  ownLikeness: 'the reader’s own voice or face',
  use: 'using, analysing',
  likeness: 'a person’s voice, face or identity, and imitating it',
  imitate: 'imitating somebody',
  fake: 'words that name a synthetic imitation by themselves: deepfake, voice clone',
  deceives: 'deceiving or humiliating somebody',
  inputOutput: 'prompts, inputs and outputs of AI features',
  aiTool: 'AI features, tools and assistants on offer',
  ownTool: 'the same, said to be the platform’s',
  decide: 'moderation, detection, recommendation, advertising, profiling',
  pay: 'royalties, payment, monetisation',
  noPay: 'no money',
  // Who.
  we: 'the platform',
  others: 'third parties, partners, affiliates',
  providers: 'those whose services the platform uses',
  // Whose.
  yours: 'what belongs to the reader: your content, your data',
  entrusted: 'data of customers, which others do not see',
  anyOfYours: 'whatever is said to be the reader’s',
  publicSources: 'data from public sources',
  uploads: 'what creators upload',
  publish: 'uploading, submitting, publishing',
  personal: 'data about people and their use',
  prompts: 'what is typed into AI features, and messages',
  // How.
  licence: 'granting rights',
  own: 'owning',
  youOwn: 'the reader owns',
  weOwn: 'the platform owns, or the reader does not',
  not: 'negation',
  affirms: 'somebody does something after all: what follows is not denied any more',
  notUsed: 'refusing to use something, for the purposes that follow',
  notBeUsed: 'something is not to be used, nobody says by whom',
  userMayNot: 'users are forbidden something',
  forbidden: 'something is not allowed',
  unwanted: 'something is taken down, turned away or kept small',
  allowed: 'something is allowed',
  discouraged: 'something is unwelcome, though not forbidden',
  label: 'labelling and disclosing',
  consent: 'consent and permission',
  unlessConsent: 'not without consent',
  ourConsent: 'consent of the platform, not of the reader',
  onlyConsent: 'only with consent',
  optOut: 'opting out, objecting',
  unwilling: 'not wanting something',
  noSay: 'nobody may object, nobody is asked',
  otherObjection: 'what else people opt out of: advertising, e-mails, arbitration',
  optIn: 'opting in, choosing',
  anonymous: 'no longer about a person',
  ownModels: 'models that only run the service',
  limit: 'a purpose that narrows training',
  reserve: 'reserving rights',
  means: 'with the help of',
  subordinate: 'words that open a subordinate clause: if, which, where',
  earlier: 'what was given before the terms allowed it',
  notPublic: 'what was not published, taken as well',
  forNow: 'a promise that says it may end: at this time, no intention to',
  generativeOnly: 'AI that makes things, not AI in general',
  exempts: 'words that except somebody or something',
  turn: 'words between two halves of a sentence that say opposite things',
  contrast: 'words that turn a sentence round',
  weForbid: 'the platform does not let others',
  paused: 'plans that wait',
  must: 'duties',
  needNot: 'no duty',
  mustTell: 'a duty to tell',
  aiUse: 'somebody uses AI in making something',
  onlyPermission: 'it is allowed, within bounds',
  deemedConsent: 'whoever uses the service is taken to agree',
  siteContent: 'what the platform itself publishes',
  othersMay: 'users, visitors or others are allowed something',
  aiActor: 'tools and companies of AI that come to take',
  serviceModel: 'models that run the service: advertising, safety',
  alreadyTrained: 'models that come trained',
  goesOn: 'a sentence that goes on with the one before it',
  defines: 'what a term means',
  example: 'named as an example',
  disclaimer: 'no warranty for what AI says',
  // What the default goes by.
  binds: 'what somebody may, must, confirms or agrees to',
  works: 'those who make things, and what they make or give',
  serves: 'a feature doing what it is for: sending, answering, storing for a while',
  offers: 'advertising a feature, or pointing to where one reads about it',
  access: 'ages, plans, prices, limits, tests: who may use a feature',
  misuse: 'abuse of a tool: crimes, harm, advice for which one needs a licence',
  // Sentences that go on with the one before them.
  limitsBefore: 'a sentence that takes somebody or something out of what the one before it says',
  refersBack: 'words for what the sentence before it speaks of, where something is given for it',
  // What an edit is looked at by.
  condition: 'words that bind what is said to a condition, an exception or a time: if, unless, except, only, until',
  aiWord: 'single words that name AI, or the making of it',
} as const;
export type Concept = keyof typeof CONCEPTS;
/** What a language has no words of its own for is looked for in English ones. */
export type Lexicon = Readonly<Partial<Record<Concept, readonly string[]>>>;

const LEXICONS: Readonly<Partial<Record<Language, Lexicon>>> = { en, fr, de, es, it, pt };
/** English terms stand in documents of every language. */
const FALLBACK = en;

export type Patterns = Readonly<Record<Concept, RegExp>>;

const twins = new WeakMap<RegExp, RegExp>();

/** The pattern that finds in a text what `pattern` finds, in the shortest time; it starts from the text's beginning. */
export function quickest(pattern: RegExp, text: string): RegExp {
  const quick = NOT_ASCII.test(text) ? pattern : asciiTwin(pattern);
  quick.lastIndex = 0;
  return quick;
}

/** Whether the pattern finds anything in a text. */
export function occurs(text: string, pattern: RegExp): boolean {
  return quickest(pattern, text).test(text);
}

const TYPOGRAPHY: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"', '–': '-', '—': '-' };

/** The text with typewriter's quotes and dashes, at the same places. Patterns know both; with them most texts are ASCII alone. */
export function plainTypography(text: string): string {
  return text.replace(/[‘’“”–—]/g, (mark) => TYPOGRAPHY[mark] ?? mark);
}

/** Finds in a text of ASCII alone what `pattern` finds, several times as fast. */
function asciiTwin(pattern: RegExp): RegExp {
  const known = twins.get(pattern);
  if (known !== undefined) return known;
  const twin = new RegExp(pattern.source.replaceAll('\\p{L}\\p{N}', 'a-z\\d'), 'gi');
  twins.set(pattern, twin);
  return twin;
}

const compiled = new Map<Language | undefined, Patterns>();

/** The patterns for a document's language; English where it is not known. */
export function patternsFor(language: Language | undefined): Patterns {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const own = (language && LEXICONS[language]) ?? FALLBACK;
  const entries = Object.keys(CONCEPTS).map((name) => {
    const concept = name as Concept;
    if (own === FALLBACK) return [concept, patternOf(FALLBACK[concept])];
    const friends = language && FALSE_FRIENDS[language];
    const english = FALLBACK[concept].join('|');
    return [
      concept,
      patternOf([...(own[concept] ?? []), friends ? `(?!(?:${friends})(?!\\w))(?:${english})` : english]),
    ];
  });
  const patterns: Patterns = Object.fromEntries(entries);
  compiled.set(language, patterns);
  return patterns;
}

/**
 * Matches at word boundaries of any alphabet; `\w` stands for the letters of all of them. It leaves out the underscore, which is a
 * boundary: a word that could start inside another one would be read again from every place in it.
 */
function patternOf(alternatives: readonly string[]): RegExp {
  const source = alternatives.join('|').replaceAll('\\w', '[\\p{L}\\p{N}]');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');
}
