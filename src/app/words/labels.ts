/** Words that several answers share: what a document is called, what a change is in one line. */

import type { Span } from '../../domain/answer.ts';
import type { WatchedDocument } from '../../domain/catalog.ts';
import type { Position, Topic } from '../../domain/vocabulary.ts';
import type { ChangeSummary } from '../ports/store.ts';
import type { MessageKey, Translator } from './translator.ts';
import { MESSAGES } from './translator.ts';

/** What a document of this type is called; types without a message keep their Open Terms Archive name. */
export function documentTypeLabel(type: string, t: Translator): string {
  const key = `document.${type}`;
  return key in MESSAGES.en ? t.text(key as MessageKey) : type;
}

/** What the document of that id is called, without its platform. */
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

/** A name in bold and what there is to say of it. */
export function labelledLine(name: string, words: string, t: Translator): Span[] {
  return t.line('labelled', { name, words });
}

/** One line: what a change is, in the words of the codebook. */
export function changeLabel({ reading }: Pick<ChangeSummary, 'reading'>, t: Translator): string {
  if (reading.change === 'none') return t.text('change.none');
  return t.text(`change.${reading.change}`, {
    topics: topicsLabel(reading.topics, t),
    direction: t.text(`direction.${reading.direction}`),
  });
}

/** Topics in a row; a change about AI with none of them is about AI. */
export function topicsLabel(topics: readonly Topic[], t: Translator): string {
  return topics.map((topic) => t.text(`topic.${topic}`)).join(', ') || t.text('change.ai');
}

/** A headline with more words behind it: it ends as a sentence does. */
export const asSentence = (words: string): string => (/[.!?…]["”»]?$/.test(words) ? words : `${words}.`);

/** Words at the start of a line. */
export const capitalize = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
