/**
 * What a clause says about AI, by rules. A clause may say several things; each rule of a topic is tried in order and the first that
 * applies speaks for that topic. A statement's `says` is what is compared between two versions: equal ones say the same in other
 * words.
 */
import type { Clause, Direction, Position, Topic } from '../../domain.ts';
import type { Features } from './features.ts';

export interface Statement {
  clause: Clause;
  topic: Topic;
  /** What is said, apart from how: `training permitted uploads`. */
  says: string;
  /** Whether it touches rights, risks or duties of those who upload. */
  weight: 'major' | 'minor';
  /** Whether it matters that it is not said any more. */
  lossMatters: boolean;
  /** What it means for them when it is new; when it goes, the opposite. */
  direction: Direction;
  /** On training: where it puts the platform. */
  position?: Position;
  /** It stands behind "for example": it illustrates the rule before it. */
  isExample: boolean;
  /** On training: it is others who train, not the platform. */
  byOthers?: boolean;
  /** The rule's name and the words it found. */
  because: string;
}

interface Rule {
  name: string;
  topic: Topic;
  weight: Statement['weight'];
  direction: Direction;
  position?: Position;
  when: (f: Features) => boolean;
  /** False where the law says it anyway. */
  lossMatters?: boolean;
  /** What takes the weight from it. */
  minorWhen?: (f: Features) => boolean;
  /** What else belongs to what is said, such as whose data. */
  scope?: (f: Features) => string[];
  /** The concepts whose words caused it. */
  shows: readonly Parameters<Features['words']>[0][];
}

/** Everything a clause says about AI, one statement a topic at most. */
export function statementsOf(f: Features): Statement[] {
  const statements: Statement[] = [];
  for (const rules of RULES) {
    const rule = rules.find(({ when }) => when(f));
    if (rule !== undefined) statements.push(...spoken(rule, f));
  }
  return statements;
}

function spoken(rule: Rule, f: Features): Statement[] {
  const { topic, weight, direction, position, name } = rule;
  const words = rule.shows
    .map((concept) => f.words(concept))
    .filter((one) => one !== '')
    .join(', ');
  const because = `${name}${words ? `: “${words}”` : ''}`;
  const scopes = rule.scope?.(f) ?? [''];
  const byOthers = position !== undefined && f.leads('others', 'train', 200) && !f.has('licence');
  return (scopes.length > 0 ? scopes : ['']).map((scope) => ({
    clause: f.clause,
    topic,
    says: `${name} ${scope}`.trim(),
    weight: rule.minorWhen?.(f) ? ('minor' as const) : weight,
    direction,
    position,
    lossMatters: rule.lossMatters ?? true,
    isExample: f.begins('example'),
    byOthers,
    because,
  }));
}

// ---- who does what to what ----------------------------------------------------------------------

/** A model is trained, or something is put into one. */
const trains = (f: Features): boolean =>
  f.has('trainModel') || f.near('train', 'ai') || (f.has('train') && f.near('train', 'model', 60) && f.told('ai'));

/** AI is developed or improved with what people gave. */
const develops = (f: Features): boolean =>
  f.leadsWithout('develop', 'ai', 'means', 70) &&
  !f.has('aiMade') &&
  (f.leads('yours', 'develop', 200) ||
    f.leads('personal', 'develop', 200) ||
    f.around('yours') ||
    f.around('personal'));

/** The platform says of itself that it does not. */
const promises = (f: Features): boolean =>
  !f.has('userMayNot') &&
  !f.has('weForbid') &&
  (f.leads('we', 'not', 30) || f.leads('not', 'yours', 60) || f.leads('yours', 'not', 40));

/** Users, visitors or others are forbidden something; the platform does not bind itself. */
const bindsOthers = (f: Features): boolean =>
  f.has('userMayNot') ||
  (!f.has('we') && f.around('userMayNot')) ||
  (f.told('forbidden') && !promises(f) && !f.has('yours'));

/** What creators or users gave is what the AI is trained on. */
const onUserData = (f: Features): boolean =>
  f.told('yours') || f.told('uploads') || f.told('personal') || f.told('prompts') || f.told('licence');

