/** What stands above a clause: its heading, and the line that introduces its list. */
import type { Clause } from '../../domain.ts';
import { keepLast } from '../keep-last.ts';
import { type Concept, occurs, type Patterns, plainTypography } from './lexicon.ts';

export interface Above {
  /** Both, without markup, in lower case. */
  words: string;
  /** The concept stands in them. */
  has(concept: Concept): boolean;
}

const readers = new WeakMap<Patterns, (words: string) => Above>();

/** The same words stand above every clause of a list; a concept is looked for in them once. */
export function aboveOf({ section, lead }: Pick<Clause, 'section' | 'lead'>, patterns: Patterns): Above {
  const read = readers.get(patterns) ?? keepLast((words) => searching(words, patterns));
  readers.set(patterns, read);
  return read(plainTypography(`${section.at(-1) ?? ''}. ${lead}`.toLowerCase()));
}

function searching(words: string, patterns: Patterns): Above {
  const answers = new Map<Concept, boolean>();
  return {
    words,
    has(concept) {
      const known = answers.get(concept);
      if (known !== undefined) return known;
      const answer = occurs(words, patterns[concept]);
      answers.set(concept, answer);
      return answer;
    },
  };
}
