/** Which concepts an item speaks of, by the words of their lists: what traits are made of. */
import type { NewsItem } from '../../domain/news.ts';
import { findPhrases, type PhraseList, type SearchableText, toSearchableText } from './phrase-search.ts';
import { toPlainText } from './plain-text.ts';
import * as acts from './words/actions.ts';
import * as ai from './words/ai.ts';
import * as talk from './words/coverage.ts';
import * as music from './words/music.ts';
import * as aside from './words/qualifiers.ts';
import * as topics from './words/topics.ts';

const TERMS_BY_CONCEPT = {
  ai: ai.AI,
  machine: ai.MACHINE,
  notAi: ai.NOT_AI,
  aiCompany: ai.AI_COMPANIES,
  musicAi: ai.MUSIC_AI,
  musicTracer: ai.MUSIC_TRACERS,
  machineAct: ai.MACHINE_ACTS,
  music: music.MUSIC,
  hardlyMusic: music.HARDLY_MUSIC,
  rightsBody: music.RIGHTS_BODIES,
  service: music.SERVICES,
  major: music.MAJORS,
  otherTrade: music.OTHER_TRADES,
  training: topics.TRAINING,
  thirdParty: topics.THIRD_PARTY,
  scraping: topics.SCRAPING,
  aiContent: topics.AI_CONTENT,
  likeness: topics.LIKENESS,
  pay: topics.PAY,
  features: topics.FEATURES,
  terms: acts.TERMS,
  changed: acts.CHANGED,
  discovered: acts.DISCOVERED,
  banned: acts.BANNED,
  unpaid: acts.UNPAID,
  marked: acts.MARKED,
  demanded: acts.DEMANDED,
  choice: acts.CHOICE,
  statement: acts.STATEMENT,
  denied: acts.DENIED,
  promised: acts.PROMISED,
  deal: acts.DEAL,
  settled: acts.SETTLED,
  lawsuit: acts.LAWSUIT,
  filed: acts.FILED,
  ruling: acts.RULING,
  procedure: acts.PROCEDURE,
  opinion: talk.OPINION,
  musing: talk.MUSING,
  statistics: talk.STATISTICS,
  amounts: talk.AMOUNTS,
  protest: talk.PROTEST,
  government: talk.GOVERNMENT,
  enacted: talk.ENACTED,
  proposed: talk.PROPOSED,
  funding: talk.FUNDING,
  business: talk.BUSINESS,
  anecdote: talk.ANECDOTE,
  crime: talk.CRIME,
  followUp: aside.FOLLOW_UP,
  amended: aside.AMENDED,
  earlier: aside.EARLIER,
  chart: aside.CHARTS,
  takedownAsked: aside.TAKEDOWN_ASKED,
  theft: aside.THEFT,
  accused: aside.ACCUSED,
  negotiates: aside.NEGOTIATES,
  limits: aside.LIMITS,
  leaked: aside.LEAKED,
  detection: aside.DETECTION,
  principles: aside.PRINCIPLES,
  takenOut: aside.TAKEN_OUT,
  proposes: aside.PROPOSES,
  refusedPlan: aside.REFUSED_PLAN,
  singleCase: aside.SINGLE_CASE,
} as const satisfies Record<string, PhraseList>;
export type ConceptName = keyof typeof TERMS_BY_CONCEPT;
export const CONCEPT_NAMES = Object.keys(TERMS_BY_CONCEPT) as ConceptName[];

export interface TermHits {
  /** Title and summary. */
  fullText: SearchableText;
  title: SearchableText;
  /** The words of a list that stand in the item. */
  hits(name: ConceptName): string[];
  /** Those that stand in its title. */
  titleHits(name: ConceptName): string[];
  has(...names: ConceptName[]): boolean;
  titleHas(...names: ConceptName[]): boolean;
}

export function findTermHits(item: NewsItem): TermHits {
  const plainTitle = toPlainText(item.title);
  const title = toSearchableText(plainTitle, item.language);
  const search = toSearchableText(`${plainTitle}. ${toPlainText(item.summary)}`, item.language);
  const found = new Map<string, string[]>();
  const wordsIn = (where: SearchableText, name: ConceptName): string[] => {
    const key = `${where === title} ${name}`;
    const words = found.get(key) ?? findPhrases(TERMS_BY_CONCEPT[name], where);
    found.set(key, words);
    return words;
  };
  // What stands in the title stands in the whole: most lists are looked for once.
  const titleWords = (name: ConceptName) => (wordsIn(search, name).length === 0 ? [] : wordsIn(title, name));
  return {
    fullText: search,
    title,
    hits: (name) => wordsIn(search, name),
    titleHits: titleWords,
    has: (...names) => names.every((name) => wordsIn(search, name).length > 0),
    titleHas: (...names) => names.every((name) => titleWords(name).length > 0),
  };
}
