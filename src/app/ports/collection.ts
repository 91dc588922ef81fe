/** The kinds of collection a store is made of, whatever they hold. */
import type { CalendarDate, Instant, PlatformId } from '../../domain/vocabulary.ts';

/** A named set of values. A `put` that returned is on disk. */
export interface Collection<Value> {
  get(key: string): Promise<Value | undefined>;
  /** `ttlSeconds`: the value may be forgotten after that. */
  put(key: string, value: Value, ttlSeconds?: number): Promise<void>;
  /** All of them or none. */
  putMany(entries: readonly { key: string; value: Value; ttlSeconds?: number }[]): Promise<void>;
  has(key: string): Promise<boolean>;
  delete(key: string): Promise<void>;
  /** All of them or none. */
  deleteMany(keys: readonly string[]): Promise<void>;
  /** In key order; with a prefix, only keys that begin with it. */
  entries(prefix?: string): AsyncIterable<[key: string, value: Value]>;
}

/** Selects dated values; an empty filter selects all of them. */
export interface OccurrenceFilter {
  platform?: PlatformId;
  /** From this instant on (inclusive), and before that one (exclusive). A date without a time begins with its first instant. */
  since?: CalendarDate | Instant;
  before?: CalendarDate | Instant;
  kinds?: readonly string[];
}

/** Without a limit, everything after the first `skip`. */
export interface Pagination {
  limit?: number;
  skip?: number;
}

/** When something happened, and what kind of thing. */
export interface Occurrence {
  key: string;
  date: Instant;
  /** A change's significance; the kind of a story or an alert. */
  kind: string;
}

/** When things happened, answered without reading any value. */
export interface OccurrenceIndex {
  /** Newest first. */
  occurrences(which?: OccurrenceFilter & Pagination): Promise<Occurrence[]>;
  count(which?: OccurrenceFilter): Promise<number>;
  /** Oldest first; years without an occurrence are left out. */
  countByYear(which?: OccurrenceFilter): Promise<{ year: string; count: number }[]>;
}

/** Values with a date and platforms. There may be tens of thousands: no answer to a member may read them all. */
export interface DatedCollection<Value, Summary = never> extends Collection<Value>, OccurrenceIndex {
  /** Newest first. */
  newest(which: OccurrenceFilter & Pagination): Promise<Value[]>;
  summary(key: string): Promise<Summary | undefined>;
  /** What a list shows of each, newest first. */
  summaries(which: OccurrenceFilter & Pagination): Promise<Summary[]>;
  /** The summaries written after that sequence number, in the order of their last write; 0 returns all. */
  writtenSince(sequence: number, limit: number): Promise<{ key: string; sequence: number; summary: Summary }[]>;
}
