import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSignalVersion, observeSignals, type SignalHead } from '../../../src/core/signals/observe-signals.ts';
import type { ParsedSignals, SignalSource } from '../../../src/domain/signal.ts';
import { robots } from './crawlers.ts';

const source: SignalSource = {
  id: 'tunebox https://tunebox.example/robots.txt',
  platform: 'tunebox',
  kind: 'robots.txt',
  url: 'https://tunebox.example/robots.txt',
};
const OPEN = ['User-agent: *', 'Disallow: /cart'];
const CLOSED = ['User-agent: GPTBot', 'Disallow: /'];

/** A source polled once an hour, or after so many hours. */
function watchSource() {
  let state: { head: SignalHead; signals: ParsedSignals } | undefined;
  let hour = 0;
  return (lines: string[], { afterHours = 1 } = {}) => {
    hour += afterHours;
    const seen = new Date(Date.UTC(2026, 4, 1, hour)).toISOString();
    const signals = robots(...lines);
    const version = createSignalVersion(source, { text: lines.join('\n') }, seen);
    const observation = observeSignals(state, { source, version, signals, otherSources: { before: [], now: [] } }, 600);
    const isCurrent = observation.head.current.version === version.id;
    state = { head: observation.head, signals: isCurrent || state === undefined ? signals : state.signals };
    return observation;
  };
}

describe('a signal source', () => {
  it('has a baseline first', () => assert.equal(watchSource()(CLOSED).outcome, 'first'));

  it('changes at the second poll, dated by the first', () => {
    const poll = watchSource();
    poll(OPEN);
    assert.equal(poll(CLOSED).outcome, 'unconfirmed');
    const observation = poll(CLOSED);
    assert.equal(observation.outcome, 'changed');
    const change = observation.outcome === 'changed' ? observation.change : undefined;
    assert.equal(change?.lastSeenOld, '2026-05-01T01:00:00.000Z');
    assert.equal(change?.firstSeenNew, '2026-05-01T02:00:00.000Z');
    assert.equal(change?.significance, 'major');
    assert.equal(poll(CLOSED).outcome, 'same');
  });

  it('drops a pending change that is gone at the second poll', () => {
    const poll = watchSource();
    poll(OPEN);
    poll(CLOSED);
    assert.equal(poll(OPEN).outcome, 'same');
    assert.equal(poll(CLOSED).outcome, 'unconfirmed');
  });

  it('keeps the latest of the texts that say the same', () => {
    const poll = watchSource();
    const first = poll(OPEN).head.current;
    const later = poll(['# hello', ...OPEN]).head.current;
    assert.notEqual(later.version, first.version);
    assert.equal(later.firstSeen, first.firstSeen);
  });

  it('is a variant when something returns within days, and a change when it returns after weeks', () => {
    const poll = watchSource();
    for (const lines of [OPEN, CLOSED, CLOSED]) poll(lines);
    assert.deepEqual([poll(OPEN).outcome, poll(CLOSED).outcome, poll(OPEN).outcome], ['variant', 'variant', 'variant']);
    poll(CLOSED, { afterHours: 24 * 30 });
    assert.equal(poll(CLOSED).outcome, 'changed');
  });

  it('is the same after a crawler was added to the list', () => {
    const lines = ['User-agent: GPTBot', 'Disallow: /'];
    const seen = '2026-05-01T01:00:00.000Z';
    const version = createSignalVersion(source, { text: lines.join('\n') }, seen);
    const { head } = observeSignals(
      undefined,
      { source, version, signals: robots(), otherSources: { before: [], now: [] } },
      600,
    );
    const signals = robots(...lines);
    const again = observeSignals(
      { head, signals },
      { source, version, signals, otherSources: { before: [], now: [] } },
      600,
    );
    assert.deepEqual([again.outcome, again.head.current.identity], ['same', signals.identity]);
  });
});
