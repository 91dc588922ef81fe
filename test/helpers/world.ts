/** Builders of valid values and fakes; each test overrides what it is about. */

import type { Courier, OutgoingMessage, SendOutcome } from '../../src/app/ports/courier.ts';
import type { Fetcher, FetchOutcome, FetchRequest } from '../../src/app/ports/fetch.ts';
import type { Log } from '../../src/app/ports/log.ts';
import type { Store } from '../../src/app/ports/store.ts';
import type { Subscription } from '../../src/domain/alert.ts';
import type { Feed, Platform, WatchedDocument } from '../../src/domain/catalog.ts';
import type { Change, ChangeAssessment } from '../../src/domain/document.ts';
import type { NewsItem, Story } from '../../src/domain/news.ts';
import { openStore } from '../../src/io/store/open-store.ts';

export const memoryStore = (): Store => openStore('sqlite::memory:');

export function aDocument(overrides: Partial<WatchedDocument> = {}): WatchedDocument {
  const url = overrides.url ?? 'https://tunebox.example/terms';
  return {
    id: 'tunebox/Terms of Service',
    platform: 'tunebox',
    type: 'Terms of Service',
    url,
    language: 'en',
    declaration: {
      pages: [{ fetch: url, select: ['main'], remove: [], removeQueryParams: [], executeClientScripts: false }],
    },
    ...overrides,
  };
}

export function aPlatform(overrides: Partial<Platform> = {}): Platform {
  return {
    id: 'tunebox',
    name: 'Tunebox',
    aliases: ['tune box'],
    kind: 'hosting',
    homepage: 'https://tunebox.example/',
    documents: [aDocument()],
    feeds: [],
    events: [],
    researched: { training: 'unclear', asOf: '2026-01', confidence: 'low', notes: {}, sources: [] },
    tools: [],
    ...overrides,
  };
}

export function aFeed(overrides: Partial<Feed> = {}): Feed {
  return {
    url: 'https://tunebox.example/feed',
    title: 'Tunebox Newsroom',
    language: 'en',
    official: true,
    platform: 'tunebox',
    ...overrides,
  };
}

export function anItem(overrides: Partial<NewsItem> = {}): NewsItem {
  return {
    id: 'item-1',
    title: 'Tunebox changes its terms to train AI on uploads',
    link: 'https://tunebox.example/news/1',
    summary: 'The new terms of service let Tunebox train AI models on music that artists upload.',
    date: '2026-05-02T10:00:00.000Z',
    language: 'en',
    outlet: 'Tunebox Newsroom',
    official: true,
    platform: 'tunebox',
    ...overrides,
  };
}

/** A major story, reported by one outlet. */
export function aStory(overrides: Partial<Story> = {}): Story {
  return {
    id: 'story-1',
    platforms: ['tunebox'],
    topics: ['training'],
    kind: 'policy-change',
    label: 'alert',
    firstSeen: '2026-05-02T10:00:00.000Z',
    items: [anItem()],
    ...overrides,
  };
}

export function aSubscription(overrides: Partial<Subscription> = {}): Subscription {
  return {
    id: 'subscription-1',
    guildId: '100000000000000001',
    channelId: '200000000000000001',
    platforms: [],
    topics: [],
    kinds: ['documents', 'news'],
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: '300000000000000001',
    ...overrides,
  };
}

export function anAssessment(overrides: Partial<ChangeAssessment> = {}): ChangeAssessment {
  return {
    significance: 'major',
    capture: 'ok',
    topics: ['training'],
    direction: 'worse',
    training: { old: 'silent', new: 'permitted' },
    evidence: [
      {
        after: { side: 'new', section: 'Your content', text: 'We may use your uploads to train our AI models.' },
        topics: ['training'],
        direction: 'worse',
        because: 'a new permission to train',
      },
    ],
    reason: 'a new permission to train on uploads',
    ...overrides,
  };
}

export function aChange(overrides: Partial<Change> = {}): Change {
  return {
    id: 'c'.repeat(64),
    document: 'tunebox/Terms of Service',
    platform: 'tunebox',
    oldVersion: 'a'.repeat(64),
    newVersion: 'b'.repeat(64),
    lastSeenOld: '2026-05-01T09:00:00.000Z',
    firstSeenNew: '2026-05-01T10:00:00.000Z',
    assessment: anAssessment(),
    edits: [],
    editCount: 1,
    ...overrides,
  };
}

export const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

/** A log that keeps its lines. */
export function recordingLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const push = (level: string) => (message: string) => void lines.push(`${level}: ${message}`);
  return { lines, debug: push('debug'), info: push('info'), warn: push('warn'), error: push('error') };
}

/** A clock that only moves when told to. */
export function clockAt(start: string) {
  let current = new Date(start);
  return {
    now: () => current,
    moveTo(instant: string) {
      current = new Date(instant);
    },
    moveSeconds(seconds: number) {
      current = new Date(current.getTime() + seconds * 1000);
    },
  };
}

/** @param answers by URL: a page body, or a whole outcome. May be changed between fetches. */
export function fakeWeb(answers: Record<string, string | FetchOutcome>): Fetcher & {
  answers: typeof answers;
  requests: { url: string; request: FetchRequest }[];
} {
  const requests: { url: string; request: FetchRequest }[] = [];
  return {
    answers,
    requests,
    async fetch(url, request) {
      requests.push({ url, request });
      const answer = answers[url];
      if (answer === undefined) return { status: 'failed', code: 'http-status', detail: 'the server answered 404' };
      if (typeof answer !== 'string') return answer;
      return {
        status: 'ok',
        url,
        fetchedAt: '2026-05-01T10:00:00.000Z',
        httpStatus: 200,
        contentType: 'text/html',
        body: answer,
        validators: {},
      };
    },
  };
}

/** A sender that keeps its messages. */
export function fakeSender(
  outcome: (message: OutgoingMessage) => SendOutcome,
): Pick<Courier, 'send'> & { sent: OutgoingMessage[] } {
  const sent: OutgoingMessage[] = [];
  return {
    sent,
    async send(message) {
      sent.push(message);
      return outcome(message);
    },
  };
}

/** Terms long enough to pass for a document, with the given clauses in their content section. */
export function termsPage(clauses: string[], { updated = '1 March 2026' } = {}): string {
  const ordinary = [
    'You must be at least sixteen years old to open an account with us.',
    'You are responsible for everything that happens under your account.',
    'We may suspend accounts that break these terms after giving notice.',
    'You keep all rights in the recordings and compositions that you upload.',
    'You grant us a licence to host, stream and display your uploads so that listeners can hear them.',
    'You may remove your uploads at any time, and the licence ends with their removal.',
    'Fees are shown before you pay and are charged in the currency of your country.',
    'We are not liable for losses that neither of us could have foreseen.',
    'The law of Ireland applies, and its courts decide.',
    'You can write to us at any time through the contact form.',
  ];
  const paragraphs = [...ordinary.slice(0, 5), ...clauses, ...ordinary.slice(5)];
  return `<!doctype html><html lang="en"><head><title>Terms</title></head><body><nav><a href="/">Home</a></nav>
<main><h1>Terms of Service</h1><p>Last updated: ${updated}</p><h2>Your content</h2>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}</main><footer>Contact</footer></body></html>`;
}
