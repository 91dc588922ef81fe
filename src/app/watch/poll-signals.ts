/**
 * Looks at what platforms say to machines: fetch → read → observe → record, as for documents. The sources of a platform are
 * decided together: what one of them stops saying may stand in another.
 */
import type { OtherSources } from '../../core/signals/compare-signals.ts';
import {
  createSignalVersion,
  type SignalObservation,
  type SignalSourceState,
} from '../../core/signals/observe-signals.ts';
import { isSameSite, listSignalSources } from '../../core/signals/signal-sources.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Platform } from '../../domain/catalog.ts';
import type { ParsedSignals, SignalSource } from '../../domain/signal.ts';
import type { Analyser, UnreadableSource } from '../ports/analyser.ts';
import type { Now } from '../ports/clock.ts';
import type { Fetcher } from '../ports/fetch.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { recordSignalObservation, recordSignalsUnchanged } from '../record/record-signals.ts';
import { fetchSignals, type SignalFetchResult } from './fetch-signals.ts';
import { runConcurrently } from './run-concurrently.ts';
import { runPoll } from './run-poll.ts';
import { isBackingOff, recordPollFailure, recordPollSuccess, recordUnreadable } from './source-status.ts';

export interface SignalPollContext {
  store: Store;
  fetcher: Fetcher;
  reader: Analyser;
  log: Log;
  now: Now;
  /** Seconds between the first and the second look at a change. */
  confirmAfterSeconds: number;
}

/** What one look at a source came to. */
export interface SignalPollResult {
  source: string;
  outcome:
    | 'first'
    | 'same'
    | 'not-modified'
    | 'variant'
    | 'unconfirmed'
    | 'changed'
    | 'unreadable'
    | 'failed'
    | 'resting';
  detail?: string;
  alert?: Alert;
}

/** Looks at every source of the platforms once. Hosts are paced by the fetcher. */
export async function pollSignals(
  platforms: readonly Platform[],
  context: SignalPollContext,
  isWanted = (_source: SignalSource) => true,
): Promise<SignalPollResult[]> {
  const sites = platforms.map((platform) => ({ platform, url: platform.homepage }));
  const results = await Promise.all(
    runConcurrently(sites, ({ platform }) => pollPlatformSignals(platform, context, isWanted)),
  );
  return results.flat();
}

/** Looks again at the sources whose change waits for its second look. */
export async function pollUnconfirmedSignals(
  platforms: readonly Platform[],
  context: SignalPollContext,
): Promise<SignalPollResult[]> {
  const waiting = new Set<string>();
  for await (const [source, { pending }] of context.store.signalHeads.entries()) if (pending) waiting.add(source);
  return pollSignals(platforms, context, ({ id }) => waiting.has(id));
}

/** A source with what is known of it and what was answered now; without `answer` it was not asked. */
interface SourceSnapshot {
  source: SignalSource;
  memory?: SignalSourceState;
  answer?: SignalFetchResult | { status: 'resting' };
}

async function pollPlatformSignals(
  platform: Platform,
  context: SignalPollContext,
  isWanted: (source: SignalSource) => boolean,
): Promise<SignalPollResult[]> {
  // 1. Ask all that are wanted, afresh where a change waits for its second look.
  const sources = listSignalSources(platform);
  const fetches = await Promise.allSettled(sources.map((source) => fetchSource(source, isWanted(source), context)));
  const snapshots = fetches.flatMap((seen) => (seen.status === 'fulfilled' ? [seen.value] : []));

  // 2. Decide one after the other, each knowing what the others said and say.
  const results: SignalPollResult[] = [];
  for (const [i, source] of sources.entries()) {
    const seen = fetches[i];
    if (seen?.status === 'fulfilled' && seen.value.answer === undefined) continue;
    const look = async () => {
      if (seen?.status !== 'fulfilled') throw seen?.reason;
      return evaluateSource(seen.value, statementsElsewhere(source, snapshots), context);
    };
    results.push(await runPoll(source.id, context.log, look));
  }
  return results;
}

