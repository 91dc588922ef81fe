/**
 * The rules by which a clause is read, topic by topic; what none of them knows, `defaults.ts` decides. Within a topic they are tried in
 * order, most telling first, and the first that applies speaks. Every topic speaks for itself, but for these:
 *
 * | topic | says nothing of a clause that |
 * |---|---|
 * | training, third-party training | binds others, or lets them take from the platform: that is scraping |
 * | AI content, automated decisions | speaks of training: that is what it is about |
 *
 * To add one: its entry where its precedence is, and a row in test/core/judge/statements.test.ts that fails without it.
 */
import type { Direction, Position, Topic } from '../../domain.ts';
import {
  aimsAtPeople,
  bindsOthers,
  boundsAiUse,
  buildsAi,
  concernsUploads,
  dataScope,
  develops,
  disclaims,
  forNow,
  improvesByPrompts,
  isAboutTools,
  isLimited,
  isOfItsOwn,
  isOwned,
  isQuestion,
  labels,
  limitedScope,
  minedByOthers,
  negated,
  objectsToTraining,
  onlyAnExample,
  opensToOthers,
  paysForTrainingAbove,
  promiseScope,
  promises,
  restricts,
  servesOnly,
  shares,
  takenByAi,
  trainingOfOwn,
  trains,
  usesTools,
} from './conditions.ts';
import type { Features } from './features.ts';
import type { Concept } from './lexicon.ts';

export interface Rule {
  name: string;
  topic: Topic;
  weight: 'major' | 'minor';
  direction: Direction;
  position?: Position;
  when: (f: Features) => boolean;
  /** False where the law says it anyway. */
  lossMatters?: boolean;
  /** What takes the weight from it. */
  minorWhen?: (f: Features) => boolean;
  /** What belongs to what is said beside the rule's name, such as whose data: one statement each, '' for the name alone. */
  scope?: (f: Features) => string[];
  /** The concepts whose words caused it. */
  shows: readonly Concept[];
}

const SCRAPING: readonly Rule[] = [
  {
    name: 'others may not train on or mine the platform',
    topic: 'scraping',
    weight: 'major',
    direction: 'better',
    when: (f) => (trains(f) || minedByOthers(f) || buildsAi(f)) && bindsOthers(f) && !promises(f),
    shows: ['userMayNot', 'forbidden', 'mining', 'train', 'ai'],
  },
  {
    name: 'the platform reserves text and data mining',
    topic: 'scraping',
    weight: 'major',
    direction: 'mixed',
    when: (f) =>
      (f.has('mining') && (f.has('reserve') || f.has('not'))) || (f.near('reserve', 'train', 160) && trains(f)),
    shows: ['reserve', 'mining'],
  },
  {
    name: 'AI tools may take what is published only on terms',
    topic: 'scraping',
    weight: 'major',
    direction: 'better',
    when: (f) =>
      takenByAi(f) &&
      !f.has('yours') &&
      !f.has('ownTool') &&
      (f.has('must') || f.has('userMayNot') || f.has('consent') || f.told('forbidden') || f.has('licence')),
    shows: ['aiActor', 'siteContent', 'must'],
  },
  {
    name: 'others may train on or mine the platform',
    topic: 'scraping',
    weight: 'major',
    direction: 'worse',
    when: opensToOthers,
    shows: ['othersMay', 'siteContent', 'scrape', 'train'],
  },
  {
    name: 'mining is spoken of',
    topic: 'scraping',
    weight: 'major',
    direction: 'neutral',
    when: (f) => f.has('mining'),
    shows: ['mining', 'ai'],
  },
];

