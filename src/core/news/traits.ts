/**
 * Extracts the traits of a news item: which concepts its title and summary combine, whom it names where, and its form. The names of
 * traits are hashed: weights were learnt for exactly these strings.
 */
import { maskEntities, placeholderFor } from './find-entities.ts';
import type { NewsAnalysis } from './news-analysis.ts';
import { CONCEPT_NAMES, type ConceptName, type TermHits } from './term-hits.ts';

interface Trait {
  name: string;
  /** The words of the item behind it. */
  hits: readonly string[];
}

export function extractTraits(analysis: NewsAnalysis): Trait[] {
  const { title, entities } = analysis;
  const traits: Trait[] = [];
  const add = (name: string, hits: readonly string[] = []) => traits.push({ name, hits });

  // 1. Concepts: of the title, alone and in pairs, and of the whole item.
  const titleConcepts = CONCEPT_NAMES.filter(analysis.titleHas);
  for (const concept of titleConcepts) add(`title ${concept}`, analysis.titleHits(concept));
  titleConcepts.forEach((concept, i) => {
    for (const other of titleConcepts.slice(i + 1))
      add(`${concept} + ${other}`, [...analysis.titleHits(concept), ...analysis.titleHits(other)]);
  });
  const concepts = CONCEPT_NAMES.filter(analysis.has);
  for (const concept of concepts) add(concept, analysis.hits(concept));
  // An action in the title and its object in the summary belong together, too.
  for (const action of BINDING_ACTIONS.filter(analysis.has)) {
    for (const object of ACTION_OBJECTS.filter(analysis.has)) {
      add(`${action} of ${object}`, [...analysis.hits(action), ...analysis.hits(object)]);
    }
  }

  // 2. Whom it names, and where.
  const maskedTitle = maskEntities(title.folded, entities);
  const classes = new Set(entities.map(({ entityClass }) => entityClass));
  for (const entityClass of classes) {
    const mentions = entities.filter((entity) => entity.entityClass === entityClass);
    const titleMentions = mentions.filter((entity) => maskedTitle.named.has(entity));
    const [names, titleNames] = [mentions, titleMentions].map((named) =>
      named.flatMap(({ spellings }) => spellings.slice(0, 1)),
    ) as [string[], string[]];
    add(`names ${entityClass}`, names);
    if (titleMentions.length > 0) add(`title names ${entityClass}`, titleNames);
    if (titleMentions.length > 1) add(`title names several of ${entityClass}`, titleNames);
    if (startsWithPlaceholder(maskedTitle.text, placeholderFor(entityClass)))
      add(`title begins with ${entityClass}`, titleNames);
    for (const concept of titleConcepts)
      if (titleNames.length > 0) add(`${entityClass} + ${concept}`, [...titleNames, ...analysis.titleHits(concept)]);
  }
  if (classes.size === 0) add('names nobody');
  for (const kind of new Set(entities.flatMap(({ platformKind }) => platformKind ?? []))) add(`names ${kind}`);

  // 3. Its subject and form.
  if (isAboutAi(analysis)) add('about AI');
  if (isAboutMusic(analysis)) add('about music');
  if (analysis.official) add('official');
  if (/[?？]/.test(title.text)) add('question', ['?']);
  if (/[“”"«»„「『]/.test(title.text)) add('quotation');
  if (/\d/.test(title.text)) add('number');
  if (/[:：]/.test(title.text)) add('colon');
  return traits;
}

/** Actions that bind somebody, and what they may be about. */
const BINDING_ACTIONS = [
  'banned',
  'unpaid',
  'marked',
  'takenOut',
  'settled',
  'filed',
  'ruling',
  'enacted',
  'denied',
  'promised',
  'choice',
  'terms',
  'deal',
  'leaked',
] as const satisfies ConceptName[];
const ACTION_OBJECTS = [
  'training',
  'likeness',
  'aiContent',
  'scraping',
  'musicAi',
  'aiCompany',
  'rightsBody',
] as const satisfies ConceptName[];

const startsWithPlaceholder = (title: string, placeholder: string): boolean =>
  new RegExp(`(?:^|[:：]) *${placeholder} `).test(title);

function isAboutAi(analysis: NewsAnalysis): boolean {
  const { has, entities } = analysis;
  if (entities.some(({ entityClass }) => entityClass === 'generator') || has('musicTracer') || has('machineAct'))
    return true;
  if (has('ai') && !isOnlyAmbiguousAcronym(analysis)) return true;
  const mentionsMusic = has('music') || has('rightsBody');
  return (
    (has('machine') && (mentionsMusic || entities.length > 0)) ||
    (entities.length > 0 && (has('training') || has('choice')))
  );
}

/** About music, or about platforms that creators use. */
function isAboutMusic({ has, entities }: NewsAnalysis): boolean {
  return (
    has('music') ||
    has('rightsBody') ||
    has('musicAi') ||
    has('service') ||
    entities.some(({ entityClass }) => entityClass !== 'ai-company')
  );
}

const AI_ACRONYMS: ReadonlySet<string> = new Set(['AI', 'A.I.', 'IA', 'I.A.', 'KI']);

/** Whether the acronym is the only sign of AI, and may mean something else or be a word in capitals. */
function isOnlyAmbiguousAcronym(analysis: NewsAnalysis): boolean {
  return (
    analysis.hits('ai').every((word) => AI_ACRONYMS.has(word)) && (analysis.has('notAi') || isAllCapsHeadline(analysis))
  );
}

/** Fewer are an acronym in a script without capitals. */
const MIN_CAPITALS = 10;

/** In such a headline, AI may be a name or a preposition. */
function isAllCapsHeadline({ title, fullText }: TermHits): boolean {
  if (/\p{Ll}|\p{Lo}/u.test(title.text) || (title.text.match(/\p{Lu}/gu)?.length ?? 0) < MIN_CAPITALS) return false;
  return !/(?<![\p{L}\p{N}])(?:AI|A\.I\.|IA|KI)(?![\p{L}\p{N}])/u.test(fullText.text.slice(title.text.length));
}
