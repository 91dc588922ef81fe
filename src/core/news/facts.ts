/** Signals put together: whom an item names, and whether it is about AI and about music at all. */
import type { NewsItem, Platform } from '../../domain.ts';
import { aboutRights } from './conditions.ts';
import { fold } from './phrases.ts';
import { type Named, namedPlatforms } from './platforms-named.ts';
import { type Signals, signalsOf } from './signals.ts';
import { EVERYDAY_NAMES } from './words/everyday.ts';

export interface Facts extends Signals {
  item: NewsItem;
  named: Named;
  /** It speaks of machines that make, copy or learn. */
  aboutAi: boolean;
  /** It speaks of music or of those who make it. */
  aboutMusic: boolean;
  /** The title names one of them. */
  titleNames: boolean;
  /** The title, or what stands behind its first colon, begins with one of them. */
  titleLeads: boolean;
  /** A company or model that makes music is in it. */
  musicGenerator: boolean;
  /** Only networks are named where music is one thing among many. */
  social: boolean;
  /** A named platform that carries music by people: everything but generators. */
  carrier: boolean;
}

export function factsOf(item: NewsItem, platforms: readonly Platform[]): Facts {
  const signals = signalsOf(item);
  const { has, words } = signals;
  const named = namedPlatforms(item, signals.search, platforms, has('music') || has('training'));
  const kinds = platforms.filter(({ id }) => named.platforms.includes(id)).map(({ kind }) => kind);
  const musicGenerator = kinds.includes('ai-generator') || (has('musicAi') && !onlyRefusedNames(signals, named));
  const bareLetters = words('ai').every((word) => BARE_LETTERS.has(word)) && (has('notAi') || inCapitals(signals));
  const ofMusic = has('music') || has('rightsBody');
  const musicMachine = musicGenerator || has('musicTracer') || has('machineAct');
  const aboutAi =
    musicMachine ||
    (has('ai') && !bareLetters) ||
    (has('machine') && ofMusic) ||
    (named.platforms.length > 0 && has('training', 'choice'));
  const title = fold(signals.title.text);
  const names = named.names.map(fold);
  return {
    ...signals,
    item,
    named,
    aboutAi,
    aboutMusic: musicMachine || (ofMusic && !hardlyOfMusic(signals, named)),
    musicGenerator,
    titleNames: names.some((name) => title.includes(name)),
    titleLeads: names.some((name) => title.startsWith(name) || title.includes(`: ${name}`)),
    social: kinds.length > 0 && kinds.every((kind) => kind === 'social'),
    carrier: kinds.some((kind) => kind !== 'ai-generator'),
  };
}

/** Audio and copyright are spoken of in many trades; of training, in courts and in parliaments they are music's as well. */
function hardlyOfMusic({ has, words, titleHas }: Signals, { platforms }: Named): boolean {
  const musicToo =
    platforms.length > 0 ||
    has('rightsBody') ||
    has('training') ||
    (has('service') && aboutRights(has)) ||
    titleHas('government') ||
    titleHas('lawsuit');
  const hardly = words('hardlyMusic');
  return !musicToo && words('music').every((word) => hardly.includes(word));
}

const BARE_LETTERS = new Set(['AI', 'A.I.', 'IA', 'I.A.', 'KI']);

/** Fewer are an abbreviation in a script that has no capitals. */
const FEWEST_CAPITALS = 10;

/** In a headline all in capitals, AI may be a name or a preposition. */
function inCapitals({ title, search }: Signals): boolean {
  if (/\p{Ll}|\p{Lo}/u.test(title.text) || (title.text.match(/\p{Lu}/gu)?.length ?? 0) < FEWEST_CAPITALS) return false;
  return !/(?<![\p{L}\p{N}])(?:AI|A\.I\.|IA|KI)(?![\p{L}\p{N}])/u.test(search.text.slice(title.text.length));
}

/** Names such as Suno were looked at with care: one that was not taken for the platform is none here either. */
function onlyRefusedNames({ words }: Signals, { names }: Named): boolean {
  const taken = names.map(fold);
  return words('musicAi')
    .map(fold)
    .every((name) => isEveryday(name) && !taken.includes(name));
}

const isEveryday = (folded: string): boolean => EVERYDAY_NAMES.some(({ name }) => name === folded);
