/** The lines and quotes that several answers share: stories, laws, events, changes, stances. */
import type { Block, Span } from '../../domain/answer.ts';
import type { RegulationEvent, ResearchedStance, TimelineEvent } from '../../domain/catalog.ts';
import type { ChangeSummary, StorySummary } from '../ports/store.ts';
import { asSentence, documentLabel } from '../words/labels.ts';
import type { Translator } from '../words/translator.ts';
import { sourceLinks } from './source-links.ts';

/** The headline of a story, linked, and who published it. */
export function headline([first]: StorySummary['items'], outlets = first?.outlet): Span[] {
  return first ? [{ link: first.title, url: first.link }, ` (${outlets})`] : [];
}

/** "lawsuit · Tunebox · Headline (Outlet)". */
export function storyLine(
  { kind, items }: Pick<StorySummary, 'kind' | 'items'>,
  platforms: readonly string[],
  t: Translator,
  outlets?: string,
): Span[] {
  const about = [t.text(`event.${kind}`), platforms.join(', ')].filter((part) => part !== '');
  return [`${about.join(' · ')} · `, ...headline(items, outlets)];
}

/** Sources linked after an event that is one of many. */
const MAX_SOURCES_WHEN_BRIEF = 2;

/**
 * "12 February 2024 · label · Title. What it means. Sources: …", of a law or an event of the catalog.
 * @param brief leaves out how the date is known, and most sources.
 */
export function eventLine(
  { date, title, effect, dateNote, sources }: TimelineEvent | RegulationEvent,
  label: string,
  t: Translator,
  { brief }: { brief: boolean },
): Span[] {
  return [
    { date },
    ` · ${label} · `,
    { bold: asSentence(t.local(title)) },
    effect ? ` ${t.local(effect)}` : '',
    ...(dateNote && !brief ? [` (${t.local(dateNote)})`] : []),
    ...sourceLinks(sources, t, brief ? MAX_SOURCES_WHEN_BRIEF : undefined),
  ];
}

/** A law with its jurisdiction. */
export const lawLine = (law: RegulationEvent, t: Translator): Span[] =>
  eventLine(law, t.text(`place.${law.jurisdiction}`), t, { brief: true });

/** "12 February 2024 · Terms of Service · what changed". */
export function changeLine(
  { firstSeenNew, document, origin }: Pick<ChangeSummary, 'firstSeenNew' | 'document' | 'origin'>,
  label: Span,
  t: Translator,
): Span[] {
  return [
    { date: firstSeenNew },
    ` · ${documentLabel(document, t)} · `,
    label,
    origin ? ` ${t.text('timeline.recorded-by', { origin })}` : '',
  ];
}

/** What people found out about a platform's stance on training, and how sure they are. */
export const researchedLine = ({ asOf, confidence, training }: ResearchedStance, t: Translator): Span[] =>
  t.line('stance.as-of', {
    date: { date: asOf },
    confidence: t.text(`confidence.${confidence}`),
    position: t.text(`position.${training}`),
  });

/** A clause of a document, under a label. */
export const clauseQuote = (
  { text, section }: { text: string; section: string },
  label: string,
  language: string | undefined,
): Block => ({ kind: 'quote', label, text, section: section || undefined, language });
