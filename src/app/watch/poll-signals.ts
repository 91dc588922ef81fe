/**
 * Polls what platforms tell crawlers: load → fetch → observe → record. The sources of a platform are evaluated together, because what
 * one of them stops saying may stand in another.
 */

import { planSignalRecord, planUnchangedSignals } from '../../core/recording/plan.ts';
import type { OtherSources } from '../../core/signals/compare-signals.ts';
import {
  createSignalVersion,
  type SignalObservation,
  type SignalSourceState,
} from '../../core/signals/observe-signals.ts';
import { isSameSite, listSignalSources } from '../../core/signals/signal-sources.ts';
import type { Alert } from '../../domain/alert.ts';
import type { Platform } from '../../domain/catalog.ts';
import type { UnreadableResult } from '../../domain/document.ts';
import type { ParsedSignals, SignalSource } from '../../domain/signal.ts';
import { executeRecordPlan } from '../record/execute.ts';
import { fetchSignals, type SignalFetchResult } from './fetch-signals.ts';
import { type PollContext, runConcurrently, runPoll } from './run-polls.ts';
import {
  isBackingOff,
  loadPolledSource,
  type PolledSource,
  recordPollFailure,
  recordPollSuccess,
  recordUnreadable,
  usableValidators,
} from './source-status.ts';

export interface SignalPollResult {
  source: string;
  outcome: SignalObservation['outcome'] | 'not-modified' | 'unreadable' | 'failed' | 'resting';
  detail?: string;
  alert?: Alert;
}

/** Polls every source of the platforms once, or those that are wanted. The fetcher paces the requests to a host. */
export async function pollSignals(
  platforms: readonly Platform[],
  context: PollContext,
  isWanted = (_source: SignalSource) => true,
): Promise<SignalPollResult[]> {
  const sites = platforms.map((platform) => ({ platform, url: platform.homepage }));
  const results = await Promise.all(
    runConcurrently(sites, ({ platform }) => pollPlatformSignals(platform, context, isWanted)),
  );
  return results.flat();
}

async function pollPlatformSignals(
  platform: Platform,
  context: PollContext,
  isWanted: (source: SignalSource) => boolean,
): Promise<SignalPollResult[]> {
  // 1. Fetch all that are wanted; the others are loaded, as what they say is needed too.
  const sources = listSignalSources(platform);
  const fetches = await Promise.allSettled(sources.map((source) => fetchSource(source, isWanted(source), context)));
  const snapshots = fetches.flatMap((fetched) => (fetched.status === 'fulfilled' ? [fetched.value] : []));

  // 2. Evaluate one after the other, each knowing what the others said and say.
  const results: SignalPollResult[] = [];
  for (const [i, source] of sources.entries()) {
    const fetched = fetches[i];
    if (fetched?.status === 'fulfilled' && fetched.value.response === undefined) continue;
    const evaluate = async () => {
      if (fetched?.status !== 'fulfilled') throw fetched?.reason;
      return evaluateSource(fetched.value, statementsElsewhere(source, snapshots), context);
    };
    results.push(await runPoll(source.id, context.log, evaluate));
  }
  return results;
}

/** A source with what is known of it, and what was fetched now; without `response` it was not wanted. */
interface SourceSnapshot {
  source: SignalSource;
  polled: PolledSource;
  state?: SignalSourceState;
  response?: SignalFetchResult | { status: 'resting' };
}

async function fetchSource(source: SignalSource, isWanted: boolean, context: PollContext): Promise<SourceSnapshot> {
  const { store, fetcher, analyser, now } = context;
  const polled = await loadPolledSource(store, { id: source.id, kind: 'signal', url: source.url });
  const state = await loadState(source, context);
  // What the source said before cannot be parsed any more, so there is nothing to compare with.
  if (state?.status === 'unreadable') return { source, polled, response: state };
  if (!isWanted) return { source, polled, state };
  if (isBackingOff(polled, now())) return { source, polled, state, response: { status: 'resting' } };
  const isPending = state?.head.pending !== undefined;
  const response = await fetchSignals(source, {
    fetcher,
    analyser,
    bypassCache: isPending,
    validators: state && !isPending ? usableValidators(polled) : undefined,
    hadStatements: (state?.signals.statements.length ?? 0) > 0,
  });
  return { source, polled, state, response };
}

async function loadState(
  source: SignalSource,
  { store, analyser }: PollContext,
): Promise<(SignalSourceState & { status: 'read' }) | UnreadableResult | undefined> {
  const head = await store.signalHeads.get(source.id);
  const version = head && (await store.signalVersions.get(head.current.version));
  if (head === undefined || version === undefined) return undefined;
  const parsed = await analyser.parseSignals({ kind: source.kind, text: version.text });
  if (parsed.status === 'read') return { ...parsed, head };
  return parsed.reason === 'other-document' ? undefined : parsed;
}

function statementsElsewhere(source: SignalSource, snapshots: readonly SourceSnapshot[]): OtherSources {
  const others = snapshots.filter((other) => other.source.id !== source.id && isSameSite(other.source, source));
  return {
    before: others.flatMap(({ state }) => state?.signals.statements ?? []),
    now: others.flatMap((other) => currentSignals(other)?.statements ?? []),
  };
}

const currentSignals = ({ response, state }: SourceSnapshot): ParsedSignals | undefined =>
  response?.status === 'read' ? response.signals : state?.signals;

async function evaluateSource(
  { source, polled, state, response }: SourceSnapshot,
  otherSources: OtherSources,
  context: PollContext,
): Promise<SignalPollResult> {
  const { store, analyser, confirmAfterSeconds } = context;
  const now = context.now();
  const at = now.toISOString();
  switch (response?.status) {
    case undefined:
    case 'resting':
      return { source: source.id, outcome: 'resting' };
    case 'not-modified':
      if (state) await executeRecordPlan(store, planUnchangedSignals(state.head, at), at);
      await recordPollSuccess(store, polled, now);
      return { source: source.id, outcome: 'not-modified' };
    case 'failed':
      return recordPollFailure(store, polled, response, now);
    case 'unreadable':
      return recordUnreadable(store, polled, response, now);
    case 'read': {
      const { signals, validators } = response;
      const version = createSignalVersion(source, response, at);
      const observed = await analyser.observeSignals(
        state,
        { source, version, signals, otherSources },
        confirmAfterSeconds,
      );
      if (observed.status === 'unreadable') return recordUnreadable(store, polled, observed, now);
      const { observation } = observed;
      const plan = planSignalRecord(observation, version, state?.head.current.version);
      const alert = await executeRecordPlan(store, plan, at);
      await recordPollSuccess(store, polled, now, validators);
      return { source: source.id, outcome: observation.outcome, detail: describeOutcome(observation, response), alert };
    }
  }
}

function describeOutcome(
  observation: SignalObservation,
  { signals, detail }: Extract<SignalFetchResult, { status: 'read' }>,
): string {
  switch (observation.outcome) {
    case 'changed':
      return `${observation.change.significance}, ${observation.change.direction}`;
    case 'unconfirmed':
      return 'waits for a second poll';
    case 'variant':
      return `says again what it said before (${observation.head.returns} times so far)`;
    default:
      return detail ?? `${signals.statements.length} statements about AI`;
  }
}
