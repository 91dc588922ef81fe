/** Fetches and parses one signal source. A response that is not the file or page is unreadable, which never means "withdrawn". */
import { SIGNAL_HEADERS } from '../../core/signals/page-signals.ts';
import type { UnreadableResult } from '../../domain/document.ts';
import type { ParsedSignals, SignalSource } from '../../domain/signal.ts';
import type { Analyser } from '../ports/analyser.ts';
import type { Fetcher, FetchOutcome, Validators } from '../ports/fetch.ts';

export type SignalFetchResult =
  | { status: 'read'; text: string; absent?: boolean; signals: ParsedSignals; validators: Validators; detail?: string }
  | UnreadableResult
  | Exclude<FetchOutcome, { status: 'ok' }>;

interface SignalFetchOptions {
  fetcher: Fetcher;
  analyser: Analyser;
  bypassCache: boolean;
  validators?: Validators;
  /** The source said something before. If not, a web page in place of the file means that there is no file. */
  hadStatements: boolean;
}

/** Other 4xx statuses say who may ask, or that bots are kept out; not that there is no file. */
const NOT_FOUND_STATUSES: ReadonlySet<number | undefined> = new Set([404, 410]);

export async function fetchSignals(source: SignalSource, options: SignalFetchOptions): Promise<SignalFetchResult> {
  const { fetcher, analyser, bypassCache, validators } = options;
  const isPage = source.kind === 'page';
  const outcome = await fetcher.fetch(source.url, {
    accept: isPage ? 'page' : 'signal',
    bypassCache,
    validators,
    ...(isPage && { captureHeaders: SIGNAL_HEADERS }),
  });
  switch (outcome.status) {
    case 'not-modified':
      return outcome;
    case 'failed':
      if (isPage || !NOT_FOUND_STATUSES.has(outcome.httpStatus)) return outcome;
      return absentFile(
        source,
        analyser,
        `no such file (HTTP ${outcome.httpStatus}), which to crawlers means no rules`,
      );
    case 'ok':
      return isPage ? parsePageResponse(outcome, analyser) : parseFileResponse(source, outcome, options);
  }
}

type OkOutcome = Extract<FetchOutcome, { status: 'ok' }>;

async function parseFileResponse(
  source: SignalSource,
  { body, validators }: OkOutcome,
  { analyser, hadStatements }: SignalFetchOptions,
): Promise<SignalFetchResult> {
  const parsed = await analyser.parseSignals({ kind: source.kind, text: body.toString() });
  if (parsed.status === 'read') return { ...parsed, validators };
  // Many sites answer any address with a web page. Nearly all have a robots.txt, though, so a page in its place is a problem.
  const isAbsent = parsed.reason === 'other-document' && source.kind !== 'robots.txt' && !hadStatements;
  return isAbsent ? absentFile(source, analyser, `no such file: ${parsed.detail}`) : parsed;
}

async function absentFile({ kind }: SignalSource, analyser: Analyser, detail: string): Promise<SignalFetchResult> {
  const parsed = await analyser.parseSignals({ kind, text: '' });
  return parsed.status === 'read' ? { ...parsed, absent: true, validators: {}, detail } : parsed;
}

async function parsePageResponse(
  { body, url, validators, captureHeaders: headers = {} }: OkOutcome,
  analyser: Analyser,
): Promise<SignalFetchResult> {
  if (typeof body !== 'string') return { status: 'unreadable', reason: 'unsupported-type', detail: 'a PDF file' };
  const parsed = await analyser.parseSignalPage({ html: body, url, headers });
  return parsed.status === 'read' ? { ...parsed, validators } : parsed;
}
