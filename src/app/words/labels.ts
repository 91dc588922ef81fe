/** Labels that several answers share: names of documents, changes and topics, in the member's language. */
import type { Span } from '../../domain/answer.ts';
import type { WatchedDocument } from '../../domain/catalog.ts';
import type { Position, Topic } from '../../domain/vocabulary.ts';
import type { ChangeSummary } from '../ports/store.ts';
import { MESSAGES, type MessageKey, type Translator } from './translator.ts';

/** The name of a document type; types without a message keep their Open Terms Archive name. */
export function documentTypeLabel(type: string, t: Translator): string {
  const key = `document.${type}`;
  return key in MESSAGES.en ? t.text(key as MessageKey) : type;
}

/** The name of a document by its id, without the platform. */
export function documentLabel(documentId: string, t: Translator): string {
  return documentTypeLabel(documentId.slice(documentId.indexOf('/') + 1), t);
}

/** "Terms of Service may train AI …", with a link to the document. */
export function positionLine({ type, url }: WatchedDocument, position: Position, t: Translator): Span[] {
  return t.line('stance.document', {
    document: { link: documentTypeLabel(type, t), url },
    position: t.text(`position.${position}`),
  });
}

/** A name in bold, and words about it. */
export function labelledLine(name: string, words: string, t: Translator): Span[] {
  return t.line('labelled', { name, words });
}

/** What a change means: "major change about …, worse for creators". */
export function changeLabel({ assessment }: Pick<ChangeSummary, 'assessment'>, t: Translator): string {
  if (assessment.significance === 'none') return t.text('change.none');
  return t.text(`change.${assessment.significance}`, {
    topics: topicsLabel(assessment.topics, t),
    direction: t.text(`direction.${assessment.direction}`),
  });
}

/** Topics, comma-separated; without any, "AI". */
export function topicsLabel(topics: readonly Topic[], t: Translator): string {
  return topics.map((topic) => t.text(`topic.${topic}`)).join(', ') || t.text('change.ai');
}

/** Ends words with a full stop, unless they end with punctuation. */
export const asSentence = (words: string): string => (/[.!?…]["”»]?$/.test(words) ? words : `${words}.`);

export const capitalize = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
