/** Which concepts an item speaks of, by the words of their lists: what traits are made of. */
import type { NewsItem } from '../../domain/news.ts';
import { findPhrases, type SearchText, searchText, type WordList } from './phrase-search.ts';
import { plainNews } from './plain-text.ts';
import * as acts from './words/actions.ts';
import * as ai from './words/ai.ts';
import * as aside from './words/qualifiers.ts';
import * as music from './words/music.ts';
import * as talk from './words/coverage.ts';
import * as topics from './words/topics.ts';

const LISTS = {
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
} as const satisfies Record<string, WordList>;
export type SignalName = keyof typeof LISTS;
export const SIGNAL_NAMES = Object.keys(LISTS) as SignalName[];

export interface Signals {
  /** Title and summary. */
  search: SearchText;
  title: SearchText;
  /** The words of a list that stand in the item. */
  words(name: SignalName): string[];
  /** Those that stand in its title. */
  titleWords(name: SignalName): string[];
  has(...names: SignalName[]): boolean;
  titleHas(...names: SignalName[]): boolean;
}

export function signalsOf(item: NewsItem): Signals {
  const plainTitle = plainNews(item.title);
  const title = searchText(plainTitle, item.language);
  const search = searchText(`${plainTitle}. ${plainNews(item.summary)}`, item.language);
  const found = new Map<string, string[]>();
  const wordsIn = (where: SearchText, name: SignalName): string[] => {
    const key = `${where === title} ${name}`;
    const words = found.get(key) ?? findPhrases(LISTS[name], where);
    found.set(key, words);
    return words;
  };
  // What stands in the title stands in the whole: most lists are looked for once.
  const titleWords = (name: SignalName) => (wordsIn(search, name).length === 0 ? [] : wordsIn(title, name));
  return {
    search,
    title,
    words: (name) => wordsIn(search, name),
    titleWords,
    has: (...names) => names.every((name) => wordsIn(search, name).length > 0),
    titleHas: (...names) => names.every((name) => titleWords(name).length > 0),
  };
}
