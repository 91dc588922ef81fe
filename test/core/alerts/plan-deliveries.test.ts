import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deliveryId } from '../../../src/core/alerts/delivery-rows.ts';
import { findMismatch, type MismatchReason, planDeliveries } from '../../../src/core/alerts/plan-deliveries.ts';
import type { Alert, Subscription } from '../../../src/domain/alert.ts';
import { aSubscription } from '../../helpers/world.ts';

const alert: Alert = {
  id: 'alert-1',
  kind: 'documents',
  at: '2026-05-01T10:00:00.000Z',
  platforms: ['tunebox'],
  topics: ['training', 'likeness'],
  changeId: 'c',
};

const NOW = '2026-05-01T10:00:00.000Z';

describe('a subscription', () => {
  const minor: Alert = { ...alert, significance: 'minor' };
  const law: Alert = { id: 'n', kind: 'news', at: alert.at, platforms: [], topics: ['regulation'], storyId: 's' };
  const rows: [what: string, alert: Alert, wanted: Partial<Subscription>, mismatch: MismatchReason | undefined][] = [
    ['that names nothing in particular', alert, {}, undefined],
    ['that names the platform', alert, { platforms: ['tunebox'] }, undefined],
    ['that names another platform', alert, { platforms: ['wavebarn'] }, 'platform'],
    ['one of whose topics is among the alert’s', alert, { topics: ['pay', 'likeness'] }, undefined],
    ['none of whose topics is', alert, { topics: ['pay'] }, 'topic'],
    ['that wants only news', alert, { kinds: ['news'] }, 'kind'],
    ['that names a platform, of news about none', law, { platforms: ['tunebox'] }, 'platform'],
    ['that names no platform, of news about none', law, {}, undefined],
    ['that wants major alerts, of a minor one', minor, {}, 'significance'],
    ['that wants minor alerts, of a minor one', minor, { least: 'minor' }, undefined],
    ['that wants minor alerts, of a major one', alert, { least: 'minor' }, undefined],
    ['that wants digests', alert, { rhythm: 'weekly' }, 'digest'],
    ['that wants digests, of a minor alert', minor, { rhythm: 'daily' }, 'digest'],
    ['that is paused', alert, { paused: true }, 'paused'],
    ['that is snoozed', alert, { snoozedUntil: '2026-05-01T10:00:00.001Z' }, 'snoozed'],
    ['whose snooze is over', alert, { snoozedUntil: NOW }, undefined],
  ];
  for (const [what, alertOf, wanted, mismatch] of rows) {
    it(`${what} ${mismatch === undefined ? 'gets the alert' : `does not: ${mismatch}`}`, () => {
      assert.equal(findMismatch(alertOf, aSubscription(wanted), NOW), mismatch);
    });
  }
});

describe('deliveries', () => {
  const now = NOW;

  it('wait for the end of quiet hours in the guild’s time zone, unless another subscription of the channel has none', () => {
    const quiet = { from: '22:00', to: '08:00' };
    const night = '2026-05-01T20:30:00.000Z';
    const nextOf = (...subscriptions: Subscription[]) =>
      planDeliveries(alert, subscriptions, night, () => 'Europe/Paris').map(({ nextAttemptAt }) => nextAttemptAt);
    assert.deepEqual(nextOf(aSubscription({ quiet })), ['2026-05-02T06:00:00.000Z']);
    assert.deepEqual(nextOf(aSubscription({ quiet }), aSubscription({ id: '2' })), [night]);
    assert.deepEqual(nextOf(aSubscription({ quiet: { from: '00:00', to: '08:00' } })), [night]);
  });

  it('are one for each channel, and mention the first role that a subscription names', () => {
    const deliveries = planDeliveries(
      alert,
      [
        aSubscription({ id: '1', channelId: '1' }),
        aSubscription({ id: '2', channelId: '1', roleId: 'r1' }),
        aSubscription({ id: '3', channelId: '1', roleId: 'r2' }),
        aSubscription({ id: '4', channelId: '2', platforms: ['wavebarn'] }),
        aSubscription({ id: '5', channelId: '3' }),
      ],
      now,
    );
    assert.deepEqual(
      deliveries.map(({ channelId, roleId }) => [channelId, roleId]),
      [
        ['1', 'r1'],
        ['3', undefined],
      ],
    );
  });

  it('have ids that depend on alert and channel alone, and fit into a nonce', () => {
    const [first] = planDeliveries(alert, [aSubscription()], now);
    const [again] = planDeliveries(alert, [aSubscription({ id: 'other' })], '2027-01-01T00:00:00.000Z');
    assert.equal(first?.id, again?.id);
    assert.notEqual(deliveryId('alert-1', '1'), deliveryId('alert-2', '1'));
    assert.equal(deliveryId('alert-1', '1').length, 25);
  });
});
