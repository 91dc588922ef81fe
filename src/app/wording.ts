/** The words members read for the closed lists of the domain, and dates as people write them. */
import type {
  AlertKind,
  CalendarDate,
  Change,
  Direction,
  EventKind,
  NewsTopic,
  PlatformKind,
  Position,
} from '../domain.ts';

export const TOPIC_WORDS = {
  training: 'training AI on your content or data',
  'third-party-training': 'others training AI on your content or data',
  scraping: 'scraping and mining',
  'ai-content': 'AI-made uploads',
  likeness: 'voice and likeness',
  'ai-features': 'AI tools on offer',
  'automated-decisions': 'automated decisions',
  pay: 'pay for AI use',
  regulation: 'law',
  lawsuit: 'lawsuits',
  deal: 'deals',
} as const satisfies Record<NewsTopic, string>;

export const POSITION_WORDS = {
  prohibited: 'promises not to train AI on your content or data',
  'opt-in': 'trains AI on your content or data only with your consent',
  'opt-out': 'may train AI on your content or data unless you object',
  limited: 'may train AI on your content or data for some uses only',
  permitted: 'may train AI on your content or data',
  silent: 'says nothing about training AI on your content or data',
  unclear: 'is unclear about training AI on your content or data',
} as const satisfies Record<Position, string>;

export const DIRECTION_WORDS = {
  better: 'better for creators',
  worse: 'worse for creators',
  neutral: 'neither better nor worse for creators',
  mixed: 'better in part, worse in part',
} as const satisfies Record<Direction, string>;

export const PLATFORM_KIND_WORDS = {
  streaming: 'Streaming',
  hosting: 'Hosting',
  marketplace: 'Marketplaces',
  distributor: 'Distributors',
  'sample-library': 'Sample libraries',
  social: 'Social networks',
  'ai-generator': 'AI generators',
  'artist-owned': 'Artist-owned',
} as const satisfies Record<PlatformKind, string>;

export const EVENT_KIND_WORDS = {
  'terms-change': 'terms changed',
  'policy-change': 'policy changed',
  'official-statement': 'official statement',
  'press-report': 'press report',
  lawsuit: 'lawsuit',
  regulation: 'law',
  deal: 'deal',
  product: 'product',
  'community-reaction': 'community',
  opinion: 'opinion',
  other: 'other',
} as const satisfies Record<EventKind, string>;

export const ALERT_KIND_WORDS = {
  documents: 'changed documents',
  news: 'news',
} as const satisfies Record<AlertKind, string>;

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2024` → 2024, `2024-02` → February 2024, `2024-02-12` → 12 February 2024. */
export function dateWords(date: CalendarDate): string {
  const [year = '', month, day] = date.slice(0, 10).split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : Number(day), name, year].filter((part) => part !== undefined).join(' ');
}

/** The name of a document as a person says it: the type, without the platform. */
export function documentType(documentId: string): string {
  return documentId.slice(documentId.indexOf('/') + 1);
}

/** One line: what a change is, in the words of the codebook. */
export function changeWords({ reading }: Change): string {
  if (reading.change === 'none') return 'the text changed, nothing it says about AI did';
  const topics = reading.topics.map((topic) => TOPIC_WORDS[topic]).join(', ');
  return `${reading.change} change about ${topics || 'AI'}: ${DIRECTION_WORDS[reading.direction]}`;
}

/** Words at the start of a line. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
