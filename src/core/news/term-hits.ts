/** Finds the concepts that an item mentions, by the phrases of each. */
import type { NewsItem } from '../../domain/news.ts';
import { createPhraseFinder, type PhraseList, type SearchableText, toSearchableText } from './phrase-search.ts';
import { toPlainText } from './plain-text.ts';
import { ACTION_CONCEPTS } from './words/actions.ts';
import { AI_CONCEPTS } from './words/ai.ts';
import { COVERAGE_CONCEPTS } from './words/coverage.ts';
import { LITIGATION_CONCEPTS } from './words/litigation.ts';
import { MUSIC_CONCEPTS } from './words/music.ts';
import { QUALIFIER_CONCEPTS } from './words/qualifiers.ts';
import { TOPIC_CONCEPTS } from './words/topics.ts';

/** Names and order are part of the features that weights were learnt for. */
export const CONCEPTS = {
  ...AI_CONCEPTS,
  ...MUSIC_CONCEPTS,
  ...TOPIC_CONCEPTS,
  ...ACTION_CONCEPTS,
  ...LITIGATION_CONCEPTS,
  ...COVERAGE_CONCEPTS,
  ...QUALIFIER_CONCEPTS,
} as const satisfies Record<string, PhraseList>;
export type ConceptName = keyof typeof CONCEPTS;
export const CONCEPT_NAMES = Object.keys(CONCEPTS) as ConceptName[];

export interface TermHits {
  /** Title and summary. */
  fullText: SearchableText;
  title: SearchableText;
  /** The phrases of a concept that the item contains. */
  hits(concept: ConceptName): string[];
  /** Those that its title contains. */
  titleHits(concept: ConceptName): string[];
  has(concept: ConceptName): boolean;
  titleHas(concept: ConceptName): boolean;
}

/** Searches are lazy, and each is done once per item. */
export function createTermFinder(): (item: Pick<NewsItem, 'title' | 'summary' | 'language'>) => TermHits {
  const finders = new Map(CONCEPT_NAMES.map((concept) => [concept, createPhraseFinder(CONCEPTS[concept])]));
  const searchIn = (text: SearchableText) => {
    const found = new Map<ConceptName, string[]>();
    return (concept: ConceptName): string[] => {
      const hits = found.get(concept) ?? finders.get(concept)?.(text) ?? [];
      found.set(concept, hits);
      return hits;
    };
  };
  return (item) => {
    const plainTitle = toPlainText(item.title);
    const title = toSearchableText(plainTitle, item.language);
    const fullText = toSearchableText(`${plainTitle}. ${toPlainText(item.summary)}`, item.language);
    const hits = searchIn(fullText);
    const searchTitle = searchIn(title);
    const has = (concept: ConceptName) => hits(concept).length > 0;
    // Most concepts are in neither, so the full text is searched first.
    const titleHits = (concept: ConceptName) => (has(concept) ? searchTitle(concept) : []);
    return { fullText, title, hits, titleHits, has, titleHas: (concept) => titleHits(concept).length > 0 };
  };
}
