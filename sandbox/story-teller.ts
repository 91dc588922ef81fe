/** Advances the story day by day: moves the fictional web and the clock, makes the bot poll, and describes the results. */
import type { DocumentPollResult } from '../src/app/watch/poll-documents.ts';
import type { FeedPollResult } from '../src/app/watch/poll-feeds.ts';
import type { SignalPollResult } from '../src/app/watch/poll-signals.ts';
import type { Poller } from '../src/app/watch/poller.ts';
import { documentLabel } from '../src/app/words/labels.ts';
import { translatorFor } from '../src/app/words/translator.ts';
import type { Feed } from '../src/domain/catalog.ts';
import { STORY } from './platform/story.ts';
import type { StoryClock } from './story-clock.ts';

/** The result of polling one source on one day. */
export interface PollFinding {
  source: string;
  words: string;
  /** `trouble`: the source could not be read. */
  result: 'alert' | 'quiet' | 'trouble';
}

export interface StoryView {
  days: number;
  /** Oldest first; the last one is today. */
  soFar: { date: string; tells: string; findings: PollFinding[] }[];
}

export interface StoryTeller {
  view(): StoryView;
  /** Advances by a day and waits for the bot's polls; does nothing after the last day. */
  nextDay(): Promise<StoryView>;
}

interface StoryTellerOptions {
  web: { showDay(day: number): void };
  clock: StoryClock;
  poller: Poller;
  feeds: readonly Feed[];
}

/** Starts on the first day; the bot has polled it when this resolves. */
export async function createStoryTeller({
  web,
  clock,
  poller: rounds,
  feeds,
}: StoryTellerOptions): Promise<StoryTeller> {
  const soFar: StoryView['soFar'] = [];
  let moving: Promise<StoryView> | undefined;
  const view = () => ({ days: STORY.length, soFar });

  const startDay = async (): Promise<StoryView> => {
    const day = STORY[soFar.length];
    if (day === undefined) return view();
    web.showDay(soFar.length);
    clock.moveTo(day.date);
    const documents = await rounds.pollDocuments();
    const signals = await rounds.pollSignals();
    const news = await rounds.pollFeeds();
    await rounds.deliver();
    const first = soFar.length === 0;
    const findings = [
      ...documents.map((result) => documentFinding(result, first)),
      signalFinding(signals, first),
      ...news.map((result) => feedFinding(result, feeds, first)),
    ];
    soFar.push({ date: day.date, tells: day.tells, findings });
    return view();
  };

  await startDay();
  return {
    view,
    // Concurrent calls advance by one day only.
    nextDay() {
      moving ??= startDay().finally(() => {
        moving = undefined;
      });
      return moving;
    },
  };
}

/** @param first on the first day the bot has already polled once, at its start */
function documentFinding({ source, outcome, detail, alert }: DocumentPollResult, first: boolean): PollFinding {
  const name = documentLabel(source, translatorFor('en'));
  switch (outcome) {
    case 'changed':
      return alert
        ? { source: name, words: 'changed → alert', result: 'alert' }
        : { source: name, words: 'changed, not enough for an alert', result: 'quiet' };
    case 'unreadable':
    case 'failed':
      return { source: name, words: `${outcome}: ${detail ?? 'no reason given'}`, result: 'trouble' };
    case 'cosmetic':
      return { source: name, words: 'changed, but not about AI', result: 'quiet' };
    case 'first':
    case 'same':
    case 'not-modified':
      return { source: name, words: first ? 'read for the first time' : 'same', result: 'quiet' };
    default:
      return { source: name, words: detail ?? outcome, result: 'quiet' };
  }
}

/** All signal sources in one finding, because most days nothing changes. */
function signalFinding(results: readonly SignalPollResult[], first: boolean): PollFinding {
  const source = 'For machines (robots.txt and others)';
  const unreadable = results.find(({ outcome }) => outcome === 'failed' || outcome === 'unreadable');
  if (results.some(({ alert }) => alert !== undefined)) return { source, words: 'changed → alert', result: 'alert' };
  if (unreadable) return { source, words: `${unreadable.outcome}: ${unreadable.detail}`, result: 'trouble' };
  const changed = results.some(({ outcome }) => outcome === 'changed');
  const words = first ? 'read for the first time' : changed ? 'changed, not enough for an alert' : 'same';
  return { source, words, result: 'quiet' };
}

function feedFinding(
  { source, outcome, detail, newItems = 0, alerts = [] }: FeedPollResult,
  feeds: readonly Feed[],
  first: boolean,
): PollFinding {
  const name = feeds.find(({ url }) => url === source)?.title ?? source;
  if (outcome === 'failed') return { source: name, words: `failed: ${detail}`, result: 'trouble' };
  if (alerts.length > 0) return { source: name, words: 'news → alert', result: 'alert' };
  if (first) return { source: name, words: 'read for the first time', result: 'quiet' };
  return { source: name, words: newItems > 0 ? 'news, but none to alert' : 'nothing new', result: 'quiet' };
}
