/** Reads what sources sent, where it stands: the core behind the port. `src/io/analysis-worker.ts` has the same done in a thread. */

import type { ClauseReader } from '../../core/judge/clause-reader.ts';
import { extractDocument } from '../../core/extract/extract-document.ts';
import type { NewsModel } from '../../core/news/news-model.ts';
import { createNewsReader } from '../../core/news/news-pipeline.ts';
import { type Memory, observe, type Sighting, versionId } from '../../core/history/observe-document.ts';
import { type Crawlers, knowCrawlers } from '../../core/signals/crawler-registry.ts';
import { MOST_READ } from '../../core/signals/robots-directives.ts';
import { observeSignals } from '../../core/signals/observe-signals.ts';
import { pageText } from '../../core/signals/page-signals.ts';
import { readSignals } from '../../core/signals/parse-signals.ts';
import { readStance } from '../../core/history/stance.ts';
import type { UnreadableReason } from '../../domain/document.ts';
import type { SignalKind } from '../../domain/signal.ts';
import type { ParseFeed } from '../ports/feed.ts';
import type { ReadPdf } from '../ports/pdf.ts';
import type {
  DocumentFinding,
  DocumentSighting,
  Reader,
  ReadersCatalog,
  SignalFinding,
  SignalPage,
  Unread,
} from '../ports/analyser.ts';
import { readDocument } from './extract-fetched-document.ts';

export interface ReaderParts {
  catalog: ReadersCatalog;
  readPdf: ReadPdf;
  parseFeed: ParseFeed;
  clauseReader: ClauseReader;
  newsModel: NewsModel;
}

export function createReader({ catalog, readPdf, parseFeed, clauseReader, newsModel }: ReaderParts): Reader {
  const crawlers = knowCrawlers(catalog.crawlers);
  const news = createNewsReader(catalog.platforms, newsModel);
  return {
    readDocument: (sighting) => findIn(sighting, { readPdf, clauseReader }),
    async readStance(version) {
      if (version.markdown.length > MOST_CHARACTERS) return overlong(version.markdown);
      return { status: 'read', stance: readStance(version, clauseReader) };
    },
    readFeed: parseFeed,
    readNews: async ({ items, open, at }) => ({
      status: 'read',
      items: news.readNew(items, open, at),
    }),
    readSignals: async ({ kind, text }) => readFile(kind, text, crawlers),
    readSignalPage: async (page) => readPage(page, crawlers),
    observeSignals: async (...given) => ({ status: 'read', observation: observeSignals(...given) }),
  };
}

/** No terms are a tenth as long: the longest of hundreds recorded have 250,000. */
const MOST_CHARACTERS = 2_000_000;

async function findIn(
  sighting: DocumentSighting,
  { readPdf, clauseReader }: Pick<ReaderParts, 'readPdf' | 'clauseReader'>,
): Promise<DocumentFinding | Unread> {
  // 1. Read the pages as the document.
  const extraction = await readDocument(sighting.answers, sighting.declaration, readPdf);
  if (extraction.status === 'unreadable') return extraction;
  const { markdown, identity } = extraction;
  if (markdown.length > MOST_CHARACTERS) return overlong(markdown);

  // 2. Decide what it means, given what is known.
  const { document, readBy, seen, memory, confirmAfterSeconds } = sighting;
  const version = { id: versionId(document, markdown), document, markdown, identity, seen };
  const observation = observe(...comparable(memory, { version, readBy }), { clauseReader, confirmAfterSeconds });

  // 3. Say where the document stands, where that is not known.
  const isNew = observation.head.current.version === version.id && sighting.stanceOf !== version.id;
  return {
    status: 'read',
    version,
    observation,
    ...(isNew && { stance: readStance(version, clauseReader) }),
  };
}

/** What was kept before there was a bound is nothing to compare with: the page is a new baseline. */
function comparable(memory: Memory | undefined, sighting: Sighting): [Memory | undefined, Sighting] {
  if (memory === undefined || memory.markdown.length <= MOST_CHARACTERS) return [memory, sighting];
  return [
    { ...memory, markdown: '' },
    { ...sighting, technical: true },
  ];
}

const overlong = (markdown: string): Unread => tooLarge(`its text has ${markdown.length} characters`);
const tooLarge = (why: string): Unread => ({
  status: 'unreadable',
  reason: 'too-large',
  detail: `too much to read: ${why}`,
});

/** Of a list in JSON, a part says nothing; of lines, as many as are read. */
function readFile(kind: SignalKind, whole: string, crawlers: Crawlers): SignalFinding | Unread {
  if (kind === 'tdmrep.json' && whole.length > MOST_READ) return tooLarge(`the file has ${whole.length} characters`);
  const text = whole.slice(0, MOST_READ);
  const reading = readSignals(kind, text, crawlers);
  if (reading !== undefined) return { status: 'read', text, reading };
  return { status: 'unreadable', reason: 'other-document', detail: `what stands there is not a ${kind}` };
}

/** Walls have none of the page's tags. A page without text is no wall: many are built by scripts, and have their tags. */
const WALLS: ReadonlySet<UnreadableReason> = new Set(['challenge', 'log-in', 'error-page']);
const WHOLE_PAGE = { fetch: '', select: [], remove: [], removeQueryParams: [], executeClientScripts: false };

function readPage({ html, url, headers }: SignalPage, crawlers: Crawlers): SignalFinding | Unread {
  const asDocument = extractDocument([{ html, url }], { pages: [WHOLE_PAGE] });
  if (asDocument.status === 'unreadable' && WALLS.has(asDocument.reason)) return asDocument;
  const text = pageText(headers, html);
  if (text.length > MOST_READ) return tooLarge(`its signals have ${text.length} characters`);
  const reading = readSignals('page', text, crawlers);
  if (reading === undefined) throw new Error('the lines of a page could not be read');
  return { status: 'read', text, reading };
}
