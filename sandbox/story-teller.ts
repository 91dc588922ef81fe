/** Tells the story day by day: moves the fictional web and the clock, lets the bot look, and says what it made of it. */
import type { DocumentPollResult } from '../src/app/watch/poll-documents.ts';
import type { FeedPollResult } from '../src/app/watch/poll-feeds.ts';
import type { SignalPollResult } from '../src/app/watch/poll-signals.ts';
import type { Poller } from '../src/app/watch/poller.ts';
import { documentLabel } from '../src/app/words/labels.ts';
import { translatorFor } from '../src/app/words/translator.ts';
import type { Feed } from '../src/domain/catalog.ts';
import { STORY } from './platform/story.ts';
import type { StoryClock } from './story-clock.ts';

/** What the bot made of one source on one day. */
export interface Finding {
  source: string;
  words: string;
  /** Whether it told the channels, kept quiet, or could not read. */
  result: 'alert' | 'quiet' | 'trouble';
}

export interface StoryView {
  days: number;
  /** Oldest first; the last one is today. */
  soFar: { date: string; tells: string; findings: Finding[] }[];
}

export interface StoryTeller {
  view(): StoryView;
  /** Moves on by a day and waits for the bot's looks; on the last day nothing moves. */
  nextDay(): Promise<StoryView>;
}

interface TellerContext {
  web: { showDay(day: number): void };
  clock: StoryClock;
  rounds: Poller;
  feeds: readonly Feed[];
}

/** Begins on the first day, which the bot has seen when this returns. */
export async function createStoryTeller({ web, clock, rounds, feeds }: TellerContext): Promise<StoryTeller> {
  const soFar: StoryView['soFar'] = [];
  let moving: Promise<StoryView> | undefined;
  const view = () => ({ days: STORY.length, soFar });

  const begin = async (): Promise<StoryView> => {
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
      ...documents.map((look) => documentFinding(look, first)),
      signalFinding(signals, first),
      ...news.map((look) => feedFinding(look, feeds, first)),
    ];
    soFar.push({ date: day.date, tells: day.tells, findings });
    return view();
  };

  await begin();
  return {
    view,
    // Pressed twice, it still moves by one day.
    nextDay() {
      moving ??= begin().finally(() => {
        moving = undefined;
      });
      return moving;
    },
  };
}

/** On the first day the bot has looked once already, at its start. */
function documentFinding({ source, outcome, detail, alert }: DocumentPollResult, first: boolean): Finding {
  const name = documentLabel(source, translatorFor('en'));
  switch (outcome) {
    case 'changed':
      return alert
        ? { source: name, words: 'changed → alert', result: 'alert' }
        : { source: name, words: 'changed, too little to ping anybody', result: 'quiet' };
    case 'unreadable':
    case 'failed':
      return { source: name, words: `${outcome}: ${detail ?? 'no reason given'}`, result: 'trouble' };
    case 'cosmetic':
      return { source: name, words: 'other words, the same about AI', result: 'quiet' };
    case 'first':
    case 'same':
    case 'not-modified':
      return { source: name, words: first ? 'read for the first time' : 'same', result: 'quiet' };
    default:
      return { source: name, words: detail ?? outcome, result: 'quiet' };
  }
}

/** The files and headers for machines, in one line: on most days there is nothing to say of them. */
function signalFinding(looks: readonly SignalPollResult[], first: boolean): Finding {
  const source = 'For machines (robots.txt and others)';
  const troubled = looks.find(({ outcome }) => outcome === 'failed' || outcome === 'unreadable');
  if (looks.some(({ alert }) => alert !== undefined)) return { source, words: 'changed → alert', result: 'alert' };
  if (troubled) return { source, words: `${troubled.outcome}: ${troubled.detail}`, result: 'trouble' };
  const changed = looks.some(({ outcome }) => outcome === 'changed');
  const words = first ? 'read for the first time' : changed ? 'changed, too little to ping anybody' : 'same';
  return { source, words, result: 'quiet' };
}

function feedFinding(
  { source, outcome, detail, newItems = 0, alerts = [] }: FeedPollResult,
  feeds: readonly Feed[],
  first: boolean,
): Finding {
  const name = feeds.find(({ url }) => url === source)?.title ?? source;
  if (outcome === 'failed') return { source: name, words: `failed: ${detail}`, result: 'trouble' };
  if (alerts.length > 0) return { source: name, words: 'news → alert', result: 'alert' };
  if (first) return { source: name, words: 'read for the first time', result: 'quiet' };
  return { source: name, words: newItems > 0 ? 'news, nothing to tell' : 'nothing new', result: 'quiet' };
}