function statementsElsewhere(source: SignalSource, sights: readonly SourceSnapshot[]): OtherSources {
  const others = sights.filter((other) => other.source.id !== source.id && isSameSite(other.source, source));
  return {
    before: others.flatMap(({ memory }) => memory?.signals.statements ?? []),
    now: others.flatMap((other) => currentSignals(other)?.statements ?? []),
  };
}

async function fetchSource(
  source: SignalSource,
  isWanted: boolean,
  context: SignalPollContext,
): Promise<SourceSnapshot> {
  const { store, fetcher, reader, now } = context;
  const memory = await loadSignalState(source, context);
  // What was said before cannot be read any more: nothing can be compared with it.
  if (memory?.status === 'unreadable') return { source, answer: memory };
  if (!isWanted) return { source, memory };
  if (await isBackingOff(store, source.id, now())) return { source, memory, answer: { status: 'resting' } };
  const validators = await validatorsFor(source, memory, store);
  const fresh = memory?.head.pending !== undefined;
  const isExpected = (memory?.signals.statements.length ?? 0) > 0;
  const answer = await fetchSignals(source, {
    fetcher,
    reader,
    bypassCache: fresh,
    validators,
    hadStatements: isExpected,
  });
  return { source, memory, answer };
}

async function loadSignalState(
  source: SignalSource,
  { store, reader }: SignalPollContext,
): Promise<(SignalSourceState & { status: 'read' }) | UnreadableSource | undefined> {
  const head = await store.signalHeads.get(source.id);
  const version = head && (await store.signalVersions.get(head.current.version));
  if (head === undefined || version === undefined) return undefined;
  const read = await reader.parseSignals({ kind: source.kind, text: version.text });
  if (read.status === 'read') return { ...read, head };
  return read.reason === 'other-document' ? undefined : read;
}

/** "Not modified" is an answer only where something good stands behind it. */
async function validatorsFor(source: SignalSource, memory: SignalSourceState | undefined, store: Store) {
  const status = await store.sources.get(source.id);
  const canUseValidators = memory !== undefined && memory.head.pending === undefined && status?.problem === undefined;
  return canUseValidators ? status?.validators : undefined;
}

const currentSignals = ({ answer, memory }: SourceSnapshot): ParsedSignals | undefined =>
  answer?.status === 'read' ? answer.signals : memory?.signals;

async function evaluateSource(
  { source, memory, answer }: SourceSnapshot,
  otherSources: OtherSources,
  { store, reader, now: clock, confirmAfterSeconds }: SignalPollContext,
): Promise<SignalPollResult> {
  const now = clock();
  const status = { id: source.id, kind: 'signal' as const, url: source.url };
  switch (answer?.status) {
    case undefined:
    case 'resting':
      return { source: source.id, outcome: 'resting' };
    case 'not-modified':
      await recordSignalsUnchanged(store, source.id, now.toISOString());
      await recordPollSuccess(store, status, now);
      return { source: source.id, outcome: 'not-modified' };
    case 'failed':
      await recordPollFailure(store, status, answer, now);
      return { source: source.id, outcome: 'failed', detail: answer.detail };
    case 'unreadable':
      return recordUnreadable(store, status, answer, now);
    case 'read': {
      const { signals, validators } = answer;
      const version = createSignalVersion(source, answer, now.toISOString());
      const observed = await reader.observeSignals(
        memory,
        { source, version, signals, otherSources },
        confirmAfterSeconds,
      );
      if (observed.status === 'unreadable') return recordUnreadable(store, status, observed, now);
      const { observation } = observed;
      const alert = await recordSignalObservation(store, observation, version, now.toISOString());
      await recordPollSuccess(store, status, now, validators);
      return { source: source.id, outcome: observation.outcome, detail: describeOutcome(observation, answer), alert };
    }
  }
}

function describeOutcome(
  observation: SignalObservation,
  { signals, detail }: Extract<SignalFetchResult, { status: 'read' }>,
) {
  switch (observation.outcome) {
    case 'changed':
      return `${observation.change.significance}, ${observation.change.direction}`;
    case 'unconfirmed':
      return 'waits for a second look';
    case 'variant':
      return `says what it said before (${observation.head.returns} times so far)`;
    default:
      return detail ?? `${signals.statements.length} statements about AI`;
  }
}
