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

/** A source that is looked at once an hour. */
function watching() {
  let known: { head: SignalHead; signals: ParsedSignals } | undefined;
  let hour = 0;
  return (lines: string[], { afterHours = 1 } = {}) => {
    hour += afterHours;
    const seen = new Date(Date.UTC(2026, 4, 1, hour)).toISOString();
    const reading = robots(...lines);
    const version = createSignalVersion(source, { text: lines.join('\n') }, seen);
    const observation = observeSignals(
      known,
      { source, version, signals: reading, otherSources: { before: [], now: [] } },
      600,
    );
    const isCurrent = observation.head.current.version === version.id;
    known = { head: observation.head, signals: isCurrent || known === undefined ? reading : known.signals };
    return observation;
  };
}

describe('the memory of a signal source', () => {
  it('takes the first sight for no news', () => assert.equal(watching()(CLOSED).outcome, 'first'));

  it('looks twice, and dates the change by the first of both', () => {
    const look = watching();
    look(OPEN);
    assert.equal(look(CLOSED).outcome, 'unconfirmed');
    const observation = look(CLOSED);
    assert.equal(observation.outcome, 'changed');
    const change = observation.outcome === 'changed' ? observation.change : undefined;
    assert.equal(change?.lastSeenOld, '2026-05-01T01:00:00.000Z');
    assert.equal(change?.firstSeenNew, '2026-05-01T02:00:00.000Z');
    assert.equal(change?.significance, 'major');
    assert.equal(look(CLOSED).outcome, 'same');
  });

  it('forgets what is gone at the second look', () => {
    const look = watching();
    look(OPEN);
    look(CLOSED);
    assert.equal(look(OPEN).outcome, 'same');
    assert.equal(look(CLOSED).outcome, 'unconfirmed');
  });

  it('keeps the latest text of those that say the same', () => {
    const look = watching();
    const first = look(OPEN).head.current;
    const later = look(['# hello', ...OPEN]).head.current;
    assert.notEqual(later.version, first.version);
    assert.equal(later.firstSeen, first.firstSeen);
  });

  it('calls it flapping when something comes back within days, and news when it comes back after weeks', () => {
    const look = watching();
    for (const lines of [OPEN, CLOSED, CLOSED]) look(lines);
    assert.deepEqual([look(OPEN).outcome, look(CLOSED).outcome, look(OPEN).outcome], ['variant', 'variant', 'variant']);
    look(CLOSED, { afterHours: 24 * 30 });
    assert.equal(look(CLOSED).outcome, 'changed');
  });

  it('is not moved by a name that was added to the list of crawlers', () => {
    const lines = ['User-agent: GPTBot', 'Disallow: /'];
    const seen = '2026-05-01T01:00:00.000Z';
    const version = createSignalVersion(source, { text: lines.join('\n') }, seen);
    const { head } = observeSignals(
      undefined,
      { source, version, signals: robots(), otherSources: { before: [], now: [] } },
      600,
    );
    const reading = robots(...lines);
    const again = observeSignals(
      { head, signals: reading },
      { source, version, signals: reading, otherSources: { before: [], now: [] } },
      600,
    );
    assert.deepEqual([again.outcome, again.head.current.identity], ['same', reading.identity]);
  });
});
