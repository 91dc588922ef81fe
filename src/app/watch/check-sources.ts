/**
 * Tries the sources of the catalog for the person who declared them: fetch → read → say what came of it. Unlike a poll it
 * remembers nothing, alerts nobody, and says what is wrong in words a newcomer can act on.
 */

import { splitIntoClauses } from '../../core/document/clauses.ts';
import { detectLanguage } from '../../core/extract/detect-language.ts';
import { splitWords } from '../../core/extract/detect-unreadable.ts';
import { readStance } from '../../core/history/stance.ts';
import type { ClauseReader } from '../../core/judge/clause-reader.ts';
import { plainText } from '../../core/text/normalise-text.ts';
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

/** What a fetched document came to. */
export interface DocumentCheck {
  /** Of the Markdown. */
  characters: number;
  clauses: number;
  /** What it says about AI, by topic; empty where it says nothing. */
  topics: Topic[];
  /** The language the text seems to be in, where that is not the declared one. */
  otherLanguage?: string;
}

export type SourceCheck<Found> = ({ status: 'ok' } & Found) | FailedCheck;

export interface FailedCheck {
  status: 'failed';
  code: FetchFailureCode | UnreadableReason | 'not-a-feed' | 'no-items';
  /** One line for whoever declared the source. */
  problem: string;
}

/** Fetches a document and reads it as its declaration says. */
export async function checkDocument(
  { id, declaration, language }: WatchedDocument,
  { fetcher, parsePdf: readPdf, clauseReader }: SourceCheckDeps,
): Promise<SourceCheck<DocumentCheck>> {
  // 1. Fetch its pages.
  const answers: FetchedPage[] = [];
  for (const [i, page] of declaration.pages.entries()) {
    const outcome = await fetcher.fetch(page.fetch, { accept: 'page', bypassCache: true, language });
    if (outcome.status !== 'ok') {
      const { length } = declaration.pages;
      return fetchFailure(outcome, length > 1 ? `page ${i + 1} of ${length} (${page.fetch}): ` : '');
    }
    answers.push({ body: outcome.body, url: outcome.url });
  }

  // 2. Read them.
  const extraction = await extractFetchedDocument(answers, declaration, readPdf);
  if (extraction.status === 'unreadable') {
    const { reason, detail } = extraction;
    const scripted = declaration.pages.some(({ executeClientScripts }) => executeClientScripts);
    const problem = `${UNREADABLE_MESSAGES[reason]}: ${detail}`;
    return {
      status: 'failed',
      code: reason,
      problem: scripted ? `needs a browser, as is declared; ${problem}` : problem,
    };
  }

  // 3. Say what is in it.
  const { markdown, identity } = extraction;
  const stance = readStance({ id: identity, document: id, markdown, seen: '' }, clauseReader);
  const found = detectLanguage(splitWords(plainText(markdown).toLowerCase()));
  return {
    status: 'ok',
    characters: markdown.length,
    clauses: splitIntoClauses(markdown).length,
    topics: stance.lines.map(({ topic }) => topic),
    ...(found !== undefined && found !== language.split('-')[0] && { otherLanguage: found }),
  };
}

/** Fetches a feed and reads its items. */
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

/** @param which the page, where a document has several. */
function fetchFailure(outcome: Exclude<FetchOutcome, { status: 'ok' }>, which = ''): FailedCheck {
  if (outcome.status === 'failed') return { status: 'failed', code: outcome.code, problem: which + outcome.detail };
  // Nothing was asked for that could be unmodified; some servers say so all the same.
  return { status: 'failed', code: 'http-status', problem: `${which}the server sends no text (HTTP 304)` };
}

const UNREADABLE_MESSAGES: Readonly<Record<UnreadableReason, string>> = {
  empty: 'shows no text, perhaps only a browser would',
  challenge: 'asks the visitor to prove that they are human',
  'log-in': 'looks like a log-in page',
  loading: 'shows its text only in a browser',
  'error-page': 'looks like an error page',
  'cookie-dialog': 'shows a cookie dialog in place of the text',
  'other-language': 'is in another language',
  truncated: 'lost most of its text',
  'other-document': 'is another document',
  'selector-missing': 'the declaration does not fit the page',
  'unsupported-type': 'is of a kind that cannot be read',
  encrypted: 'is locked with a password',
  'no-text': 'is a PDF file without text, perhaps a scan',
  'broken-file': 'is a PDF file that cannot be opened',
  'too-large': 'is too large',
  'took-too-long': 'takes too long to read',
};
