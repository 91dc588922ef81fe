/**
 * How the app has read what sources sent: pages, feeds, signals, and texts that were kept. How a clause is judged, and where,
 * is nobody's business here: questions and answers are plain values. `app/watch/analyser.ts` answers them where it stands,
 * `src/io/analysis-worker.ts` in a thread with a bound to its time and memory.
 */
import type { ReadItem } from '../../core/news/news-pipeline.ts';
import type { Memory, Observation } from '../../core/history/observe-document.ts';
import type { SignalMemory, SignalObservation, SignalSighting } from '../../core/signals/observe-signals.ts';
import type { AiCrawler, Declaration, Feed, Platform } from '../../domain/catalog.ts';
import type { DocumentStance, UnreadableReason, Version, WayOfReading } from '../../domain/document.ts';
import type { NewsItem, Story } from '../../domain/news.ts';
import type { SignalKind, SignalReading } from '../../domain/signal.ts';
import type { DocumentId, Instant, Sha256 } from '../../domain/vocabulary.ts';
import type { FeedParse } from './feed.ts';

/** Whatever a source sends is an outcome; a call rejects only on a bug, or when the program stops. */
export interface Reader {
  /** Reads pages as a document, and decides what that means given what is known. */
  readDocument(sighting: DocumentSighting): Promise<DocumentFinding | Unread>;
  /** Reads a text that stands for what it says about AI. */
  readStance(version: Omit<Version, 'identity'>): Promise<{ status: 'read'; stance: DocumentStance } | Unread>;
  /** Reads what a feed lists. */
  readFeed(body: string, feed: Feed): Promise<FeedParse | Unread>;
  /** Reads news in the order given, and finds the stories they tell: one of `open`, or one that an item before them began. */
  readNews(news: {
    items: readonly NewsItem[];
    open: readonly Story[];
    at: Instant;
  }): Promise<{ status: 'read'; items: ReadItem[] } | Unread>;
  /** Reads a file for machines, or the lines kept of a page; `other-document` where it is none of its kind. */
  readSignals(file: { kind: SignalKind; text: string }): Promise<SignalFinding | Unread>;
  /** Reads what a home page says to machines. */
  readSignalPage(page: SignalPage): Promise<SignalFinding | Unread>;
  /** Decides what signals mean, given what is known. */
  observeSignals(
    memory: SignalMemory | undefined,
    sighting: SignalSighting,
    confirmAfterSeconds: number,
  ): Promise<{ status: 'read'; observation: SignalObservation } | Unread>;
}

/** What the catalog says that reading has to know. */
export interface ReadersCatalog {
  platforms: readonly Platform[];
  crawlers: readonly AiCrawler[];
}

/** It was not read, and what is known stands. */
export interface Unread {
  status: 'unreadable';
  reason: UnreadableReason;
  /** One line for the operator. */
  detail: string;
}

/** What a server answered: the text of a page, or the bytes of a PDF file. */
export interface PageAnswer {
  body: string | Uint8Array;
  url: string;
}

export interface DocumentSighting {
  document: DocumentId;
  declaration: Declaration;
  readBy: WayOfReading;
  /** One for each page of the declaration and in its order. */
  answers: readonly PageAnswer[];
  seen: Instant;
  /** What is known of the document, or nothing at first sight. */
  memory?: Memory;
  /** The version whose stance is kept: it needs no other. */
  stanceOf?: Sha256;
  /** Seconds between the first and the second look at a change. */
  confirmAfterSeconds: number;
}

export interface DocumentFinding {
  status: 'read';
  version: Version;
  observation: Observation;
  /** Of the version that is current now, where none is kept. */
  stance?: DocumentStance;
}

export interface SignalFinding {
  status: 'read';
  /** What is kept: as much as was read, and reads the same. */
  text: string;
  reading: SignalReading;
}

export interface SignalPage {
  html: string;
  url: string;
  headers: Readonly<Record<string, readonly string[]>>;
}
