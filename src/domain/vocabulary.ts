/** Value lists and scalar types that the other domain files share. */

/** What a statement about AI is about. */
export const TOPICS = [
  'training',
  'third-party-training',
  'scraping',
  'ai-content',
  'likeness',
  'ai-features',
  'automated-decisions',
  'pay',
] as const;
export type Topic = (typeof TOPICS)[number];

/** `none`: nothing changed about AI. `minor`: for the digest. `major`: alerts at once. */
export const SIGNIFICANCES = ['none', 'minor', 'major'] as const;
export type Significance = (typeof SIGNIFICANCES)[number];

/** What becomes of a change: an alert at once, a line in the digest, or nothing. */
export type Verdict = 'ping' | 'digest' | 'silent';

/** What a change means for the creator. */
export const DIRECTIONS = ['better', 'worse', 'neutral', 'mixed'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A document's position on training AI with uploads. */
export const POSITIONS = ['prohibited', 'opt-in', 'opt-out', 'limited', 'permitted', 'silent', 'unclear'] as const;
export type Position = (typeof POSITIONS)[number];

export const PLATFORM_KINDS = [
  'streaming',
  'hosting',
  'marketplace',
  'distributor',
  'sample-library',
  'social',
  'ai-generator',
  'artist-owned',
] as const;
export type PlatformKind = (typeof PLATFORM_KINDS)[number];

/** What kind of thing an event or a piece of news is. */
export const EVENT_KINDS = [
  'terms-change',
  'policy-change',
  'official-statement',
  'press-report',
  'lawsuit',
  'regulation',
  'deal',
  'product',
  'community-reaction',
  'opinion',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Where a rule applies or a court decides; `INT` for no single place. */
export const JURISDICTIONS = [
  'EU',
  'DE',
  'DK',
  'FR',
  'SE',
  'UK',
  'US',
  'US-CA',
  'US-TN',
  'CN',
  'IN',
  'JP',
  'KR',
  'INT',
] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

/** `debate`: who must be asked and paid, before there is a rule. */
export const REGULATION_KINDS = ['law', 'proposal', 'ruling', 'lawsuit', 'guidance', 'deal', 'debate'] as const;
export type RegulationKind = (typeof REGULATION_KINDS)[number];

/** An event in the future has the status it will have then. */
export const REGULATION_STATUSES = [
  'in-force',
  'voluntary',
  'proposed',
  'pending',
  'not-final',
  'decided',
  'settled',
  'closed',
] as const;
export type RegulationStatus = (typeof REGULATION_STATUSES)[number];

/** The bot's languages. Everything is written in English first. */
export const LANGUAGES = ['en', 'fr', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Text for members, in English or in several languages. */
export type LocalText = string | ({ en: string } & Partial<Record<Language, string>>);

/** UTC, in the format of `Date.prototype.toISOString`. */
export type Instant = string;

/** As exact as known: `2024`, `2024-02` or `2024-02-12`. */
export type CalendarDate = string;

/** Lower-case hexadecimal SHA-256. */
export type Sha256 = string;

export type PlatformId = string;

/** `<platform id>/<document type>`, such as `soundcloud/Terms of Service`. */
export type DocumentId = string;
