/**
 * Analyses what sources sent: pages, feeds, signals, and stored texts. Requests and results are plain values, so that the work can be
 * done in this thread (`app/watch/analyser.ts`) or in a worker with limited time and memory (`io/analysis/`).
 */
import type { DocumentObservation, DocumentState } from '../../core/history/observe-document.ts';
import type { ProcessedItem } from '../../core/news/news-pipeline.ts';
import type { ObservedSignals, SignalObservation, SignalSourceState } from '../../core/signals/observe-signals.ts';
import type { AiCrawler, Declaration, Feed, Platform } from '../../domain/catalog.ts';
import type { DocumentStance, DocumentVersion, ExtractorVersion, UnreadableResult } from '../../domain/document.ts';
import type { NewsItem, Story } from '../../domain/news.ts';
import type { ParsedSignals, SignalKind } from '../../domain/signal.ts';
import type { DocumentId, Instant, Sha256 } from '../../domain/vocabulary.ts';
import type { FeedParseResult } from './feed.ts';

/** Whatever a source sends is a result; a call rejects only on a bug, or when the program stops. */
export interface Analyser {
  /** Extracts a document from its pages and observes what changed. */
  analyseDocument(request: DocumentAnalysisRequest): Promise<DocumentAnalysis | UnreadableResult>;
  readStance(
    version: Omit<DocumentVersion, 'identity'>,
  ): Promise<{ status: 'read'; stance: DocumentStance } | UnreadableResult>;
  parseFeed(body: string, feed: Feed): Promise<FeedParseResult | UnreadableResult>;
  /** Classifies items in the order given, and assigns each to an open story or to one that an item before it began. */
  classifyNews(news: {
    items: readonly NewsItem[];
    open: readonly Story[];
    at: Instant;
  }): Promise<{ status: 'read'; items: ProcessedItem[] } | UnreadableResult>;
  /** Parses a file for crawlers, or the stored lines of a page; `other-document` where it is not of its kind. */
  parseSignals(file: { kind: SignalKind; text: string }): Promise<SignalParse | UnreadableResult>;
  /** Parses what a home page tells crawlers. */
  parseSignalPage(page: SignalPageInput): Promise<SignalParse | UnreadableResult>;
  observeSignals(
    state: SignalSourceState | undefined,
    observed: ObservedSignals,
    confirmAfterSeconds: number,
  ): Promise<{ status: 'read'; observation: SignalObservation } | UnreadableResult>;
}

/** The part of the catalog that analyses depend on. */
export interface AnalyserCatalog {
  platforms: readonly Platform[];
  crawlers: readonly AiCrawler[];
}

/** The text of a page, or the bytes of a PDF file. */
export interface FetchedPage {
  body: string | Uint8Array;
  url: string;
}

export interface DocumentAnalysisRequest {
  document: DocumentId;
  declaration: Declaration;
  readBy: ExtractorVersion;
  /** One for each page of the declaration and in its order. */
  pages: readonly FetchedPage[];
  seen: Instant;
  /** Absent for a document that was never read. */
  state?: DocumentState;
  /** The version whose stance is stored, and not needed again. */
  knownStanceVersion?: Sha256;
  /** Least time between the first and the second poll of a change. */
  confirmAfterSeconds: number;
}

export interface DocumentAnalysis {
  status: 'read';
  version: DocumentVersion;
  observation: DocumentObservation;
  /** Of the version, where it is the current one and its stance is not stored. */
  stance?: DocumentStance;
}

export interface SignalParse {
  status: 'read';
  /** What to store: as much as was parsed, and parses the same. */
  text: string;
  signals: ParsedSignals;
}

export interface SignalPageInput {
  html: string;
  url: string;
  headers: Readonly<Record<string, readonly string[]>>;
}
