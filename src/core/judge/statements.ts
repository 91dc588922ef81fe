/**
 * What a clause says about AI, by rules. A clause may say several things; each rule of a topic is tried in order and the first that
 * applies speaks for that topic. A statement's `says` is what is compared between two versions: equal ones say the same in other
 * words.
 */
import type { Clause, Direction, Position, Topic } from '../../domain.ts';
import { byDefault } from './defaults.ts';
import type { Features } from './features.ts';
import { RULES, type Rule } from './rules.ts';

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
  /** On training: it is about what is typed into AI features, and nothing else. */
  promptsOnly?: boolean;
  /** No rule knows it. */
  byDefault?: boolean;
  /** The rule's name and the words it found. */
  because: string;
}

/** What it means for those who upload that something goes which meant this when it came. */
export const OPPOSITE: Readonly<Record<Direction, Direction>> = {
  better: 'worse',
  worse: 'better',
  neutral: 'neutral',
  mixed: 'mixed',
};

/** What a rule knows about these is that AI is at work, not what that does to rights. */
const ON_FEATURES: ReadonlySet<Topic> = new Set(['ai-features', 'automated-decisions']);

/** Everything a clause says about AI: one rule a topic speaks at most, with a statement for each scope it has. */
export function statementsOf(f: Features): Statement[] {
  const statements: Statement[] = [];
  for (const { rules, silentWhen } of RULES) {
    const rule = silentWhen?.(f) ? undefined : rules.find(({ when }) => when(f));
    if (rule !== undefined) statements.push(...spoken(rule, f));
  }
  if (statements.some(({ weight, topic }) => weight === 'major' || !ON_FEATURES.has(topic))) return statements;
  const rest = byDefault(f);
  if (rest === undefined) return statements;
  // What a rule for small things knew it to be about, it is about.
  const topic = statements[0]?.topic ?? rest.topic;
  return [...statements, ...spoken({ ...rest, topic }, f).map((one) => ({ ...one, byDefault: true }))];
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
  return scopes.map((scope) => ({
    clause: f.clause,
    topic,
    says: `${name} ${scope}`.trim(),
    weight: rule.minorWhen?.(f) ? ('minor' as const) : weight,
    direction,
    position,
    lossMatters: rule.lossMatters ?? true,
    isExample: f.begins('example'),
    byOthers,
    promptsOnly: position !== undefined && f.has('inputOutput') && !f.has('uploads'),
    because,
  }));
}
