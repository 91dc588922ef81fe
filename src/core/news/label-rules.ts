/** What an item comes to: the ordered rules that give it its label and kind. */
import type { EventKind, NewsReading, NewsTopic } from '../../domain.ts';
import {
  aboutRights,
  accusesOfTheft,
  answers,
  asks,
  asksForTakedown,
  binds,
  bindsUsers,
  carriesMusic,
  contracts,
  counts,
  hasPosition,
  isExposed,
  keepsOut,
  musicSide,
  named,
  onlyLooksBack,
  press,
  rulesCharts,
  said,
  speaks,
  speaksOfRights,
  suggests,
  takesPosition,
} from './conditions.ts';
import type { Facts } from './facts.ts';
import type { SignalName } from './signals.ts';

export interface LabelRule {
  /** What happened. It stands first in the reason. */
  act: string;
  label: NewsReading['label'];
  /** Absent where the act may be of several kinds: `kind-rules.ts` tells. */
  kind?: EventKind;
  when(facts: Facts): boolean;
  /** What such an act is about, said or not. */
  topics?: readonly NewsTopic[];
  /** Whose words a reader is shown as the cause. */
  shows: readonly SignalName[];
}

/**
 * The first rule that holds gives label and kind.
 * 1. Off topic.
 * 2. Those who watch, argue and invest: they use all the words of those who act, so they are told by the title. A law that is in
 *    force comes before them, for it is news even where the headline goes on to explain it.
 * 3. Courts, from the end of a case to its beginning.
 * 4. Platforms, the most binding act first; in between those who only complain of them.
 * 5. Governments.
 * 6. What is left is for the digest.
 */