const TRAINING: readonly Rule[] = [
  {
    // "Do you train AI on my tracks?": the answer says it.
    name: 'training is asked about',
    topic: 'training',
    weight: 'major',
    direction: 'neutral',
    when: (f) => trains(f) && isQuestion(f),
    shows: ['train', 'ai'],
  },
  {
    name: 'training is put off',
    topic: 'training',
    weight: 'major',
    direction: 'neutral',
    position: 'unclear',
    when: (f) => (trains(f) || develops(f)) && f.has('paused') && f.has('we'),
    shows: ['paused', 'train', 'ai'],
  },
  {
    name: 'training on public sources',
    topic: 'training',
    weight: 'minor',
    direction: 'neutral',
    position: 'unclear',
    when: (f) => trains(f) && f.has('publicSources') && !f.has('we'),
    shows: ['train', 'ai', 'publicSources'],
  },
  {
    name: 'training, and nobody is asked',
    topic: 'training',
    weight: 'major',
    direction: 'worse',
    position: 'permitted',
    when: (f) => (trains(f) || develops(f) || objectsToTraining(f)) && f.has('noSay'),
    shows: ['noSay', 'train', 'ai'],
  },
  {
    name: 'training only with consent',
    topic: 'training',
    weight: 'major',
    minorWhen: servesOnly,
    direction: 'better',
    position: 'opt-in',
    when: (f) =>
      (trainingOfOwn(f) || trains(f)) &&
      ((negated(f) && f.has('unlessConsent')) || ((f.has('onlyConsent') || f.has('optIn')) && !f.has('deemedConsent'))),
    shows: ['not', 'unlessConsent', 'optIn', 'train', 'ai'],
  },
  {
    name: 'training unless one opts out',
    topic: 'training',
    weight: 'major',
    minorWhen: servesOnly,
    direction: 'worse',
    position: 'opt-out',
    when: (f) => (trainingOfOwn(f) || trains(f) || objectsToTraining(f)) && (f.has('optOut') || f.has('unwilling')),
    shows: ['optOut', 'train', 'ai'],
  },
  {
    name: 'no training',
    topic: 'training',
    weight: 'major',
    direction: 'better',
    position: 'prohibited',
    when: (f) => trainingOfOwn(f) && negated(f),
    scope: promiseScope,
    shows: ['not', 'train', 'ai'],
  },
  {
    name: 'training within limits',
    topic: 'training',
    weight: 'major',
    minorWhen: servesOnly,
    direction: 'worse',
    position: 'limited',
    when: (f) => (trainingOfOwn(f) && isLimited(f)) || improvesByPrompts(f),
    scope: limitedScope,
    shows: ['limit', 'train', 'develop', 'ai'],
  },
  {
    name: 'training permitted',
    topic: 'training',
    weight: 'major',
    minorWhen: servesOnly,
    direction: 'worse',
    position: 'permitted',
    when: trainingOfOwn,
    scope: dataScope,
    shows: ['train', 'ai', 'uploads', 'personal', 'prompts'],
  },
  {
    name: 'training on something else',
    topic: 'training',
    weight: 'major',
    direction: 'neutral',
    // Models that are made better, nobody says with what; or users train their own.
    minorWhen: (f) => !f.has('train') || f.has('youTrain') || f.has('defines') || f.has('alreadyTrained'),
    when: (f) => trains(f) && !f.has('reserve'),
    shows: ['train', 'ai'],
  },
];

const THIRD_PARTY_TRAINING: readonly Rule[] = [
  {
    name: 'others are not let train',
    topic: 'third-party-training',
    weight: 'major',
    direction: 'better',
    when: (f) =>
      trainingOfOwn(f) &&
      (f.leads('others', 'train', 200) || f.leads('train', 'others', 60) || f.leads('others', 'develop', 120)) &&
      negated(f),
    scope: forNow,
    shows: ['not', 'others', 'train'],
  },
  {
    name: 'others may train',
    topic: 'third-party-training',
    weight: 'major',
    direction: 'worse',
    when: (f) => trainingOfOwn(f) && !negated(f) && (f.near('others', 'train', 200) || f.near('others', 'ai', 120)),
    shows: ['others', 'train'],
  },
];

