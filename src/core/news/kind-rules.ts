/** What kind of news an item is, where the rule that gave it its label leaves that open. */
import type { EventKind } from '../../domain.ts';
import { hasPosition, named, press } from './conditions.ts';
import type { Facts } from './facts.ts';

interface KindRule {
  kind: EventKind;
  when(facts: Facts): boolean;
}

/**
 * The first that holds. The title says what the news is; a summary says what else there is. What is off topic has a kind as well,
 * as far as its title says one.
 */
const KIND_RULES: readonly KindRule[] = [
  { kind: 'lawsuit', when: (f) => f.titleHas('crime') || f.titleHas('lawsuit') || f.titleHas('ruling', 'theft') },
  { kind: 'community-reaction', when: (f) => press(f) && f.titleHas('protest') },
  { kind: 'regulation', when: (f) => onTopic(f) && f.titleHas('government') },
  {
    kind: 'opinion',
    when: (f) => onTopic(f) && press(f) && (f.titleHas('opinion') || f.titleHas('musing') || f.has('opinion')),
  },
  { kind: 'deal', when: (f) => f.titleHas('deal') },
  { kind: 'deal', when: (f) => takesSide(f) && f.titleHas('major') },
  { kind: 'policy-change', when: (f) => takesSide(f) && f.has('terms') },
  {
    kind: 'product',
    when: (f) => ((f.aboutAi || named(f)) && f.titleHas('features') && !f.titleHas('amounts')) || f.titleHas('choice'),
  },
  { kind: 'official-statement', when: (f) => named(f) && (f.titleHas('denied') || f.titleHas('promised')) },
  { kind: 'opinion', when: (f) => onTopic(f) && press(f) && !named(f) && f.titleHas('statement') },
  { kind: 'press-report', when: takesSide },
  { kind: 'community-reaction', when: (f) => press(f) && f.has('protest') },
];

/** A platform is told of, and rights are at stake. */
function takesSide(f: Facts): boolean {
  return onTopic(f) && f.carrier && !f.titleHas('features') && hasPosition(f);
}

function onTopic(f: Facts): boolean {
  return f.aboutAi && f.aboutMusic;
}

export const kindOf = (facts: Facts): EventKind => KIND_RULES.find(({ when }) => when(facts))?.kind ?? 'other';