export const LABEL_RULES: readonly LabelRule[] = [
  // 1. Off topic.
  { act: 'not about AI', label: 'ignore', when: (f) => !f.aboutAi, shows: [] },
  {
    act: 'AI without music',
    label: 'ignore',
    when: (f) => !f.aboutMusic && (!named(f) || (f.social && !aboutRights(f.has) && !f.has('terms'))),
    shows: ['ai'],
  },
  {
    act: "another trade's AI",
    label: 'ignore',
    when: (f) =>
      f.has('otherTrade') && !named(f) && !f.musicGenerator && !f.has('rightsBody') && f.words('music').length <= 1,
    shows: ['otherTrade'],
  },
  {
    act: "a platform's business",
    label: 'ignore',
    when: (f) =>
      f.has('business') &&
      !binds(f.titleHas) &&
      !f.musicGenerator &&
      !f.has('aiContent') &&
      !f.has('likeness') &&
      !f.has('training') &&
      !f.has('deal'),
    shows: ['business'],
  },

  // 2. Those who watch.
  {
    act: 'law',
    label: 'alert',
    kind: 'regulation',
    topics: ['regulation'],
    when: (f) =>
      f.titleHas('government', 'enacted') &&
      !f.has('proposed') &&
      !f.titleHas('opinion') &&
      !asks(f) &&
      aboutRights(f.has),
    shows: ['government', 'enacted'],
  },
  {
    act: 'opinion',
    label: 'digest',
    kind: 'opinion',
    when: (f) => press(f) && (f.titleHas('opinion') || f.titleHas('musing')),
    shows: ['opinion', 'musing'],
  },
  {
    act: 'a question',
    label: 'digest',
    when: (f) => press(f) && asks(f) && !f.titleHas('lawsuit', 'ruling'),
    shows: ['ai', 'machine'],
  },
  {
    act: 'opinion',
    label: 'digest',
    kind: 'opinion',
    when: (f) => press(f) && f.has('opinion') && !binds(f.titleHas),
    shows: ['opinion'],
  },
  {
    act: 'funding',
    label: 'digest',
    kind: 'other',
    when: (f) => f.titleHas('funding') && !f.titleHas('settled') && !f.titleHas('ruling') && !f.titleHas('filed'),
    shows: ['funding'],
  },

  // 3. Courts.
  {
    act: 'a position taken in court',
    label: 'alert',
    kind: 'lawsuit',
    topics: ['training', 'lawsuit'],
    when: (f) => f.carrier && f.has('lawsuit') && f.titleHas('training') && speaks(f.titleHas),
    shows: ['statement', 'denied', 'lawsuit'],
  },
  {
    act: 'settlement',
    label: 'alert',
    kind: 'deal',
    topics: ['training', 'lawsuit', 'deal'],
    when: (f) =>
      (named(f) || f.musicGenerator || f.has('rightsBody')) &&
      (f.has('settled') || (f.musicGenerator && f.titleHas('deal', 'lawsuit') && !f.titleHas('procedure'))),
    shows: ['settled'],
  },
  {
    act: 'works taken, as papers show',
    label: 'alert',
    kind: 'press-report',
    topics: ['training', 'scraping'],
    when: (f) => press(f) && isExposed(f),
    shows: ['leaked', 'scraping', 'training', 'theft'],
  },
  {
    act: 'a crime',
    label: 'digest',
    kind: 'lawsuit',
    when: (f) => f.titleHas('crime') && !f.titleHas('unpaid'),
    shows: ['crime'],
  },
  {
    act: 'a step in a case',
    label: 'digest',
    kind: 'lawsuit',
    topics: ['lawsuit'],
    when: (f) => f.has('lawsuit') && (f.titleHas('amended') || (f.has('procedure') && !f.titleHas('filed'))),
    shows: ['lawsuit', 'procedure'],
  },
  {
    act: 'ruling',
    label: 'alert',
    kind: 'lawsuit',
    topics: ['training', 'lawsuit'],
    when: (f) => f.has('lawsuit', 'ruling') && musicSide(f),
    shows: ['ruling', 'lawsuit'],
  },
  {
    act: 'lawsuit filed',
    label: 'alert',
    kind: 'lawsuit',
    topics: ['training', 'lawsuit'],
    when: (f) => (named(f) || f.musicGenerator) && ((f.has('lawsuit') && f.titleHas('filed')) || accusesOfTheft(f)),
    shows: ['filed', 'lawsuit', 'theft'],
  },
  {
    act: 'a case goes on',
    label: 'digest',
    kind: 'lawsuit',
    topics: ['lawsuit'],
    when: (f) => f.titleHas('lawsuit'),
    shows: ['lawsuit'],
  },

  // 4. Platforms.
  {
    act: 'proposed law',
    label: 'digest',
    kind: 'regulation',
    topics: ['regulation'],
    when: (f) => f.titleHas('government') && f.has('proposed') && !f.titleHas('enacted') && !f.titleHas('refusedPlan'),
    shows: ['government', 'proposed'],
  },
  {
    act: 'statistics',
    label: 'digest',
    kind: 'other',
    topics: ['ai-content'],
    when: (f) =>
      (!binds(f.titleHas) &&
        (f.titleHas('statistics') || f.titleHas('amounts') || (f.has('statistics') && !binds(f.has)))) ||
      ((f.titleHas('marked') || f.titleHas('unpaid')) && counts(f)),
    shows: ['statistics', 'amounts'],
  },
  {
    act: 'terms discovered',
    label: 'alert',
    kind: 'press-report',
    topics: ['training'],
    when: (f) =>
      press(f) &&
      f.carrier &&
      f.has('terms', 'discovered') &&
      (f.has('training') || f.titleHas('ai')) &&
      !speaks(f.titleHas),
    shows: ['discovered', 'terms'],
  },
  {
    act: 'principles',
    label: 'alert',
    kind: 'official-statement',
    when: (f) => named(f) && f.titleHas('principles') && speaksOfRights(f),
    shows: ['principles'],
  },
  {
    act: 'terms',
    label: 'alert',
    kind: 'policy-change',
    when: (f) => named(f) && f.titleHas('terms') && f.has('changed') && !speaks(f.titleHas) && speaksOfRights(f),
    shows: ['terms', 'changed'],
  },
  {
    act: 'statement',
    label: 'alert',
    kind: 'official-statement',
    when: (f) => named(f) && takesPosition(f) && (f.item.official || f.has('denied')),
    shows: ['denied', 'promised', 'statement'],
  },
  {
    act: 'statement',
    label: 'alert',
    kind: 'press-report',
    when: (f) => named(f) && takesPosition(f),
    shows: ['promised', 'statement'],
  },
  {
    act: 'protest',
    label: 'digest',
    kind: 'community-reaction',
    when: (f) =>
      press(f) &&
      ((f.titleHas('protest') && !answers(f)) ||
        (f.has('anecdote', 'likeness') && !keepsOut(f)) ||
        (f.has('protest') && !binds(f.has))),
    shows: ['protest', 'anecdote'],
  },
  {
    act: 'anecdote',
    label: 'digest',
    kind: 'other',
    topics: ['ai-content'],
    when: (f) => !keepsOut(f) && (f.titleHas('anecdote') || (f.has('anecdote') && !speaks(f.titleHas))),
    shows: ['anecdote'],
  },
  {
    act: 'a demand',
    label: 'digest',
    when: (f) => press(f) && (asksForTakedown(f) || suggests(f) || (f.has('demanded') && !binds(f.titleHas))),
    shows: ['takedownAsked', 'proposes', 'demanded'],
  },
  {
    act: 'a rule for charts',
    label: 'digest',
    kind: 'other',
    topics: ['ai-content'],
    when: (f) => press(f) && rulesCharts(f) && !f.titleLeads,
    shows: ['chart', 'banned', 'terms'],
  },
  {
    act: 'a single case',
    label: 'digest',
    kind: 'press-report',
    topics: ['ai-content', 'likeness'],
    when: (f) => press(f) && f.titleHas('singleCase') && !keepsOut(f),
    shows: ['singleCase'],
  },
  {
    act: 'a generator binds its users',
    label: 'alert',
    kind: 'policy-change',
    topics: ['ai-content'],
    when: bindsUsers,
    shows: ['marked', 'limits'],
  },
  {
    act: 'machine-made music marked',
    label: 'alert',
    kind: 'product',
    topics: ['ai-content'],
    when: (f) => carriesMusic(f) && f.titleHas('marked') && !f.titleHas('unpaid'),
    shows: ['marked'],
  },
  {
    act: 'machine-made music taken out',
    label: 'alert',
    kind: 'press-report',
    topics: ['ai-content'],
    when: (f) => press(f) && carriesMusic(f) && f.titleHas('takenOut') && !f.titleHas('terms'),
    shows: ['takenOut'],
  },
  {
    act: 'machine-made music kept out',
    label: 'alert',
    kind: 'policy-change',
    topics: ['ai-content'],
    when: (f) => carriesMusic(f) && said(f, 'banned'),
    shows: ['banned'],
  },
  {
    act: 'machine-made music not paid',
    label: 'alert',
    kind: 'policy-change',
    topics: ['ai-content', 'pay'],
    when: (f) => carriesMusic(f) && said(f, 'unpaid'),
    shows: ['unpaid'],
  },
  {
    act: 'machine-made music marked',
    label: 'alert',
    kind: 'product',
    topics: ['ai-content'],
    when: (f) => carriesMusic(f) && said(f, 'marked'),
    shows: ['marked'],
  },
  {
    act: 'terms',
    label: 'alert',
    kind: 'policy-change',
    when: (f) =>
      ((named(f) || f.has('service')) && f.has('terms', 'changed') && speaksOfRights(f)) ||
      (f.carrier && f.titleHas('terms', 'ai')),
    shows: ['terms', 'changed'],
  },
  {
    act: 'choice',
    label: 'alert',
    kind: 'product',
    topics: ['training'],
    when: (f) => f.carrier && f.has('training', 'choice'),
    shows: ['choice', 'training'],
  },
  {
    act: 'deal',
    label: 'alert',
    kind: 'deal',
    topics: ['deal'],
    when: contracts,
    shows: ['deal'],
  },
  {
    act: 'a deal beside',
    label: 'digest',
    kind: 'deal',
    topics: ['deal'],
    when: (f) => f.titleHas('deal') && !onlyLooksBack(f) && !f.titleHas('training'),
    shows: ['deal'],
  },
  {
    act: 'position',
    label: 'alert',
    when: (f) => f.carrier && !f.titleHas('features') && hasPosition(f),
    shows: ['training', 'likeness', 'aiContent', 'ai'],
  },

  // 5. Governments.
  {
    act: 'no exception to copyright',
    label: 'alert',
    kind: 'regulation',
    topics: ['regulation', 'training'],
    when: (f) => f.has('government') && f.titleHas('refusedPlan'),
    shows: ['refusedPlan', 'government'],
  },
  {
    act: 'proposed law',
    label: 'digest',
    kind: 'regulation',
    topics: ['regulation'],
    when: (f) => f.has('government', 'proposed'),
    shows: ['government', 'proposed'],
  },
  {
    act: 'law',
    label: 'alert',
    kind: 'regulation',
    topics: ['regulation'],
    when: (f) => f.has('government') && f.titleHas('enacted'),
    shows: ['government', 'enacted'],
  },
  {
    act: 'regulation',
    label: 'digest',
    kind: 'regulation',
    topics: ['regulation'],
    when: (f) => f.has('government'),
    shows: ['government'],
  },

  // 6. What is left.
  {
    act: 'a case goes on',
    label: 'digest',
    kind: 'lawsuit',
    topics: ['lawsuit'],
    when: (f) => f.has('lawsuit'),
    shows: ['lawsuit'],
  },
  {
    act: 'feature',
    label: 'digest',
    kind: 'product',
    topics: ['ai-features'],
    when: (f) => f.has('features'),
    shows: ['features'],
  },
  { act: 'mention', label: 'digest', when: () => true, shows: ['ai', 'machine'] },
];