const AI_CONTENT: readonly Rule[] = [
  {
    name: 'AI-made content need not be labelled',
    topic: 'ai-content',
    weight: 'major',
    direction: 'mixed',
    when: (f) => labels(f) && f.near('needNot', 'label', 60),
    shows: ['aiMade', 'needNot', 'label'],
  },
  {
    name: 'AI-made content must be labelled',
    topic: 'ai-content',
    weight: 'major',
    direction: 'mixed',
    when: (f) => labels(f) && (f.has('must') || f.told('userMayNot')),
    shows: ['aiMade', 'label', 'must'],
  },
  {
    name: 'AI-made content is labelled',
    topic: 'ai-content',
    weight: 'major',
    minorWhen: isOfItsOwn,
    direction: 'neutral',
    when: labels,
    shows: ['aiMade', 'label'],
  },
  {
    name: 'AI-made content is named as an example',
    topic: 'ai-content',
    weight: 'minor',
    direction: 'neutral',
    when: onlyAnExample,
    shows: ['example', 'aiMade'],
  },
  {
    name: 'AI-made abuse is banned',
    topic: 'ai-content',
    weight: 'major',
    direction: 'better',
    lossMatters: false,
    when: (f) => (f.near('aiMade', 'harm', 60) || f.near('fake', 'harm', 60)) && restricts(f) && !f.has('label'),
    shows: ['aiMade', 'harm', 'forbidden'],
  },
  {
    name: 'AI-made content is restricted',
    topic: 'ai-content',
    weight: 'major',
    minorWhen: disclaims,
    direction: 'mixed',
    when: (f) => f.has('aiMade') && restricts(f) && !isAboutTools(f),
    scope: shares,
    shows: ['aiMade', 'forbidden', 'userMayNot'],
  },
  {
    name: 'AI-made content is discouraged',
    topic: 'ai-content',
    weight: 'major',
    direction: 'mixed',
    when: (f) => f.near('discouraged', 'aiMade'),
    shows: ['aiMade', 'discouraged'],
  },
  {
    name: 'AI-made content is allowed',
    topic: 'ai-content',
    weight: 'major',
    direction: 'mixed',
    when: (f) => f.near('allowed', 'aiMade') && !usesTools(f),
    scope: shares,
    shows: ['aiMade', 'allowed'],
  },
  {
    name: 'AI-made content is bound to conditions',
    topic: 'ai-content',
    weight: 'major',
    minorWhen: disclaims,
    direction: 'mixed',
    when: (f) =>
      boundsAiUse(f) || (f.has('aiMade') && f.near('must', 'aiMade', 140) && f.has('publish') && !usesTools(f)),
    scope: shares,
    shows: ['aiMade', 'aiUse', 'must'],
  },
  {
    name: 'AI-made content is spoken of',
    topic: 'ai-content',
    weight: 'major',
    minorWhen: (f) => disclaims(f) || !concernsUploads(f) || f.has('defines'),
    direction: 'neutral',
    when: (f) => f.has('aiMade') && !usesTools(f) && !f.has('inputOutput'),
    shows: ['aiMade'],
  },
];

const LIKENESS: readonly Rule[] = [
  {
    name: 'a licence to one’s own voice or likeness',
    topic: 'likeness',
    weight: 'major',
    direction: 'worse',
    when: (f) =>
      f.speaksOfAi && !f.has('not') && (f.near('licence', 'ownLikeness', 80) || f.near('ownLikeness', 'aiMade', 0)),
    shows: ['licence', 'ownLikeness', 'ai'],
  },
  {
    name: 'synthetic imitation is named as an example',
    topic: 'likeness',
    weight: 'minor',
    direction: 'neutral',
    when: (f) => f.has('fake') && onlyAnExample(f),
    shows: ['example', 'fake'],
  },
  {
    name: 'imitating people with AI is restricted',
    topic: 'likeness',
    weight: 'major',
    direction: 'better',
    when: (f) =>
      (f.has('fake') || (f.has('aiMade') && f.has('likeness')) || f.near('ai', 'imitate', 160) || aimsAtPeople(f)) &&
      (f.has('aiMade')
        ? restricts(f) || f.near('consent', 'likeness', 80)
        : f.has('forbidden') ||
          f.has('userMayNot') ||
          f.has('unwanted') ||
          f.has('consent') ||
          f.near('onlyPermission', 'fake', 40) ||
          // An item of a list of bans, of which the line above is not known.
          (f.near('deceives', 'fake', 160) && !f.has('decide')) ||
          f.near('not', 'fake', 20)) &&
      !trains(f),
    shows: ['fake', 'likeness', 'forbidden', 'consent'],
  },
];

