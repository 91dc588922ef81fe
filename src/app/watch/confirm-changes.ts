/**
 * A change found by one poll counts once a second poll has found it too. The second poll follows at once, or after the time that the
 * configuration sets.
 */
import type { Platform, WatchedDocument } from '../../domain/catalog.ts';
import type { Store } from '../ports/store.ts';
import { createSerialQueue } from '../serial-queue.ts';
import { pollSignals, type SignalPollResult } from './poll-signals.ts';
import type { PollContext } from './run-polls.ts';

export interface TwoPolls<Sources, Result> {
  first(sources: Sources): Promise<Result[]>;
  /** Polls the sources whose change is unconfirmed. */
  second(): Promise<Result[]>;
  confirmAfterSeconds: number;
  /** Runs a second poll later; `afterPoll` has to follow it. */
  runAfter(seconds: number, job: () => Promise<void>): void;
  /** Called after each first poll, and after each second poll that came later. */
  afterPoll(): void;
}

/** @returns what polls and confirms, one call at a time; each source's result is that of its last poll. */
export function pollTwice<Sources, Result extends { source: string; outcome: string }>({
  first,
  second,
  confirmAfterSeconds,
  runAfter,
  afterPoll,
}: TwoPolls<Sources, Result>): (sources: Sources) => Promise<Result[]> {
  const serially = createSerialQueue();
  const poll = async (sources: Sources): Promise<Result[]> => {
    const results = await first(sources);
    if (!results.some(({ outcome }) => outcome === 'unconfirmed')) return results;
    if (confirmAfterSeconds > 0) {
      runAfter(confirmAfterSeconds, async () => {
        await serially(second);
        afterPoll();
      });
      return results;
    }
    const confirmed = new Map((await second()).map((result) => [result.source, result]));
    return results.map((result) => confirmed.get(result.source) ?? result);
  };
  return async (sources) => {
    const results = await serially(() => poll(sources));
    afterPoll();
    return results;
  };
}

export async function findUnconfirmedDocuments(
  documents: readonly WatchedDocument[],
  store: Store,
): Promise<WatchedDocument[]> {
  const heads = await Promise.all(documents.map(({ id }) => store.heads.get(id)));
  return documents.filter((_, i) => heads[i]?.pending !== undefined);
}

export async function pollUnconfirmedSignals(
  platforms: readonly Platform[],
  context: PollContext,
): Promise<SignalPollResult[]> {
  const unconfirmed = new Set<string>();
  for await (const [source, { pending }] of context.store.signalHeads.entries()) if (pending) unconfirmed.add(source);
  return pollSignals(platforms, context, ({ id }) => unconfirmed.has(id));
}
