/** Reads what sources sent, where it stands: the core behind the port. `src/io/analysis-worker.ts` has the same done in a thread. */

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
import { MAX_SIGNAL_CHARS } from '../../core/signals/robots-directives.ts';
import type { UnreadableReason } from '../../domain/document.ts';
import type { SignalKind } from '../../domain/signal.ts';
import type {
  Analyser,
  AnalyserCatalog,
  DocumentAnalysis,
  DocumentAnalysisRequest,
  SignalPageInput,
  SignalParse,
  UnreadableSource,
} from '../ports/analyser.ts';
import type { ParseFeed } from '../ports/feed.ts';
import type { ParsePdf } from '../ports/pdf.ts';
import { extractFetchedDocument } from './extract-fetched-document.ts';

export interface AnalyserDeps {
  catalog: AnalyserCatalog;
  parsePdf: ParsePdf;
  parseFeed: ParseFeed;
  clauseReader: ClauseReader;
  newsModel: NewsModel;
}

export function createAnalyser({
  catalog,
  parsePdf: readPdf,
  parseFeed,
  clauseReader,
  newsModel,
}: AnalyserDeps): Analyser {
  const crawlers = createCrawlerRegistry(catalog.crawlers);
  const news = createNewsPipeline(catalog.platforms, newsModel);
  return {
    analyseDocument: (sighting) => analyseDocument(sighting, { parsePdf: readPdf, clauseReader }),
    async readStance(version) {
      if (version.markdown.length > MAX_DOCUMENT_CHARACTERS) return tooLong(version.markdown);
      return { status: 'read', stance: readStance(version, clauseReader) };
    },
    parseFeed: parseFeed,
    classifyNews: async ({ items, open, at }) => ({
      status: 'read',
      items: news.processIncoming(items, open, at),
    }),
    parseSignals: async ({ kind, text }) => readFile(kind, text, crawlers),
    parseSignalPage: async (page) => readPage(page, crawlers),
    observeSignals: async (...given) => ({ status: 'read', observation: observeSignals(...given) }),
  };
}

/** No terms are a tenth as long: the longest of hundreds recorded have 250,000. */
const MAX_DOCUMENT_CHARACTERS = 2_000_000;

async function analyseDocument(
  request: DocumentAnalysisRequest,
  { parsePdf: readPdf, clauseReader }: Pick<AnalyserDeps, 'parsePdf' | 'clauseReader'>,
): Promise<DocumentAnalysis | UnreadableSource> {
  // 1. Read the pages as the document.
  const extraction = await extractFetchedDocument(request.pages, request.declaration, readPdf);
  if (extraction.status === 'unreadable') return extraction;
  const { markdown, identity } = extraction;
  if (markdown.length > MAX_DOCUMENT_CHARACTERS) return tooLong(markdown);

  // 2. Decide what it means, given what is known.
  const { document, readBy, seen, memory, confirmAfterSeconds } = request;
  const version = { id: computeVersionId(document, markdown), document, markdown, identity, seen };
  const observation = observeDocument(...dropOversizedState(memory, { version, readBy }), {
    clauseReader,
    confirmAfterSeconds,
  });

  // 3. Say where the document stands, where that is not known.
  const isNew = observation.head.current.version === version.id && request.knownStanceVersion !== version.id;
  return {
    status: 'read',
    version,
    observation,
    ...(isNew && { stance: readStance(version, clauseReader) }),
  };
}

/** What was kept before there was a bound is nothing to compare with: the page is a new baseline. */
function dropOversizedState(
  memory: DocumentState | undefined,
  request: ObservedVersion,
): [DocumentState | undefined, ObservedVersion] {
  if (memory === undefined || memory.markdown.length <= MAX_DOCUMENT_CHARACTERS) return [memory, request];
  return [
    { ...memory, markdown: '' },
    { ...request, isExtractionChange: true },
  ];
}

const tooLong = (markdown: string): UnreadableSource => tooLarge(`its text has ${markdown.length} characters`);
const tooLarge = (why: string): UnreadableSource => ({
  status: 'unreadable',
  reason: 'too-large',
  detail: `too much to read: ${why}`,
});

/** Of a list in JSON, a part says nothing; of lines, as many as are read. */
function readFile(kind: SignalKind, whole: string, crawlers: CrawlerRegistry): SignalParse | UnreadableSource {
  if (kind === 'tdmrep.json' && whole.length > MAX_SIGNAL_CHARS)
    return tooLarge(`the file has ${whole.length} characters`);
  const text = whole.slice(0, MAX_SIGNAL_CHARS);
  const signals = parseSignals(kind, text, crawlers);
  if (signals !== undefined) return { status: 'read', text, signals };
  return { status: 'unreadable', reason: 'other-document', detail: `what stands there is not a ${kind}` };
}

/** Walls have none of the page's tags. A page without text is no wall: many are built by scripts, and have their tags. */
const BLOCKING_REASONS: ReadonlySet<UnreadableReason> = new Set(['challenge', 'log-in', 'error-page']);
const DEFAULT_PAGE = { fetch: '', select: [], remove: [], removeQueryParams: [], executeClientScripts: false };

function readPage({ html, url, headers }: SignalPageInput, crawlers: CrawlerRegistry): SignalParse | UnreadableSource {
  const asDocument = extractDocument([{ html, url }], { pages: [DEFAULT_PAGE] });
  if (asDocument.status === 'unreadable' && BLOCKING_REASONS.has(asDocument.reason)) return asDocument;
  const text = extractSignalLines(headers, html);
  if (text.length > MAX_SIGNAL_CHARS) return tooLarge(`its signals have ${text.length} characters`);
  const signals = parseSignals('page', text, crawlers);
  if (signals === undefined) throw new Error('the lines of a page could not be read');
  return { status: 'read', text, signals };
}
