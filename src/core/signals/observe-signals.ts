/**
 * Decides what a freshly read signal source means, given what is known of it.
 *
 * Rules, first match wins:
 *  1. first version of the source             → `first`        a baseline, never news
 *  2. says what the current version says      → `same`         order, comments, casing and other agents do not count
 *  3. said in recent days                     → `variant`      the site answers its readers differently
 *  4. seen once                               → `unconfirmed`  waits for a second, fresh poll
 *  5. seen twice                              → `changed`      recorded; alerts
 */
import type { ParsedSignals, SignalChange, SignalSource, SignalVersion } from '../../domain/signal.ts';
import type { Instant } from '../../domain/vocabulary.ts';
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
import { sha256 } from '../text/sha256.ts';
import { compareSignals, type OtherSources, summariseMoves } from './compare-signals.ts';

/** What is stored about a source between polls. */
export interface SignalHead extends RevisionHistory {
  source: string;
}

export interface SignalSourceState {
  head: SignalHead;
  /** The current version, parsed with today's list of crawlers: a crawler added to the list is no change of the site. */
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

/** @param confirmAfterSeconds minimum time between the two polls that confirm a change. */
export function observeSignals(
  state: SignalSourceState | undefined,
  observed: ObservedSignals,
  confirmAfterSeconds: number,
): SignalObservation {
  const { source, version, signals } = observed;
  const revision = { id: version.id, identity: signals.identity, seen: version.seen };
  if (state === undefined) return { outcome: 'first', head: { source: source.id, ...startHistory(revision) } };

  const head = withCurrentIdentity(state);
  if (signals.identity === state.signals.identity) {
    const confirmed = confirmCurrent(head, revision);
    return { outcome: 'same', head: { ...confirmed, current: { ...confirmed.current, version: version.id } } };
  }
  if (wasSeenRecently(head, revision)) {
    return { outcome: 'variant', head: { ...setCurrent(head, revision), returns: head.returns + 1 } };
  }
  if (!confirmsPending(head, revision, confirmAfterSeconds))
    return { outcome: 'unconfirmed', head: setPending(head, revision) };
  const change = createChange(head, state.signals, observed, resolveFirstSeen(head, revision));
  return { outcome: 'changed', head: setCurrent(head, revision), change };
}

/** Equal texts of a source have equal ids. */
export function createSignalVersion(
  source: SignalSource,
  { text, absent }: Pick<SignalVersion, 'text' | 'absent'>,
  seen: Instant,
): SignalVersion {
  const id = sha256(source.id, absent ? 'absent' : 'there', text);
  return { id, source: source.id, text, ...(absent && { absent }), seen };
}

function withCurrentIdentity({ head, signals }: SignalSourceState): SignalHead {
  return { ...head, current: { ...head.current, identity: signals.identity } };
}

function createChange(
  head: SignalHead,
  before: ParsedSignals,
  { source, version, signals, otherSources }: ObservedSignals,
  firstSeenNew: Instant,
): SignalChange {
  const moves = compareSignals(before, signals, otherSources);
  return {
    id: sha256(source.id, head.current.version, version.id, firstSeenNew),
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
