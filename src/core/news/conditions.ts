/** What the label rules ask of an item, beyond the words of a single list. */
import type { Facts } from './facts.ts';
import type { SignalName } from './signals.ts';

export const named = (f: Facts): boolean => f.named.platforms.length > 0;

/** A platform of the catalog or another service. */
export const carriesMusic = (f: Facts): boolean => f.carrier || f.has('service');

/** Somebody of the music business has a part in it: a platform, a generator, a label, a society. */
export const musicSide = (f: Facts): boolean => f.musicGenerator || f.carrier || f.has('rightsBody') || f.has('music');

/** In the title; or anywhere, where it is said of machine-made music or imitations. */
export const said = (f: Facts, what: SignalName): boolean =>
  f.titleHas(what) ||
  (f.has(what) && (f.item.official || ((f.has('aiContent') || f.has('likeness')) && !f.titleHas('features'))));

export const speaksOfRights = (f: Facts): boolean =>
  f.musicGenerator || aboutRights(f.has) || f.has('scraping') || f.has('choice');

export const aboutRights = (has: Facts['has']): boolean => has('training') || has('likeness') || has('aiContent');

/** Something is done that binds somebody, whatever else the item talks of. */
export const binds = (has: Facts['has']): boolean => BINDING.some((name) => has(name)) || has('training', 'choice');
const BINDING = ['settled', 'banned', 'unpaid', 'marked', 'terms', 'ruling', 'deal'] as const;

export const keepsOut = (f: Facts): boolean =>
  f.titleNames && (f.titleHas('banned') || f.titleHas('unpaid') || f.titleHas('marked'));

/** It says what it does or will do with the works of others; a rule in the title is more than words about it. */
export const takesPosition = (f: Facts): boolean =>
  f.has('denied') || f.has('promised')
    ? (f.has('training') || f.has('terms') || f.has('choice')) && (!keepsOut(f) || speaks(f.titleHas))
    : f.has('statement') && (f.has('training') || f.has('terms')) && !keepsOut(f);

/** It is not said how, but rights are at stake: a headline that begins with a platform and speaks of AI tells what it does. */
export const hasPosition = (f: Facts): boolean =>
  f.titleHas('training') ||
  f.titleHas('likeness') ||
  (f.titleNames && (f.has('training') || f.has('likeness'))) ||
  (f.titleLeads && (f.has('aiContent') || (f.titleHas('ai') && f.has('music'))));

/** Two firms offer a tool together, and nobody's rights are sold. */
export const sharesTools = (f: Facts): boolean =>
  f.titleHas('features') && !f.has('training') && !f.musicGenerator && !f.has('major') && !f.has('rightsBody');

export const speaks = (has: Facts['has']): boolean => has('statement') || has('denied') || has('promised');

/** Not the platform's own newsroom, which neither muses nor complains. */
export const press = ({ item }: Facts): boolean => !item.official;

export const asks = ({ title }: Facts): boolean => /[?？]/.test(title.text);
