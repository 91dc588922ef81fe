/** Analyses what sources sent, in this thread; `src/io/analysis/` does the same in a worker. */
import { extractDocument } from '../../core/extract/extract-document.ts';
import {
  computeVersionId,
  type DocumentState,
  type ObservedVersion,
  observeDocument,
} from '../../core/history/observe-document.ts';
import { readStance } from '../../core/history/stance.ts';
import type { ClauseReader } from '../../core/judge/clause-reader.ts';
import type { NewsModel } from '../../core/news/news-model.ts';
import { createNewsPipeline } from '../../core/news/news-pipeline.ts';
import { type CrawlerRegistry, createCrawlerRegistry } from '../../core/signals/crawler-registry.ts';
import { observeSignals } from '../../core/signals/observe-signals.ts';
import { extractSignalLines } from '../../core/signals/page-signals.ts';
import { parseSignals } from '../../core/signals/parse-signals.ts';
import { MAX_SIGNAL_CHARS } from '../../core/signals/robots-grammar.ts';
import type { UnreadableReason, UnreadableResult } from '../../domain/document.ts';
import type { SignalKind } from '../../domain/signal.ts';
import type {
  Analyser,
  AnalyserCatalog,
  DocumentAnalysis,
  DocumentAnalysisRequest,
  SignalPageInput,
  SignalParse,
} from '../ports/analyser.ts';
import type { ParseFeed } from '../ports/feed.ts';
import type { ParsePdf } from '../ports/pdf.ts';
import { extractFetchedDocument, UNDECLARED_PAGE } from './extract-fetched-document.ts';

export interface AnalyserDeps {
  catalog: AnalyserCatalog;
  parsePdf: ParsePdf;
  parseFeed: ParseFeed;
  clauseReader: ClauseReader;
  newsModel: NewsModel;
}

export function createAnalyser({ catalog, parsePdf, parseFeed, clauseReader, newsModel }: AnalyserDeps): Analyser {
  const crawlers = createCrawlerRegistry(catalog.crawlers);
  const news = createNewsPipeline(catalog.platforms, newsModel);
  return {
    analyseDocument: (request) => analyseDocument(request, { parsePdf, clauseReader }),
    async readStance(version) {
      if (version.markdown.length > MAX_DOCUMENT_CHARACTERS) return documentTooLarge(version.markdown);
      return { status: 'read', stance: readStance(version, clauseReader) };
    },
    parseFeed,
    classifyNews: async ({ items, open, at }) => ({
      status: 'read',
      items: news.processIncoming(items, open, at),
    }),
    parseSignals: async ({ kind, text }) => parseFile(kind, text, crawlers),
    parseSignalPage: async (page) => parsePage(page, crawlers),
    observeSignals: async (...args) => ({ status: 'read', observation: observeSignals(...args) }),
  };
}

/** The longest of hundreds of recorded terms have 250,000. */
const MAX_DOCUMENT_CHARACTERS = 2_000_000;

async function analyseDocument(
  request: DocumentAnalysisRequest,
  { parsePdf, clauseReader }: Pick<AnalyserDeps, 'parsePdf' | 'clauseReader'>,
): Promise<DocumentAnalysis | UnreadableResult> {
  // 1. Extract the document.
  const extraction = await extractFetchedDocument(request.pages, request.declaration, parsePdf);
  if (extraction.status === 'unreadable') return extraction;
  const { markdown, identity } = extraction;
  if (markdown.length > MAX_DOCUMENT_CHARACTERS) return documentTooLarge(markdown);

  // 2. Observe what changed.
  const { document, readBy, seen, state, confirmAfterSeconds } = request;
  const version = { id: computeVersionId(document, markdown), document, markdown, identity, seen };
  const observation = observeDocument(...dropOversizedState(state, { version, readBy }), {
    clauseReader,
    confirmAfterSeconds,
  });

  // 3. Read the stance of a version that became current and has none yet.
  const needsStance = observation.head.current.version === version.id && request.knownStanceVersion !== version.id;
  return {
    status: 'read',
    version,
    observation,
    ...(needsStance && { stance: readStance(version, clauseReader) }),
  };
}

/** A text stored before the limit existed is too large to compare with, so the page becomes a new baseline. */
function dropOversizedState(
  state: DocumentState | undefined,
  observed: ObservedVersion,
): [DocumentState | undefined, ObservedVersion] {
  if (state === undefined || state.markdown.length <= MAX_DOCUMENT_CHARACTERS) return [state, observed];
  return [
    { ...state, markdown: '' },
    { ...observed, isExtractionChange: true },
  ];
}

const documentTooLarge = (markdown: string): UnreadableResult => tooLarge(`its text has ${markdown.length} characters`);
const tooLarge = (why: string): UnreadableResult => ({
  status: 'unreadable',
  reason: 'too-large',
  detail: `too much to read: ${why}`,
});

/** Of line-based files the beginning is parsed; a part of a JSON list would say nothing. */
function parseFile(kind: SignalKind, file: string, crawlers: CrawlerRegistry): SignalParse | UnreadableResult {
  if (kind === 'tdmrep.json' && file.length > MAX_SIGNAL_CHARS)
    return tooLarge(`the file has ${file.length} characters`);
  const text = file.slice(0, MAX_SIGNAL_CHARS);
  const signals = parseSignals(kind, text, crawlers);
  if (signals !== undefined) return { status: 'read', text, signals };
  return { status: 'unreadable', reason: 'other-document', detail: `the response is not a ${kind}` };
}

/** Such pages lack the tags of the real one. A page without text may have them: many are built by scripts. */
const BLOCKING_REASONS: ReadonlySet<UnreadableReason> = new Set(['challenge', 'log-in', 'error-page']);

function parsePage({ html, url, headers }: SignalPageInput, crawlers: CrawlerRegistry): SignalParse | UnreadableResult {
  const extraction = extractDocument([{ html, url }], { pages: [UNDECLARED_PAGE] });
  if (extraction.status === 'unreadable' && BLOCKING_REASONS.has(extraction.reason)) return extraction;
  const text = extractSignalLines(headers, html);
  if (text.length > MAX_SIGNAL_CHARS) return tooLarge(`its signals have ${text.length} characters`);
  const signals = parseSignals('page', text, crawlers);
  if (signals === undefined) throw new Error('the signal lines of a page did not parse');
  return { status: 'read', text, signals };
}
