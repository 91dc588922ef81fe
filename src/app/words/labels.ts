/** Words that several answers share: what a document is called, what a change is in one line. */
import type { WatchedDocument } from '../../domain/catalog.ts';
import type { Position, Topic } from '../../domain/vocabulary.ts';
import type { Span } from '../../domain/answer.ts';
import type { ChangeSummary } from '../ports/store.ts';
import type { MessageKey, Say } from './translator.ts';
import { MESSAGES } from './translator.ts';

/** What a document of this type is called; types without a message keep their Open Terms Archive name. */
export function typeWords(type: string, say: Say): string {
  const key = `document.${type}`;
  return key in MESSAGES.en ? say.text(key as MessageKey) : type;
}

/** What the document of that id is called, without its platform. */
export function documentWords(documentId: string, say: Say): string {
  return typeWords(documentId.slice(documentId.indexOf('/') + 1), say);
}

/** "Terms of Service may train AI …", with a link to the document. */
export function positionLine({ type, url }: WatchedDocument, position: Position, say: Say): Span[] {
  return say.line('stance.document', {
    document: { link: typeWords(type, say), url },
    position: say.text(`position.${position}`),
  });
}

/** A name in bold and what there is to say of it. */
export function labelled(name: string, words: string, say: Say): Span[] {
  return say.line('labelled', { name, words });
}

/** One line: what a change is, in the words of the codebook. */
export function changeWords({ reading }: Pick<ChangeSummary, 'reading'>, say: Say): string {
  if (reading.change === 'none') return say.text('change.none');
  return say.text(`change.${reading.change}`, {
    topics: topicsWords(reading.topics, say),
    direction: say.text(`direction.${reading.direction}`),
  });
}

/** Topics in a row; a change about AI with none of them is about AI. */
export function topicsWords(topics: readonly Topic[], say: Say): string {
  return topics.map((topic) => say.text(`topic.${topic}`)).join(', ') || say.text('change.ai');
}

/** A headline with more words behind it: it ends as a sentence does. */
export const headline = (words: string): string => (/[.!?…]["”»]?$/.test(words) ? words : `${words}.`);

/** Words at the start of a line. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