/** The negation stands before what is denied. */
const negated = (f: Features): boolean =>
  f.leads('not', 'train', 120) || f.leads('not', 'develop', 120) || f.leads('not', 'ai', 60);

const minedByOthers = (f: Features): boolean => f.has('mining') || (f.near('scrape', 'ai', 160) && !f.has('decide'));

const dataScope = (f: Features): string[] => [
  ...(f.has('uploads') ? ['uploads'] : []),
  ...(f.has('prompts') ? ['prompts'] : []),
];

const trainingOfOwn = (f: Features): boolean => (trains(f) || develops(f)) && onUserData(f) && !bindsOthers(f);

// ---- the rules ----------------------------------------------------------------------------------

const SCRAPING: readonly Rule[] = [
  {
    name: 'others may not train on or mine the platform',
    topic: 'scraping',
    weight: 'major',
    direction: 'better',
    when: (f) => (trains(f) || minedByOthers(f)) && bindsOthers(f) && !promises(f),
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
];

/** The models only serve the running of the service: advertising, safety. */
const servesOnly = (f: Features): boolean => f.near('serviceModel', 'train', 30);

const TRAINING: readonly Rule[] = [
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
    when: (f) => trains(f) && f.has('publicSources') && !f.has('we') && !bindsOthers(f),
    shows: ['train', 'ai', 'publicSources'],
  },
  {
    name: 'training only with consent',
    topic: 'training',
    weight: 'major',
    minorWhen: servesOnly,
    direction: 'better',
    position: 'opt-in',
    when: (f) => trainingOfOwn(f) && ((negated(f) && f.has('unlessConsent')) || f.has('optIn')),
    shows: ['not', 'unlessConsent', 'optIn', 'train', 'ai'],
  },
  {
    name: 'training unless one opts out',
    topic: 'training',
    weight: 'major',
    minorWhen: servesOnly,
    direction: 'worse',
    position: 'opt-out',
    when: (f) => (trainingOfOwn(f) || (trains(f) && !bindsOthers(f))) && f.has('optOut'),
    shows: ['optOut', 'train', 'ai'],
  },
  {
    name: 'no training',
    topic: 'training',
    weight: 'major',
    direction: 'better',
    position: 'prohibited',
    when: (f) => trainingOfOwn(f) && negated(f),
    shows: ['not', 'train', 'ai'],
  },
  {
    name: 'training within limits',
    topic: 'training',
    weight: 'major',
    minorWhen: servesOnly,
    direction: 'worse',
    position: 'limited',
    when: (f) => trainingOfOwn(f) && (f.near('limit', 'train', 60) || (!trains(f) && f.near('limit', 'develop', 60))),
    scope: dataScope,
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
    weight: 'minor',
    direction: 'neutral',
    when: (f) => trains(f) && !bindsOthers(f),
    shows: ['train', 'ai'],
  },
];

const THIRD_PARTY_TRAINING: readonly Rule[] = [
  {
    name: 'others are not let train',
    topic: 'third-party-training',
    weight: 'major',
    direction: 'better',
    when: (f) => trainingOfOwn(f) && f.near('others', 'train', 200) && negated(f),
    shows: ['not', 'others', 'train'],
  },
  {
    name: 'others may train',
    topic: 'third-party-training',
    weight: 'major',
    direction: 'worse',
    when: (f) =>
      (trainingOfOwn(f) && f.near('others', 'train', 200)) || (trainingOfOwn(f) && f.near('others', 'ai', 120)),
    shows: ['others', 'train'],
  },
];

/** AI-made content is only one example in a rule about something else. */
const onlyAnExample = (f: Features): boolean =>
  (f.opens('example', 'aiMade', 90) || (!f.has('aiMade') && f.opens('example', 'fake', 90))) && !f.around('ai');

/** It speaks of what the platform's own tools make, not of what is uploaded. */
const isAboutTools = (f: Features): boolean => f.has('we') && f.has('aiTool') && f.has('inputOutput');