const PAY: readonly Rule[] = [
  {
    name: 'training is not paid',
    topic: 'pay',
    weight: 'major',
    direction: 'worse',
    when: (f) => trains(f) && f.near('noPay', 'train', 120),
    shows: ['noPay', 'train'],
  },
  {
    name: 'training is paid',
    topic: 'pay',
    weight: 'major',
    direction: 'better',
    when: (f) => (trains(f) && f.near('pay', 'train', 60)) || paysForTrainingAbove(f),
    scope: shares,
    shows: ['pay', 'train'],
  },
  {
    name: 'AI-made content earns nothing',
    topic: 'pay',
    weight: 'major',
    direction: 'mixed',
    when: (f) => f.near('noPay', 'aiMade'),
    shows: ['noPay', 'aiMade'],
  },
  {
    name: 'money and AI',
    topic: 'pay',
    weight: 'major',
    direction: 'mixed',
    when: (f) => f.near('pay', 'aiMade'),
    scope: shares,
    shows: ['pay', 'aiMade'],
  },
];

const AI_FEATURES: readonly Rule[] = [
  {
    name: 'users own what AI features give them',
    topic: 'ai-features',
    weight: 'major',
    direction: 'better',
    when: (f) => isOwned(f, 'youOwn') && !isOwned(f, 'weOwn'),
    shows: ['youOwn', 'inputOutput'],
  },
  {
    name: 'the platform owns what AI features give',
    topic: 'ai-features',
    weight: 'major',
    direction: 'worse',
    when: (f) => isOwned(f, 'weOwn') && !isOwned(f, 'youOwn'),
    shows: ['weOwn', 'inputOutput'],
  },
  {
    name: 'rights in what goes into and comes out of AI features',
    topic: 'ai-features',
    weight: 'major',
    direction: 'mixed',
    when: (f) =>
      f.near('own', 'inputOutput') || f.near('own', 'aiMade', 50) || (f.near('licence', 'inputOutput') && !trains(f)),
    shows: ['own', 'licence', 'inputOutput'],
  },
  {
    name: 'AI features',
    topic: 'ai-features',
    weight: 'minor',
    direction: 'neutral',
    when: (f) =>
      (f.has('aiTool') || f.has('inputOutput')) &&
      !f.has('userMayNot') &&
      !f.has('fake') &&
      !(f.has('aiUse') && f.has('publish')),
    shows: ['aiTool', 'inputOutput'],
  },
];

const AUTOMATED_DECISIONS: readonly Rule[] = [
  {
    name: 'AI decides, detects or recommends',
    topic: 'automated-decisions',
    weight: 'minor',
    direction: 'neutral',
    when: (f) => f.near('ai', 'decide', 160) && !f.has('aiMade'),
    shows: ['ai', 'decide'],
  },
];

/** The rules of a topic, and what it has nothing to say of. */
interface TopicRules {
  rules: readonly Rule[];
  silentWhen?: (f: Features) => boolean;
}

const isForOthers = (f: Features): boolean => bindsOthers(f) || opensToOthers(f);

export const RULES: readonly TopicRules[] = [
  { rules: SCRAPING },
  { rules: TRAINING, silentWhen: isForOthers },
  { rules: THIRD_PARTY_TRAINING, silentWhen: isForOthers },
  { rules: AI_CONTENT, silentWhen: trains },
  { rules: LIKENESS },
  { rules: PAY },
  { rules: AI_FEATURES },
  { rules: AUTOMATED_DECISIONS, silentWhen: trains },
];
