/** Writes the message of an alert: a changed document with its quotes, a story with its sources, a law, signals, or a digest. */

import { MAX_OUTLETS_LISTED } from '../../core/alerts/message-fingerprint.ts';
import type { Alert } from '../../domain/alert.ts';
import { type Answer, type Block, type Button, list, type Span, text } from '../../domain/answer.ts';
import type { Catalog, Platform, RegulationEvent } from '../../domain/catalog.ts';
import type { Change } from '../../domain/document.ts';
import type { Story } from '../../domain/news.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { type AlertContent, loadAlertContent, type OwnFindings } from '../ask/alert-content.ts';
import { shortChangeId } from '../ask/changes.ts';
import { platformById, platformOrEntityName, type ReadModel } from '../ask/read-model.ts';
import type { PollAfterReport } from '../reported-changes.ts';
import { capitalize, documentLabel, topicsLabel } from '../words/labels.ts';
import { type Translator, translatorFor } from '../words/translator.ts';
import { evidenceWindowLine, quoteBlocks, relevantPassages } from './change-blocks.ts';
import { changePicture } from './change-picture.ts';
import { digestMessage } from './digest-message.ts';
import { headline } from './lines.ts';
import { signalAlertMessage } from './signal-alert-message.ts';
import { sourceLinks } from './source-links.ts';

/** `/changes` quotes more passages. */
const MAX_QUOTES = 3;

/**
 * @param language of the channel it goes to.
 * @throws Error when the alert's change or story is not in the store.
 */
export async function alertMessage(alert: Alert, readModel: ReadModel, language: Language): Promise<Answer> {
  const content = await loadAlertContent(alert, readModel);
  return { ...messageOf(content, readModel.catalog, translatorFor(language)), language };
}

function messageOf(content: AlertContent, catalog: Catalog, t: Translator): Answer {
  switch (content.kind) {
    case 'documents':
      return changeMessage(content.change, platformById(catalog, content.change.platform), content.reports, t);
    case 'signals':
      return signalAlertMessage(content.change, platformById(catalog, content.change.platform), catalog.crawlers, t);
    case 'story':
      return storyMessage(content.story, content.findings, catalog, t);
    case 'law':
      return lawMessage(content.law, t);
    case 'digest':
      return digestMessage(content, catalog, t);
  }
}

// ---- a changed document

function changeMessage(change: Change, platform: Platform | undefined, reports: Story[], t: Translator): Answer {
  const { assessment } = change;
  const document = platform?.documents.find(({ id }) => id === change.document);
  return {
    title: t.text('alert.document-title', {
      platform: platform?.name ?? change.platform,
      document: documentLabel(change.document, t),
    }),
    url: document?.url,
    tone: assessment.direction,
    blocks: [
      ...revertedBlock(change, t),
      text(
        ...t.line('alert.about', {
          topics: topicsLabel(assessment.topics, t),
          direction: t.text(`direction.${assessment.direction}`),
        }),
      ),
      ...trainingBlock(assessment.training, t),
      ...quoteBlocks(relevantPassages(change), MAX_QUOTES, t, document?.language),
      text(...evidenceWindowLine(change, t)),
      ...reportsBlock(reports, t),
      ...optOutBlock(platform, t),
    ],
    footer: t.text('alert.document-footer'),
    buttons: [
      ...(document ? [{ label: t.text('button.read-document'), url: document.url }] : []),
      beforeAfterButton(change, t),
      timelineButton(change.platform, t),
    ],
    picture: changePicture(change, platform, t),
  };
}

function revertedBlock({ takenBack }: Change, t: Translator): Block[] {
  return takenBack === undefined ? [] : [text(...t.line('alert.taken-back', { instant: { instant: takenBack } }))];
}

function trainingBlock({ old: before, new: now }: Change['assessment']['training'], t: Translator): Block[] {
  if (before === now) return [];
  const positions = { now: t.text(`position.${now}`), before: t.text(`position.${before}`) };
  return [text(...t.line('alert.training', positions))];
}

