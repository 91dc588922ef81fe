/** Fetches and reads a source once, to check its declaration. Stores nothing and alerts nobody. */
import { splitIntoClauses } from '../../core/document/clauses.ts';
import { detectLanguage } from '../../core/extract/checks/detect-language.ts';
import { readStance } from '../../core/history/stance.ts';
import type { ClauseReader } from '../../core/judge/clause-reader.ts';
import { plainText } from '../../core/text/normalise-text.ts';
import { segmentWords } from '../../core/text/segment-words.ts';
import type { Feed, WatchedDocument } from '../../domain/catalog.ts';
import type { UnreadableReason } from '../../domain/document.ts';
import type { Topic } from '../../domain/vocabulary.ts';
import type { FetchedPage } from '../ports/analyser.ts';
import type { ParseFeed } from '../ports/feed.ts';
import type { Fetcher, FetchFailureCode, FetchOutcome } from '../ports/fetch.ts';
import type { ParsePdf } from '../ports/pdf.ts';
import { extractFetchedDocument } from './extract-fetched-document.ts';

export interface SourceCheckDeps {
  fetcher: Fetcher;
  parsePdf: ParsePdf;
  parseFeed: ParseFeed;
  clauseReader: ClauseReader;
}

export interface DocumentCheck {
  /** Of its Markdown. */
  characters: number;
  clauses: number;
  /** Those of its clauses about AI. */
  topics: Topic[];
  /** The detected language, where it is not the declared one. */
  otherLanguage?: string;
}

export type SourceCheck<Found> = ({ status: 'ok' } & Found) | FailedCheck;

export interface FailedCheck {
  status: 'failed';
  code: FetchFailureCode | UnreadableReason | 'not-a-feed' | 'no-items';
  /** One line. */
  problem: string;
}

export async function checkDocument(
  { id, declaration, language }: WatchedDocument,
  { fetcher, parsePdf, clauseReader }: SourceCheckDeps,
): Promise<SourceCheck<DocumentCheck>> {
  // 1. Fetch its pages.
  const pages: FetchedPage[] = [];
  for (const [i, page] of declaration.pages.entries()) {
    const outcome = await fetcher.fetch(page.fetch, { accept: 'page', bypassCache: true, language });
    if (outcome.status !== 'ok') {
      const { length } = declaration.pages;
      return fetchFailure(outcome, length > 1 ? `page ${i + 1} of ${length} (${page.fetch}): ` : '');
    }
    pages.push({ body: outcome.body, url: outcome.url });
  }

  // 2. Extract the document.
  const extraction = await extractFetchedDocument(pages, declaration, parsePdf);
  if (extraction.status === 'unreadable') {
    const { reason, detail } = extraction;
    const needsBrowser = declaration.pages.some(({ executeClientScripts }) => executeClientScripts);
    const problem = `${needsBrowser ? 'declared to need a browser; ' : ''}${UNREADABLE_MESSAGES[reason]}: ${detail}`;
    return { status: 'failed', code: reason, problem };
  }

  // 3. Describe it.
  const { markdown, identity } = extraction;
  const stance = readStance({ id: identity, document: id, markdown, seen: '' }, clauseReader);
  const detected = detectLanguage(segmentWords(plainText(markdown).toLowerCase()));
  return {
    status: 'ok',
    characters: markdown.length,
    clauses: splitIntoClauses(markdown).length,
    topics: stance.lines.map(({ topic }) => topic),
    ...(detected !== undefined && detected !== language.split('-')[0] && { otherLanguage: detected }),
  };
}

export async function checkFeed(
  feed: Feed,
  { fetcher, parseFeed }: SourceCheckDeps,
): Promise<SourceCheck<{ items: number; newest?: string }>> {
  const outcome = await fetcher.fetch(feed.url, { accept: 'feed', bypassCache: true, language: feed.language });
  if (outcome.status !== 'ok') return fetchFailure(outcome);
  const parsed = await parseFeed(String(outcome.body), feed);
  if (parsed.status === 'not-a-feed') {
    return { status: 'failed', code: 'not-a-feed', problem: `is not a feed: ${parsed.detail}` };
  }
  if (parsed.items.length === 0) return { status: 'failed', code: 'no-items', problem: 'is a feed without items' };
  const newest = parsed.items
    .flatMap(({ date }) => date ?? [])
    .sort()
    .at(-1);
  return { status: 'ok', items: parsed.items.length, ...(newest && { newest }) };
}

/** @param page names it, where a document has several. */
function fetchFailure(outcome: Exclude<FetchOutcome, { status: 'ok' }>, page = ''): FailedCheck {
  if (outcome.status === 'failed') return { status: 'failed', code: outcome.code, problem: page + outcome.detail };
  // Some servers send 304 to a request without validators.
  return { status: 'failed', code: 'http-status', problem: `${page}the server sends no text (HTTP 304)` };
}

const UNREADABLE_MESSAGES: Readonly<Record<UnreadableReason, string>> = {
  empty: 'has no text; it may need a browser',
  challenge: 'asks visitors to prove that they are human',
  'log-in': 'looks like a log-in page',
  loading: 'loads its text with a script',
  'error-page': 'looks like an error page',
  'cookie-dialog': 'shows a cookie dialog instead of the text',
  'other-language': 'is in another language',
  truncated: 'has lost most of its text',
  'other-document': 'is another document',
  'selector-missing': 'does not match its declaration',
  'unsupported-type': 'is of an unsupported type',
  encrypted: 'is protected by a password',
  'no-text': 'is a PDF file without text, such as a scan',
  'broken-file': 'is a PDF file that cannot be opened',
  'too-large': 'is too large',
  'took-too-long': 'takes too long to analyse',
};
