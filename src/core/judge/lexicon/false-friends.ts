import type { Language } from '../../extract/language.ts';

/**
 * Words that are English in the lexicon and something else in a language: the Italian preposition "ai", the Portuguese "no" (in the),
 * the French "en train de". No English alternative begins with them there; what they mean in it, its own lexicon says.
 */
export const FALSE_FRIENDS: Readonly<Partial<Record<Language, string>>> = {
  de: 'tags?',
  fr: "(?<=['’])ai|train",
  it: 'ai(?![-‑]| (?:generated|act|tools?|features?|assistants?|models?|training)(?!\\w))|ad',
  pt: 'no',
};
