/** Asks for one signal source and has the answer read. What is not the file, or not the page, is unreadable and never "removed". */

import { SIGNAL_HEADERS } from '../../core/signals/page-signals.ts';
import type { UnreadableReason } from '../../domain/document.ts';
import type { SignalReading, SignalSource } from '../../domain/signal.ts';
import type { Fetcher, FetchOutcome, Validators } from '../ports/fetch.ts';
import type { Reader } from '../ports/analyser.ts';

export type SignalAnswer =
  | { status: 'read'; text: string; absent?: boolean; reading: SignalReading; validators: Validators; detail?: string }
  | { status: 'unreadable'; reason: UnreadableReason; detail: string }
  | Exclude<FetchOutcome, { status: 'ok' }>;

export interface SignalRequest {
  fetcher: Fetcher;
  reader: Reader;
  fresh: boolean;
  validators?: Validators;
  /** Something was said here before; where nothing was, a page in a file's place means that there is no file. */
  isExpected: boolean;
}

/** Answers that say that there is no such file. Others of 4xx say who is asked for, or that bots are kept out. */
const GONE: ReadonlySet<number | undefined> = new Set([404, 410]);

export async function askForSignals(source: SignalSource, request: SignalRequest): Promise<SignalAnswer> {
  const { fetcher, reader, fresh, validators } = request;
  const isPage = source.kind === 'page';
  const outcome = await fetcher.fetch(source.url, {
    accept: isPage ? 'page' : 'signal',
    fresh,
    validators,
    ...(isPage && { headers: SIGNAL_HEADERS }),
  });
  switch (outcome.status) {
    case 'not-modified':
      return outcome;
    case 'failed':
      if (isPage || !GONE.has(outcome.httpStatus)) return outcome;
      return noFile(source, reader, `no such file (HTTP ${outcome.httpStatus}), which to crawlers means no rules`);
    case 'ok':
      return isPage ? readPageAnswer(outcome, reader) : readFileAnswer(source, outcome, request);
  }
}

type Ok = Extract<FetchOutcome, { status: 'ok' }>;

async function readFileAnswer(
  source: SignalSource,
  { body, validators }: Ok,
  { reader, isExpected }: SignalRequest,
): Promise<SignalAnswer> {
  const read = await reader.readSignals({ kind: source.kind, text: body.toString() });
  if (read.status === 'read') return { ...read, validators };
  // Many sites answer any address with a page of theirs; but nearly every one has a robots.txt, so a missing one is trouble.
  const isOther = read.reason === 'other-document' && source.kind !== 'robots.txt';
  return isOther && !isExpected ? noFile(source, reader, `no such file: ${read.detail}`) : read;
}

async function noFile({ kind }: SignalSource, reader: Reader, detail: string): Promise<SignalAnswer> {
  const read = await reader.readSignals({ kind, text: '' });
  return read.status === 'read' ? { ...read, absent: true, validators: {}, detail } : read;
}

async function readPageAnswer({ body, url, validators, headers = {} }: Ok, reader: Reader): Promise<SignalAnswer> {
  if (typeof body !== 'string') return { status: 'unreadable', reason: 'unsupported-type', detail: 'a PDF file' };
  const read = await reader.readSignalPage({ html: body, url, headers });
  return read.status === 'read' ? { ...read, validators } : read;
}
