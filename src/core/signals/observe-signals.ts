/**
 * The memory of a signal source: given what is known of it and what was just read, decides what happened.
 *
 * Rules, first match wins:
 *  1. nothing known yet          → `first`        a baseline, never news
 *  2. says what the current says → `same`         order, comments, casing and other agents are no change
 *  3. said not long ago          → `variant`      the site answers different readers differently
 *  4. seen once                  → `unconfirmed`  waits for a second, fresh look
 *  5. seen twice                 → `changed`      recorded, and told where it is major
 */
import { createHash } from 'node:crypto';
import type { ParsedSignals, SignalChange, SignalSource, SignalVersion } from '../../domain/signal.ts';
import {
  confirmCurrent,
  confirmsPending,
  type RevisionHistory,
  resolveFirstSeen,
  setCurrent,
  setPending,
  startHistory,
  wasSeenRecently,
} from '../history/revision-history.ts';
import { compareSignals, type OtherSources, summariseMoves } from './compare-signals.ts';

/** What is known of a source. */
export interface SignalHead extends RevisionHistory {
  source: string;
}

export interface SignalSourceState {
  head: SignalHead;
  /** What the current version says, read with the list of crawlers as it is now: a name added to it is no change of the site. */
  signals: ParsedSignals;
}

export interface ObservedSignals {
  source: SignalSource;
  version: SignalVersion;
  signals: ParsedSignals;
  otherSources: OtherSources;
}

export type SignalObservation =
  | { outcome: 'first' | 'same' | 'variant' | 'unconfirmed'; head: SignalHead }
  | { outcome: 'changed'; head: SignalHead; change: SignalChange };

/** @param confirmAfterSeconds how long must lie between the first and the second look at a change. */
export function observeSignals(
  memory: SignalSourceState | undefined,
  sighting: ObservedSignals,
  confirmAfterSeconds: number,
): SignalObservation {
  const { source, version, signals: reading } = sighting;
  const seen = { id: version.id, identity: reading.identity, seen: version.seen };
  if (memory === undefined) return { outcome: 'first', head: { source: source.id, ...startHistory(seen) } };

  const head = withCurrentIdentity(memory);
  if (reading.identity === memory.signals.identity) {
    const again = confirmCurrent(head, seen);
    return { outcome: 'same', head: { ...again, current: { ...again.current, version: version.id } } };
  }
  if (wasSeenRecently(head, seen)) {
    return { outcome: 'variant', head: { ...setCurrent(head, seen), returns: head.returns + 1 } };
  }
  if (!confirmsPending(head, seen, confirmAfterSeconds))
    return { outcome: 'unconfirmed', head: setPending(head, seen) };
  return { outcome: 'changed', head: setCurrent(head, seen), change: createChange(head, memory.signals, sighting) };
}

/** The id under which a version is stored: equal texts of a source have equal ids. */
export function createSignalVersion(
  source: SignalSource,
  { text, absent }: Pick<SignalVersion, 'text' | 'absent'>,
  seen: string,
): SignalVersion {
  const id = createHash('sha256')
    .update([source.id, absent ? 'absent' : 'there', text].join('\0'))
    .digest('hex');
  return { id, source: source.id, text, ...(absent && { absent }), seen };
}

function withCurrentIdentity({ head, signals: reading }: SignalSourceState): SignalHead {
  return { ...head, current: { ...head.current, identity: reading.identity } };
}

function createChange(head: SignalHead, before: ParsedSignals, sighting: ObservedSignals): SignalChange {
  const { source, version, signals: reading, otherSources: elsewhere } = sighting;
  const firstSeenNew = resolveFirstSeen(head, { id: version.id, identity: reading.identity, seen: version.seen });
  const moves = compareSignals(before, reading, elsewhere);
  return {
    id: createHash('sha256')
      .update([source.id, head.current.version, version.id, firstSeenNew].join('\0'))
      .digest('hex'),
    source: source.id,
    platform: source.platform,
    kind: source.kind,
    url: source.url,
    lastSeenOld: head.current.lastSeen,
    firstSeenNew,
    ...(version.absent && { withdrawn: true }),
    ...(head.returns > 0 && { returns: head.returns }),
    ...summariseMoves(moves),
    moves,
  };
}
