/** Reads a news item: which platforms, which topics, what kind, and whether it pings. Rules and word lists only. */
import type { NewsItem, NewsReading, Platform } from '../../domain.ts';
import { type Facts, factsOf } from './facts.ts';
import { kindOf } from './kind-rules.ts';
import { LABEL_RULES, type LabelRule } from './label-rules.ts';
import { topicsOf } from './topics.ts';

/** Words shown for each list that caused the verdict. */
const MOST_WORDS = 3;

/**
 * @param platforms the catalog's; only they are named.
 * @returns the label with its reason: what happened, and the words that say so.
 */
export function readNewsItem(item: NewsItem, platforms: readonly Platform[]): NewsReading {
  const facts = factsOf(item, platforms);
  const rule = LABEL_RULES.find(({ when }) => when(facts));
  if (rule === undefined) throw new Error('the last rule holds for everything');
  return {
    label: rule.label,
    platforms: facts.named.platforms,
    topics: rule.label === 'ignore' ? [] : topicsOf(facts, rule.topics),
    kind: rule.kind ?? kindOf(facts),
    reason: reasonOf(rule, facts),
  };
}

function reasonOf({ act, shows }: LabelRule, { words, named }: Facts): string {
  const caused = [...new Set([...named.called, ...shows.flatMap((name) => words(name).slice(0, MOST_WORDS))])];
  return caused.length === 0 ? act : `${act}: ${caused.map((word) => `“${word}”`).join(', ')}`;
}