function reportsBlock(stories: readonly Story[], t: Translator): Block[] {
  const reports = stories
    .filter(({ items }) => items.length > 0)
    .flatMap(({ items }): Span[] => [' ', ...headline(items)]);
  return reports.length === 0 ? [] : [text(...t.line('alert.in-the-press'), ...reports)];
}

function optOutBlock(platform: Platform | undefined, t: Translator): Block[] {
  if (platform?.optOut === undefined) return [];
  const { how, url } = platform.optOut;
  return [
    text(
      ...t.line('alert.you-can', { how: t.local(how) }),
      ...(url ? [' ', { link: t.text('stance.opt-out-page'), url }] : []),
    ),
  ];
}

const beforeAfterButton = ({ id }: Change, t: Translator): Button => ({
  label: t.text('button.before-and-after'),
  call: { command: 'diff', args: shortChangeId(id) },
});

const timelineButton = (platform: string, t: Translator): Button => ({
  label: t.text('button.timeline'),
  call: { command: 'timeline', args: platform },
});

// ---- a story

function storyMessage(story: Story, findings: OwnFindings, catalog: Catalog, t: Translator): Answer {
  const [first] = story.items;
  const about = [
    capitalize(t.text(`event.${story.kind}`)),
    story.platforms.map((id) => platformOrEntityName(catalog, id)).join(', '),
    story.topics.map((topic) => t.text(`topic.${topic}`)).join(', '),
  ];
  const watched = story.platforms.find((id) => platformById(catalog, id) !== undefined);
  return {
    title: first?.title ?? t.text('alert.news'),
    url: first?.link,
    tone: 'neutral',
    blocks: [
      ...(first?.summary
        ? [{ kind: 'quote' as const, label: first.outlet, text: first.summary, language: first.language }]
        : []),
      text(about.filter((part) => part !== '').join(' · ')),
      ...(findings.change ? [seenChangeBlock(findings.change, findings.wasAlerted === true, catalog, t)] : []),
      ...(findings.poll ? [pollBlock(findings.poll, t)] : []),
      list(
        story.items
          .slice(0, MAX_OUTLETS_LISTED)
          .map(({ outlet, link, date, official }) => [
            { link: outlet, url: link },
            official ? ` ${t.text('alert.official')}` : '',
            ...(date ? [', ', { instant: date }] : []),
          ]),
      ),
    ],
    footer: t.text('alert.story-footer'),
    buttons: [
      ...(findings.change ? [beforeAfterButton(findings.change, t)] : []),
      ...(watched ? [timelineButton(watched, t)] : []),
    ],
  };
}

function seenChangeBlock(change: Change, wasAlerted: boolean, catalog: Catalog, t: Translator): Block {
  return text(
    ...t.line(wasAlerted ? 'alert.seen-told' : 'alert.seen', {
      platform: platformOrEntityName(catalog, change.platform),
      document: documentLabel(change.document, t),
      date: { date: change.firstSeenNew },
      topics: topicsLabel(change.assessment.topics, t),
    }),
  );
}

function pollBlock({ at, read, unreadable }: PollAfterReport, t: Translator): Block {
  const lines = [
    ...(read > 0 ? [t.line('alert.looked', { at: { instant: at }, count: read })] : []),
    ...(unreadable > 0 ? [t.line('alert.looked-unread', { count: unreadable })] : []),
  ];
  return text(...lines.flatMap((line, i) => (i > 0 ? [' ', ...line] : line)));
}

// ---- a law

function lawMessage({ jurisdiction, title, effect, dateNote, sources }: RegulationEvent, t: Translator): Answer {
  return {
    title: t.text('alert.law-title', { place: t.text(`place.${jurisdiction}`), title: t.local(title) }),
    url: sources[0],
    tone: 'neutral',
    blocks: [text(t.local(effect)), ...(dateNote ? [text(t.local(dateNote))] : []), text(...sourceLinks(sources, t))],
    footer: t.text('alert.law-footer'),
    buttons: [{ label: t.text('button.regulation'), call: { command: 'regulation', args: jurisdiction } }],
  };
}
