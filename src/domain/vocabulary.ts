/** Closed lists of values and the scalar types that every family of nouns is built from. */

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

/** `none` says the same, `minor` goes to the digest, `major` pings. */
export const SIGNIFICANCES = ['none', 'minor', 'major'] as const;
export type Significance = (typeof SIGNIFICANCES)[number];

/** Told at once, told in the digest, or not told. */
export type Verdict = 'ping' | 'digest' | 'silent';

/** What a change means for the creator. */
export const DIRECTIONS = ['better', 'worse', 'neutral', 'mixed'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Where a document stands on training AI with what creators upload. */
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

/** Where a rule holds or a court decides; `INT` where it is no single place. */
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

/** What kind of step in the law an event is; `debate` is who must be asked and paid, before there is a rule. */
export const REGULATION_KINDS = ['law', 'proposal', 'ruling', 'lawsuit', 'guidance', 'deal', 'debate'] as const;
export type RegulationKind = (typeof REGULATION_KINDS)[number];

/** How it stands: an event whose date is ahead is announced with the status it will have then. */
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

/** The languages the bot speaks; English is the one that everything is written in first. */
export const LANGUAGES = ['en', 'fr', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Words people wrote for members: in English alone, or in English and some of the other languages. */
export type LocalText = string | ({ en: string } & Partial<Record<Language, string>>);

/** Instant in UTC, as `Date.prototype.toISOString` writes it. */
export type Instant = string;

/** A date as exactly as it is known: `2024`, `2024-02` or `2024-02-12`. */
export type CalendarDate = string;

/** Lower-case hexadecimal SHA-256. */
export type Sha256 = string;

export type PlatformId = string;

/** `<platform id>/<document type>`, such as `soundcloud/Terms of Service`. */
export type DocumentId = string;
