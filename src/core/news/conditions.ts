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
  (what === 'unpaid' && f.titleNames && f.has('unpaid', 'aiContent') && !f.titleHas('deal')) ||
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

/** The one who licenses is a platform, a generator or a society; what labels and firms of another trade agree on is their own affair. */
export const contracts = (f: Facts): boolean =>
  f.titleHas('deal') &&
  (f.musicGenerator || ((named(f) || f.has('rightsBody')) && f.has('ai'))) &&
  !onlyLooksBack(f) &&
  !f.titleHas('negotiates') &&
  !sharesTools(f);

/** Its contracts are named to say when or about what, and none is new. */
export const onlyLooksBack = (f: Facts): boolean => f.titleWords('deal').length <= f.titleWords('followUp').length;

/** A rule for charts and prizes, which says nothing of what a platform carries. */
export const rulesCharts = (f: Facts): boolean => f.titleHas('chart') && (f.titleHas('banned') || f.titleHas('terms'));

/** Labels and artists want things taken down; a platform that lets them ask is named first. */
export const asksForTakedown = (f: Facts): boolean => f.titleHas('takedownAsked') && !f.titleLeads;

/** Its inner papers show that it took works of others. */
export const isExposed = (f: Facts): boolean =>
  (named(f) || f.musicGenerator) &&
  ((f.titleHas('leaked') && (f.titleHas('scraping') || f.titleHas('training') || f.titleHas('theft'))) ||
    (f.titleLeads && f.musicGenerator && f.titleHas('scraping'))) &&
  !f.has('procedure');

/** How much is marked or not paid under rules that are known; songs that are “100 %” machine-made are no count. */
export const counts = (f: Facts): boolean =>
  f.titleWords('amounts').some((amount) => !/^100\s?%$/.test(amount)) &&
  !f.titleHas('features') &&
  !f.titleHas('banned') &&
  !f.titleHas('takenOut') &&
  !f.titleHas('terms');

/** Others complain, but it is the platform that speaks or acts. */
export const answers = (f: Facts): boolean => (f.titleNames && speaks(f.titleHas)) || (f.titleLeads && keepsOut(f));

/** A generator marks or rations what it makes. */
export const bindsUsers = (f: Facts): boolean =>
  named(f) && f.musicGenerator && !f.carrier && (f.titleHas('marked') || f.titleHas('limits'));

/** Nobody who carries music is named, and what is told of is a wish. */
export const suggests = (f: Facts): boolean => !named(f) && f.titleHas('proposes') && !f.titleHas('government');

/** A suit is not called one, but one side is said to have taken works, and a court is asked. */
export const accusesOfTheft = (f: Facts): boolean =>
  f.has('lawsuit') && f.titleHas('accused', 'theft') && !f.titleHas('earlier') && !f.has('procedure');

/** It is not said how, but rights are at stake: a headline that begins with a platform and speaks of AI tells what it does. */
export const hasPosition = (f: Facts): boolean =>
  f.titleHas('training') ||
  f.titleHas('likeness') ||
  (f.titleNames && (f.has('training') || f.has('likeness'))) ||
  (f.titleLeads && !f.musicGenerator && (f.has('aiContent') || (f.titleHas('ai') && f.has('music'))));

/** Two firms offer a tool together, and nobody's rights are sold. */
export const sharesTools = (f: Facts): boolean =>
  !f.has('training') &&
  (f.titleHas('detection') || (f.titleHas('features') && !f.musicGenerator && !f.has('major') && !f.has('rightsBody')));

export const speaks = (has: Facts['has']): boolean => has('statement') || has('denied') || has('promised');

/** Not the platform's own newsroom, which neither muses nor complains. */
export const press = ({ item }: Facts): boolean => !item.official;

export const asks = ({ title }: Facts): boolean => /[?？]/.test(title.text);