/** It is about labelling what was made with AI. */
const labels = (f: Features): boolean =>
  !trains(f) && (f.has('aiMade') ? f.near('label', 'aiMade', 140) : f.around('aiMade') && f.has('label'));

const AI_CONTENT: readonly Rule[] = [
  {
    name: 'AI-made content must be labelled',
    topic: 'ai-content',
    weight: 'major',
    direction: 'mixed',
    when: (f) => labels(f) && (f.has('must') || f.has('userMayNot')),
    shows: ['aiMade', 'label', 'must'],
  },
  {
    name: 'AI-made content is labelled',
    topic: 'ai-content',
    weight: 'major',
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
    when: (f) =>
      (f.near('aiMade', 'harm', 60) || f.near('fake', 'harm', 60)) &&
      (f.told('forbidden') || f.told('userMayNot')) &&
      !f.has('label') &&
      !trains(f),
    shows: ['aiMade', 'harm', 'forbidden'],
  },
  {
    name: 'AI-made content is restricted',
    topic: 'ai-content',
    weight: 'major',
    direction: 'mixed',
    when: (f) => f.has('aiMade') && (f.told('forbidden') || f.told('userMayNot')) && !trains(f) && !isAboutTools(f),
    shows: ['aiMade', 'forbidden', 'userMayNot'],
  },
  {
    name: 'AI-made content is discouraged',
    topic: 'ai-content',
    weight: 'major',
    direction: 'mixed',
    when: (f) => f.near('discouraged', 'aiMade') && !trains(f),
    shows: ['aiMade', 'discouraged'],
  },
  {
    name: 'AI-made content is allowed',
    topic: 'ai-content',
    weight: 'major',
    direction: 'mixed',
    when: (f) => f.near('allowed', 'aiMade') && !f.has('aiTool') && !trains(f),
    shows: ['aiMade', 'allowed'],
  },
];

const LIKENESS: readonly Rule[] = [
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
      (f.has('fake') || (f.has('aiMade') && f.has('likeness')) || f.near('ai', 'imitate', 160)) &&
      (f.has('aiMade')
        ? f.told('forbidden') || f.told('userMayNot')
        : f.has('forbidden') || f.has('userMayNot') || f.has('consent')) &&
      !trains(f),
    shows: ['fake', 'likeness', 'forbidden', 'consent'],
  },
];

const PAY: readonly Rule[] = [
  {
    name: 'money and AI',
    topic: 'pay',
    weight: 'major',
    direction: 'mixed',
    when: (f) => f.near('pay', 'aiMade') || (trains(f) && f.near('pay', 'train', 60) && !f.has('licence')),
    shows: ['pay', 'aiMade', 'train'],
  },
];

const AI_FEATURES: readonly Rule[] = [
  {
    name: 'rights in what goes into and comes out of AI features',
    topic: 'ai-features',
    weight: 'major',
    direction: 'mixed',
    when: (f) => f.near('own', 'inputOutput') || (f.near('licence', 'inputOutput') && !trains(f)),
    shows: ['own', 'licence', 'inputOutput'],
  },
  {
    name: 'AI features',
    topic: 'ai-features',
    weight: 'minor',
    direction: 'neutral',
    when: (f) => (f.has('aiTool') || f.has('inputOutput')) && !f.has('userMayNot') && !f.has('fake'),
    shows: ['aiTool', 'inputOutput'],
  },
];

const AUTOMATED_DECISIONS: readonly Rule[] = [
  {
    name: 'AI decides, detects or recommends',
    topic: 'automated-decisions',
    weight: 'minor',
    direction: 'neutral',
    when: (f) => f.near('ai', 'decide', 160) && !f.has('aiMade') && !trains(f),
    shows: ['ai', 'decide'],
  },
];

/** By topic, most telling first. Within a topic the first rule that applies speaks. */
const RULES: readonly (readonly Rule[])[] = [
  SCRAPING,
  TRAINING,
  THIRD_PARTY_TRAINING,
  AI_CONTENT,
  LIKENESS,
  PAY,
  AI_FEATURES,
  AUTOMATED_DECISIONS,
];
