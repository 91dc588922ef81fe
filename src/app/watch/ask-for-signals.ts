/** Asks for one signal source and reads the answer. What is not the file, or not the page, is unreadable and never "removed". */
import { extractDocument } from '../../core/extract/index.ts';
import type { Crawlers } from '../../core/signals/crawlers.ts';
import { pageText, SIGNAL_HEADERS } from '../../core/signals/page.ts';
import { readSignals } from '../../core/signals/read-signals.ts';
import type { SignalReading, SignalSource, UnreadableReason } from '../../domain.ts';
import type { Fetcher, FetchOutcome, Validators } from '../ports/fetch.ts';

export type SignalAnswer =
  | { status: 'read'; text: string; absent?: boolean; reading: SignalReading; validators: Validators; detail?: string }
  | { status: 'unreadable'; reason: UnreadableReason; detail: string }
  | Exclude<FetchOutcome, { status: 'ok' }>;

export interface SignalRequest {
  fetcher: Fetcher;
  crawlers: Crawlers;
  fresh: boolean;
  validators?: Validators;
  /** Something was said here before; where nothing was, a page in a file's place means that there is no file. */
  isExpected: boolean;
}

/** Answers that say that there is no such file. Others of 4xx say who is asked for, or that bots are kept out. */
const GONE: ReadonlySet<number | undefined> = new Set([404, 410]);

export async function askForSignals(source: SignalSource, request: SignalRequest): Promise<SignalAnswer> {
  const { fetcher, crawlers, fresh, validators } = request;
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
      return noFile(source, crawlers, `no such file (HTTP ${outcome.httpStatus}), which to crawlers means no rules`);
    case 'ok':
      return isPage ? readPageAnswer(outcome, crawlers) : readFileAnswer(source, outcome, request);
  }
}

type Ok = Extract<FetchOutcome, { status: 'ok' }>;

function readFileAnswer(source: SignalSource, { body, validators }: Ok, request: SignalRequest): SignalAnswer {
  const { crawlers, isExpected } = request;
  const text = body.toString();
  const reading = readSignals(source.kind, text, crawlers);
  if (reading !== undefined) return { status: 'read', text, reading, validators };
  const detail = `what stands there is not a ${source.kind}`;
  // Many sites answer any address with a page of theirs; but nearly every one has a robots.txt, so a missing one is trouble.
  if (source.kind !== 'robots.txt' && !isExpected) return noFile(source, crawlers, `no such file: ${detail}`);
  return { status: 'unreadable', reason: 'other-document', detail };
}

function noFile({ kind }: SignalSource, crawlers: Crawlers, detail: string): SignalAnswer {
  const reading = readSignals(kind, '', crawlers);
  if (reading === undefined) throw new Error(`an empty ${kind} could not be read`);
  return { status: 'read', text: '', absent: true, reading, validators: {}, detail };
}

/** Walls have none of the page's tags. A page without text is no wall: many are built by scripts, and have their tags. */
const WALLS: ReadonlySet<UnreadableReason> = new Set(['challenge', 'log-in', 'error-page']);

function readPageAnswer({ body, url, validators, headers = {} }: Ok, crawlers: Crawlers): SignalAnswer {
  if (typeof body !== 'string') return { status: 'unreadable', reason: 'unsupported-type', detail: 'a PDF file' };
  const asDocument = extractDocument([{ html: body, url }], { pages: [WHOLE_PAGE] });
  if (asDocument.status === 'unreadable' && WALLS.has(asDocument.reason)) return asDocument;
  const text = pageText(headers, body);
  const reading = readSignals('page', text, crawlers);
  if (reading === undefined) throw new Error('the lines of a page could not be read');
  return { status: 'read', text, reading, validators };
}

const WHOLE_PAGE = { fetch: '', select: [], remove: [], removeQueryParams: [], executeClientScripts: false };
