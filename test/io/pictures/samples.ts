/** Builds complete pictures; tests override what they are about. */
import type {
  BeforeAfterPicture,
  MatrixCell,
  MatrixPicture,
  MovesPicture,
  TimelinePicture,
} from '../../../src/domain/picture.ts';
import { EVENT_MARKS } from '../../../src/domain/picture.ts';

const CELLS: readonly MatrixCell[] = [
  [{ marks: ['read'], figure: '3', words: 'clauses' }],
  [{ marks: ['researched'], words: 'sources' }],
  [{ marks: ['read', 'researched'], figure: '12', words: 'clauses' }],
  [{ marks: ['unknown'], words: 'unknown' }],
  [
    { marks: ['read'], words: 'opt-in', tone: 'better' },
    { marks: ['researched'], words: 'allowed', tone: 'worse' },
  ],
];

export function aMatrix(columns: string[], overrides: Partial<MatrixPicture> = {}): MatrixPicture {
  return {
    kind: 'matrix',
    name: 'compare',
    title: 'Where they stand on AI',
    columns,
    rows: ['Training', 'Others’ training', 'Scraping', 'AI uploads', 'Voice', 'AI tools', 'Decisions', 'Pay'].map(
      (label, row) => ({
        label,
        cells: columns.map((_, i) => CELLS[(row + i) % CELLS.length] ?? []),
      }),
    ),
    legend: [
      { mark: 'read', words: 'clauses in documents this bot read' },
      { mark: 'researched', words: 'researched by people' },
      { mark: 'unknown', words: 'nothing known' },
    ],
    altText: 'Table of platforms by topic.',
    ...overrides,
  };
}

export function aTimeline(overrides: Partial<TimelinePicture> = {}): TimelinePicture {
  const marks = Array.from({ length: 28 }, (_, i) => EVENT_MARKS[i % EVENT_MARKS.length] ?? 'talk');
  return {
    kind: 'timeline',
    name: 'timeline',
    title: 'Tunebox: timeline',
    subtitle: '2018–26 · 60 entries',
    earlier: [
      { years: '2018–22', marks: marks.slice(0, 9) },
      { years: '2023', marks },
      { years: '2024', marks, more: '+ 12' },
    ],
    latest: [
      {
        year: '2024',
        date: '12 February 2024',
        mark: 'document',
        label: 'terms changed',
        title: 'A clause on AI comes in',
      },
      { year: '2025', date: '7 May 2025', mark: 'talk', label: 'community', title: 'A musician finds it and says so' },
      {
        year: '2025',
        date: 'June 2025',
        mark: 'statement',
        label: 'official statement',
        title: 'The platform explains',
      },
      { year: '2026', date: '2026', mark: 'law', label: 'lawsuit', title: 'It goes to court' },
    ],
    legend: EVENT_MARKS.map((mark) => ({ mark, words: mark })),
    altText: 'Tunebox: timeline.',
    ...overrides,
  };
}

export function aCard(overrides: Partial<BeforeAfterPicture> = {}): BeforeAfterPicture {
  const side = { section: 'Your content', cutBefore: false, cutAfter: false };
  return {
    kind: 'before-after',
    name: 'before-and-after',
    title: 'Tunebox: Terms of Service',
    subtitle: 'Training AI on your content or data',
    verdict: { words: 'Worse for creators', tone: 'worse' },
    window: 'Old text last seen 1 May 2026, new text first seen 2 May 2026.',
    before: {
      ...side,
      label: 'Before',
      runs: [
        { words: 'We will ', changed: false },
        { words: 'never', changed: true },
        { words: ' teach a machine with your songs.', changed: false },
      ],
    },
    after: {
      ...side,
      label: 'Now',
      cutAfter: true,
      runs: [
        { words: 'We will teach a machine with your songs', changed: false },
        { words: ', unless you object.', changed: true },
      ],
    },
    more: '… and 2 more passages.',
    source: 'https://tunebox.example/terms',
    altText: 'Tunebox: Terms of Service. Worse for creators.',
    ...overrides,
  };
}

/** A card with only these words, as its new side. */
export const aCardOf = (words: string): BeforeAfterPicture =>
  aCard({
    before: undefined,
    after: { label: 'New', runs: [{ words, changed: false }], cutBefore: false, cutAfter: false },
  });

export function someMoves(overrides: Partial<MovesPicture> = {}): MovesPicture {
  return {
    kind: 'moves',
    name: 'moves',
    title: 'What moved this week',
    subtitle: '2 – 9 May 2026',
    moves: [
      {
        platform: 'Tunebox',
        topic: 'training',
        from: 'says nothing',
        to: 'may train unless you object',
        tone: 'worse',
      },
      { platform: 'Larkspool', topic: 'AI-made uploads', to: 'bans music made by AI alone', tone: 'better' },
    ],
    more: '… and 3 more.',
    altText: 'Two platforms moved.',
    ...overrides,
  };
}
