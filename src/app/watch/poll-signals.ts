/**
 * Looks at what platforms say to machines: fetch → read → observe → record, as for documents. The sources of a platform are
 * decided together: what one of them stops saying may stand in another.
 */
import type { Elsewhere } from '../../core/signals/compare-signals.ts';
import { type SignalMemory, type SignalObservation, signalVersion } from '../../core/signals/observe-signals.ts';
import { isSameSite, signalSourcesOf } from '../../core/signals/signal-sources.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Platform } from '../../domain/catalog.ts';
import type { SignalReading, SignalSource } from '../../domain/signal.ts';
import type { Now } from '../ports/clock.ts';
import type { Fetcher } from '../ports/fetch.ts';
import type { Log } from '../ports/log.ts';
import type { Reader, Unread } from '../ports/analyser.ts';
import type { Store } from '../ports/store.ts';
import { askForSignals, type SignalAnswer } from './fetch-signals.ts';
import { recordSignals, recordSignalsStillThere } from '../record/record-signals.ts';
import { reportLook } from './run-poll.ts';
import { sideBySide } from './run-concurrently.ts';
import { isResting, noteFailure, noteSuccess, noteUnread } from './source-status.ts';

export interface SignalPollContext {
  store: Store;
  fetcher: Fetcher;
  reader: Reader;
  log: Log;
  now: Now;
  /** Seconds between the first and the second look at a change. */
  confirmAfterSeconds: number;
}

/** What one look at a source came to. */
export interface SignalLook {
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
): Promise<SignalLook[]> {
  const sites = platforms.map((platform) => ({ platform, url: platform.homepage }));
  const looks = await Promise.all(sideBySide(sites, ({ platform }) => lookAtPlatform(platform, context, isWanted)));
  return looks.flat();
}

/** Looks again at the sources whose change waits for its second look. */
export async function confirmSignals(
  platforms: readonly Platform[],
  context: SignalPollContext,
): Promise<SignalLook[]> {
  const waiting = new Set<string>();
  for await (const [source, { pending }] of context.store.signalHeads.entries()) if (pending) waiting.add(source);
  return pollSignals(platforms, context, ({ id }) => waiting.has(id));
}

/** A source with what is known of it and what was answered now; without `answer` it was not asked. */
interface Sight {
  source: SignalSource;
  memory?: SignalMemory;
  answer?: SignalAnswer | { status: 'resting' };
}

async function lookAtPlatform(
  platform: Platform,
  context: SignalPollContext,
  isWanted: (source: SignalSource) => boolean,
): Promise<SignalLook[]> {
  // 1. Ask all that are wanted, afresh where a change waits for its second look.
  const sources = signalSourcesOf(platform);
  const seeing = await Promise.allSettled(sources.map((source) => see(source, isWanted(source), context)));
  const sights = seeing.flatMap((seen) => (seen.status === 'fulfilled' ? [seen.value] : []));

  // 2. Decide one after the other, each knowing what the others said and say.
  const looks: SignalLook[] = [];
  for (const [i, source] of sources.entries()) {
    const seen = seeing[i];
    if (seen?.status === 'fulfilled' && seen.value.answer === undefined) continue;
    const look = async () => {
      if (seen?.status !== 'fulfilled') throw seen?.reason;
      return decide(seen.value, elsewhereThan(source, sights), context);
    };
    looks.push(await reportLook(source.id, context.log, look));
  }
  return looks;
}

function elsewhereThan(source: SignalSource, sights: readonly Sight[]): Elsewhere {
  const others = sights.filter((other) => other.source.id !== source.id && isSameSite(other.source, source));
  return {
    before: others.flatMap(({ memory }) => memory?.reading.statements ?? []),
    now: others.flatMap((other) => readingNow(other)?.statements ?? []),
  };
}

async function see(source: SignalSource, isWanted: boolean, context: SignalPollContext): Promise<Sight> {
  const { store, fetcher, reader, now } = context;
  const memory = await recall(source, context);
  // What was said before cannot be read any more: nothing can be compared with it.
  if (memory?.status === 'unreadable') return { source, answer: memory };
  if (!isWanted) return { source, memory };
  if (await isResting(store, source.id, now())) return { source, memory, answer: { status: 'resting' } };
  const validators = await validatorsFor(source, memory, store);
  const fresh = memory?.head.pending !== undefined;
  const isExpected = (memory?.reading.statements.length ?? 0) > 0;
  const answer = await askForSignals(source, { fetcher, reader, fresh, validators, isExpected });
  return { source, memory, answer };
}

async function recall(
  source: SignalSource,
  { store, reader }: SignalPollContext,
): Promise<(SignalMemory & { status: 'read' }) | Unread | undefined> {
  const head = await store.signalHeads.get(source.id);
  const version = head && (await store.signalVersions.get(head.current.version));
  if (head === undefined || version === undefined) return undefined;
  const read = await reader.readSignals({ kind: source.kind, text: version.text });
  if (read.status === 'read') return { ...read, head };
  return read.reason === 'other-document' ? undefined : read;
}

/** "Not modified" is an answer only where something good stands behind it. */
async function validatorsFor(source: SignalSource, memory: SignalMemory | undefined, store: Store) {
  const status = await store.sources.get(source.id);
  const isSettled = memory !== undefined && memory.head.pending === undefined && status?.problem === undefined;
  return isSettled ? status?.validators : undefined;
}

const readingNow = ({ answer, memory }: Sight): SignalReading | undefined =>
  answer?.status === 'read' ? answer.reading : memory?.reading;

async function decide(
  { source, memory, answer }: Sight,
  elsewhere: Elsewhere,
  { store, reader, now: clock, confirmAfterSeconds }: SignalPollContext,
): Promise<SignalLook> {
  const now = clock();
  const status = { id: source.id, kind: 'signal' as const, url: source.url };
  switch (answer?.status) {
    case undefined:
    case 'resting':
      return { source: source.id, outcome: 'resting' };
    case 'not-modified':
      await recordSignalsStillThere(store, source.id, now.toISOString());
      await noteSuccess(store, status, now);
      return { source: source.id, outcome: 'not-modified' };
    case 'failed':
      await noteFailure(store, status, answer, now);
      return { source: source.id, outcome: 'failed', detail: answer.detail };
    case 'unreadable':
      return noteUnread(store, status, answer, now);
    case 'read': {
      const { reading, validators } = answer;
      const version = signalVersion(source, answer, now.toISOString());
      const observed = await reader.observeSignals(
        memory,
        { source, version, reading, elsewhere },
        confirmAfterSeconds,
      );
      if (observed.status === 'unreadable') return noteUnread(store, status, observed, now);
      const { observation } = observed;
      const alert = await recordSignals(store, observation, version, now.toISOString());
      await noteSuccess(store, status, now, validators);
      return { source: source.id, outcome: observation.outcome, detail: explain(observation, answer), alert };
    }
  }
}

function explain(observation: SignalObservation, { reading, detail }: Extract<SignalAnswer, { status: 'read' }>) {
  switch (observation.outcome) {
    case 'changed':
      return `${observation.change.significance}, ${observation.change.direction}`;
    case 'unconfirmed':
      return 'waits for a second look';
    case 'variant':
      return `says what it said before (${observation.head.returns} times so far)`;
    default:
      return detail ?? `${reading.statements.length} statements about AI`;
  }
}
