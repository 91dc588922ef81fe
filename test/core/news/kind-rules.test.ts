import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readNewsItem } from '../../../src/core/news/relevance.ts';
import type { EventKind, NewsItem } from '../../../src/domain.ts';
import { newsItem, PLATFORMS } from './platforms.ts';

const ja = { language: 'ja' };
const de = { language: 'de' };
const official = { official: true, platform: 'soundcloud', outlet: 'SoundCloud Blog' };

const ROWS: [kind: EventKind, title: string, summary?: string, overrides?: Partial<NewsItem>][] = [
  // What is ignored has a kind as well.
  ['lawsuit', 'Novelists sue maker of AI chatbot over books'],
  ['product', 'Phone maker launches AI camera app'],
  ['other', 'Museum of clocks opens on Sunday'],
  // A mention, told by its title.
  ['community-reaction', 'Choir criticises AI hymn'],
  ['opinion', 'Pianist says AI has no left hand'],
  ['official-statement', 'Udio apologises for AI song', 'The singer had complained.'],
  ['other', 'A choir and an AI'],
  // A position.
  ['deal', 'SoundCloud, Universal and AI music'],
  ['policy-change', 'SoundCloud, AI training and your tracks', 'A guideline has more.'],
  ['press-report', 'SoundCloud, AI training and your tracks'],
  // The press tells of a promise; a denial is the firm's own word, and so is whatever its newsroom says.
  ['press-report', 'SoundCloud boss promises opt-in before any AI training'],
  ['official-statement', 'SoundCloud denies training AI on uploads'],
  ['official-statement', 'We will ask before any AI training', 'We promise an opt-in.', official],
  // What is marked is a feature, what is forbidden a rule, what is gone a fact.
  ['product', 'Deezer puts a label on AI songs'],
  ['policy-change', 'Deezer verbannt KI-Musik', '', de],
  ['press-report', 'Spotify purges AI songs of a bot ring'],
  ['policy-change', 'Deezer、AI生成楽曲を禁止', '', ja],
];
for (const [kind, title, summary, overrides] of ROWS)
  test(`${kind}: ${title}`, () => {
    const reading = readNewsItem(newsItem(title, summary, overrides), PLATFORMS);
    assert.equal(reading.kind, kind, reading.reason);
  });
