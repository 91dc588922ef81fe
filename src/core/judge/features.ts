/** What stands in a clause: which concepts, in which words, and how near to each other. */
import type { Clause } from '../../domain.ts';
import { DOTTED_AI, plainText } from '../normalise.ts';
import { wordsOf } from '../word-index.ts';
import { aboveOf } from './above.ts';
import { type Concept, type Patterns, plainTypography, quickest } from './lexicon.ts';

/** Where a concept stands in the text. */
interface Place {
  start: number;
  end: number;
}

export interface Features {
  clause: Clause;
  /** The clause's words without markup, in lower case. */
  text: string;
  /** The clause speaks of AI itself; otherwise the line above its list or its heading does. */
  speaksOfAi: boolean;
  /** It has so few words that it is a link, a menu entry, a caption or a label. */
  isLabel: boolean;
  /** The concept stands in the clause. */
  has(concept: Concept): boolean;
  /** The concept stands in the line that introduces the list, or in the heading above. */
  around(concept: Concept): boolean;
  /** Either of both. */
  told(concept: Concept): boolean;
  /** Two concepts stand in the clause with at most so many characters between them. */
  near(one: Concept, other: Concept, distance?: number): boolean;
  /** `one` stands before `other`, with at most so many characters between them. */
  leads(one: Concept, other: Concept, distance?: number): boolean;
  /** The same with none of `between` in between. */
  leadsWithout(one: Concept, other: Concept, between: readonly Concept[], distance?: number): boolean;
  /** The concept stands above the clause, and `after` does not stand between it and the clause. */
  aroundWithout(concept: Concept, after: Concept): boolean;
  /** The first mention of `other` comes right after `one`. */
  opens(one: Concept, other: Concept, distance?: number): boolean;
  /** The clause begins with it, after its numbering and list mark. */
  begins(concept: Concept): boolean;
  /** The words a concept was found in, the first ones. */
  words(concept: Concept): string;
}

/** "Artificial intelligence (AI) generated": the abbreviation would stand between two words that belong together. */
const ABBREVIATION = / \((?:the )?["']?(?:gen ?ai|ai|ml|llms?)["']?\)/g;

/** Fewer words state nothing. */
const WORDS_OF_A_STATEMENT = 7;
/** Characters between two concepts that belong together: about a line of text. */
const NEAR = 110;
/** Occurrences of one concept looked at in a clause; a clause is a sentence. */
const MOST_PLACES = 40;

/**
 * Reads a clause by a language's patterns.
 * @returns nothing where neither the clause nor what stands above it speaks of AI.
 */
export function readFeatures(clause: Clause, patterns: Patterns): Features | undefined {
  const text = plainTypography(plainText(clause.text).toLowerCase()).replace(DOTTED_AI, 'ai').replace(ABBREVIATION, '');
  if (isMenu(text)) return undefined;
  const places = new Map<Concept, Place[]>();
  const placesOf = (concept: Concept): Place[] => {
    const known = places.get(concept);
    if (known !== undefined) return known;
    const found = placesIn(text, patterns[concept]);
    places.set(concept, found);
    return found;
  };

  const speaksOfAi = placesOf('ai').length > 0 || placesOf('trainModel').length > 0;
  const above = aboveOf(clause, patterns);
  if (!speaksOfAi && !above.has('ai') && !above.has('trainModel')) return undefined;

  const within = (one: Concept, other: Concept, test: (a: Place, b: Place) => boolean) =>
    placesOf(one).some((a) => placesOf(other).some((b) => test(a, b)));
  return {
    clause,
    text,
    speaksOfAi,
    isLabel: wordsOf(text).length < WORDS_OF_A_STATEMENT,
    has: (concept) => placesOf(concept).length > 0,
    around: above.has,
    told: (concept) => placesOf(concept).length > 0 || above.has(concept),
    near: (one, other, distance = NEAR) => within(one, other, (a, b) => gap(a, b) <= distance),
    leads: (one, other, distance = NEAR) =>
      within(one, other, (a, b) => a.start <= b.start && b.start - a.end <= distance),
    leadsWithout: (one, other, between, distance = NEAR) =>
      within(
        one,
        other,
        (a, b) =>
          a.start <= b.start &&
          b.start - a.end <= distance &&
          !between.some((concept) => placesOf(concept).some(({ start }) => start > a.start && start < b.start)),
      ),
    aroundWithout: (concept, after) => {
      const last = placesIn(above.words, patterns[concept]).at(-1);
      return last !== undefined && !placesIn(above.words, patterns[after]).some(({ start }) => start >= last.end);
    },
    opens: (one, other, distance = NEAR) => {
      const [first] = placesOf(other);
      return first !== undefined && placesOf(one).some((a) => a.end <= first.start && first.start - a.end <= distance);
    },
    begins: (concept) => placesOf(concept).some(({ start }) => /^[^\p{L}]*$/u.test(text.slice(0, start))),
    words: (concept) =>
      placesOf(concept)
        .slice(0, 2)
        .map(({ start, end }) => text.slice(start, end))
        .join(', '),
  };
}

/** Menus come as one long line of words with hardly any punctuation. */
const MENU_LENGTH = 500;
const CHARACTERS_PER_MARK = 250;

function isMenu(text: string): boolean {
  if (text.length < MENU_LENGTH) return false;
  const marks = text.match(/[.,;:()]/g)?.length ?? 0;
  return marks * CHARACTERS_PER_MARK < text.length;
}

function placesIn(text: string, pattern: RegExp): Place[] {
  const found: Place[] = [];
  const quick = quickest(pattern, text);
  for (let match = quick.exec(text); match !== null && found.length < MOST_PLACES; match = quick.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** Characters between two places; 0 where they touch or overlap. */
function gap(a: Place, b: Place): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}
