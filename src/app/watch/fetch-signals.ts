/** Asks for one signal source and has the answer read. What is not the file, or not the page, is unreadable and never "removed". */

import { SIGNAL_HEADERS } from '../../core/signals/page-signals.ts';
import type { UnreadableReason } from '../../domain/document.ts';
import type { ParsedSignals, SignalSource } from '../../domain/signal.ts';
import type { Analyser } from '../ports/analyser.ts';
import type { Fetcher, FetchOutcome, Validators } from '../ports/fetch.ts';

export type SignalFetchResult =
  | { status: 'read'; text: string; absent?: boolean; signals: ParsedSignals; validators: Validators; detail?: string }
  | { status: 'unreadable'; reason: UnreadableReason; detail: string }
  | Exclude<FetchOutcome, { status: 'ok' }>;

export interface SignalFetchOptions {
  fetcher: Fetcher;
  reader: Analyser;
  bypassCache: boolean;
  validators?: Validators;
  /** Something was said here before; where nothing was, a page in a file's place means that there is no file. */
  hadStatements: boolean;
}

/** Answers that say that there is no such file. Others of 4xx say who is asked for, or that bots are kept out. */
const NOT_FOUND_STATUSES: ReadonlySet<number | undefined> = new Set([404, 410]);

export async function fetchSignals(source: SignalSource, request: SignalFetchOptions): Promise<SignalFetchResult> {
  const { fetcher, reader, bypassCache: fresh, validators } = request;
  const isPage = source.kind === 'page';
  const outcome = await fetcher.fetch(source.url, {
    accept: isPage ? 'page' : 'signal',
    bypassCache: fresh,
    validators,
    ...(isPage && { captureHeaders: SIGNAL_HEADERS }),
  });
  switch (outcome.status) {
    case 'not-modified':
      return outcome;
    case 'failed':
      if (isPage || !NOT_FOUND_STATUSES.has(outcome.httpStatus)) return outcome;
      return absentFile(source, reader, `no such file (HTTP ${outcome.httpStatus}), which to crawlers means no rules`);
    case 'ok':
      return isPage ? parsePageResponse(outcome, reader) : parseFileResponse(source, outcome, request);
  }
}

type Ok = Extract<FetchOutcome, { status: 'ok' }>;

async function parseFileResponse(
  source: SignalSource,
  { body, validators }: Ok,
  { reader, hadStatements: isExpected }: SignalFetchOptions,
): Promise<SignalFetchResult> {
  const read = await reader.parseSignals({ kind: source.kind, text: body.toString() });
  if (read.status === 'read') return { ...read, validators };
  // Many sites answer any address with a page of theirs; but nearly every one has a robots.txt, so a missing one is trouble.
  const isOther = read.reason === 'other-document' && source.kind !== 'robots.txt';
  return isOther && !isExpected ? absentFile(source, reader, `no such file: ${read.detail}`) : read;
}

async function absentFile({ kind }: SignalSource, reader: Analyser, detail: string): Promise<SignalFetchResult> {
  const read = await reader.parseSignals({ kind, text: '' });
  return read.status === 'read' ? { ...read, absent: true, validators: {}, detail } : read;
}

async function parsePageResponse(
  { body, url, validators, captureHeaders: headers = {} }: Ok,
  reader: Analyser,
): Promise<SignalFetchResult> {
  if (typeof body !== 'string') return { status: 'unreadable', reason: 'unsupported-type', detail: 'a PDF file' };
  const read = await reader.parseSignalPage({ html: body, url, headers });
  return read.status === 'read' ? { ...read, validators } : read;
}
