/**
 * How the app has read what sources sent: pages, feeds, signals, and texts that were kept. How a clause is judged, and where,
 * is nobody's business here: questions and answers are plain values. `app/watch/analyser.ts` answers them where it stands,
 * `src/io/analysis-worker.ts` in a thread with a bound to its time and memory.
 */

import type { DocumentObservation, DocumentState } from '../../core/history/observe-document.ts';
import type { ProcessedItem } from '../../core/news/news-pipeline.ts';
import type { ObservedSignals, SignalObservation, SignalSourceState } from '../../core/signals/observe-signals.ts';
import type { AiCrawler, Declaration, Feed, Platform } from '../../domain/catalog.ts';
import type { DocumentStance, DocumentVersion, ExtractorVersion, UnreadableReason } from '../../domain/document.ts';
import type { NewsItem, Story } from '../../domain/news.ts';
import type { ParsedSignals, SignalKind } from '../../domain/signal.ts';
import type { DocumentId, Instant, Sha256 } from '../../domain/vocabulary.ts';
import type { FeedParseResult } from './feed.ts';

/** Whatever a source sends is an outcome; a call rejects only on a bug, or when the program stops. */
export interface Analyser {
  /** Reads pages as a document, and decides what that means given what is known. */
  analyseDocument(sighting: DocumentAnalysisRequest): Promise<DocumentAnalysis | UnreadableSource>;
  /** Reads a text that stands for what it says about AI. */
  readStance(
    version: Omit<DocumentVersion, 'identity'>,
  ): Promise<{ status: 'read'; stance: DocumentStance } | UnreadableSource>;
  /** Reads what a feed lists. */
  parseFeed(body: string, feed: Feed): Promise<FeedParseResult | UnreadableSource>;
  /** Reads news in the order given, and finds the stories they tell: one of `open`, or one that an item before them began. */
  classifyNews(news: {
    items: readonly NewsItem[];
    open: readonly Story[];
    at: Instant;
  }): Promise<{ status: 'read'; items: ProcessedItem[] } | UnreadableSource>;
  /** Reads a file for machines, or the lines kept of a page; `other-document` where it is none of its kind. */
  parseSignals(file: { kind: SignalKind; text: string }): Promise<SignalParse | UnreadableSource>;
  /** Reads what a home page says to machines. */
  parseSignalPage(page: SignalPageInput): Promise<SignalParse | UnreadableSource>;
  /** Decides what signals mean, given what is known. */
  observeSignals(
    memory: SignalSourceState | undefined,
    sighting: ObservedSignals,
    confirmAfterSeconds: number,
  ): Promise<{ status: 'read'; observation: SignalObservation } | UnreadableSource>;
}

/** What the catalog says that reading has to know. */
export interface AnalyserCatalog {
  platforms: readonly Platform[];
  crawlers: readonly AiCrawler[];
}

/** It was not read, and what is known stands. */
export interface UnreadableSource {
  status: 'unreadable';
  reason: UnreadableReason;
  /** One line for the operator. */
  detail: string;
}

/** What a server answered: the text of a page, or the bytes of a PDF file. */
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
  /** What is known of the document, or nothing at first sight. */
  memory?: DocumentState;
  /** The version whose stance is kept: it needs no other. */
  knownStanceVersion?: Sha256;
  /** Seconds between the first and the second look at a change. */
  confirmAfterSeconds: number;
}

export interface DocumentAnalysis {
  status: 'read';
  version: DocumentVersion;
  observation: DocumentObservation;
  /** Of the version that is current now, where none is kept. */
  stance?: DocumentStance;
}

export interface SignalParse {
  status: 'read';
  /** What is kept: as much as was read, and reads the same. */
  text: string;
  signals: ParsedSignals;
}

export interface SignalPageInput {
  html: string;
  url: string;
  headers: Readonly<Record<string, readonly string[]>>;
}
