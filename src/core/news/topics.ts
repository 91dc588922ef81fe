/** Which topics an item is about. */
import { NEWS_TOPICS, type NewsTopic } from '../../domain.ts';
import type { Facts } from './facts.ts';
import { findPhrases } from './phrases.ts';
import { TOPIC_WORDS } from './words/topics.ts';

/** Words that stand in many an item in passing: of these topics the title must speak. */
const IN_PASSING: ReadonlySet<NewsTopic> = new Set<NewsTopic>([
  'ai-features',
  'deal',
  'regulation',
  'third-party-training',
]);

/** Only asked of items about AI. `ofAct`: what such an act is always about. */
export function topicsOf(facts: Facts, ofAct: readonly NewsTopic[] = []): NewsTopic[] {
  const said = new Set<NewsTopic>(ofAct);
  for (const [topic, list] of TOPIC_WORDS) {
    if (findPhrases(list, IN_PASSING.has(topic) ? facts.title : facts.search).length > 0) said.add(topic);
  }
  if (facts.has('settled')) said.add('lawsuit').add('deal');
  if (facts.has('lawsuit')) said.add('lawsuit');
  if (facts.titleHas('deal')) said.add('deal');
  if (facts.titleHas('government')) said.add('regulation');
  return NEWS_TOPICS.filter((topic) => said.has(topic));
}
