/** Which topics an item is about. */
import type { NewsTopic } from '../../domain.ts';
import type { Facts } from './facts.ts';
import { findPhrases } from './phrases.ts';
import { TOPIC_WORDS } from './words/topics.ts';

/** Topics are only asked of items about AI. */
export function topicsOf(facts: Facts): NewsTopic[] {
  const topics: NewsTopic[] = TOPIC_WORDS.filter(([, list]) => findPhrases(list, facts.search).length > 0).map(
    ([topic]) => topic,
  );
  if (facts.has('lawsuit') || facts.has('settled')) topics.push('lawsuit');
  if (facts.has('deal') || facts.has('settled')) topics.push('deal');
  if (facts.has('government')) topics.push('regulation');
  return topics;
}
