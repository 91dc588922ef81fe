import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deliveryId, matches, planDeliveries } from '../../src/core/match.ts';
import type { Alert } from '../../src/domain.ts';
import { aSubscription } from '../helpers/world.ts';

const alert: Alert = {
  id: 'alert-1',
  kind: 'documents',
  at: '2026-05-01T10:00:00.000Z',
  platforms: ['tunebox'],
  topics: ['training', 'likeness'],
  changeId: 'c',
};

describe('a subscription matches', () => {
  const rows: [why: string, overrides: Parameters<typeof aSubscription>[0], expected: boolean][] = [
    ['when it names nothing in particular', {}, true],
    ['when it names the platform', { platforms: ['tunebox'] }, true],
    ['not when it names another platform', { platforms: ['wavebarn'] }, false],
    ['when one of its topics is among the alert’s', { topics: ['pay', 'likeness'] }, true],
    ['not when none of its topics is', { topics: ['pay'] }, false],
    ['not when it wants only news', { kinds: ['news'] }, false],
  ];
  for (const [why, overrides, expected] of rows) {
    it(why, () => assert.equal(matches(alert, aSubscription(overrides)), expected));
  }

  it('not when the news is about no platform and it names one', () => {
    const law: Alert = { id: 'n', kind: 'news', at: alert.at, platforms: [], topics: ['regulation'], storyId: 's' };
    assert.equal(matches(law, aSubscription({ platforms: ['tunebox'] })), false);
    assert.equal(matches(law, aSubscription()), true);
  });
});

describe('deliveries', () => {
  const now = '2026-05-01T10:00:00.000Z';

  it('are one a channel, whatever the number of subscriptions, and mention the first role named', () => {
    const deliveries = planDeliveries(
      alert,
      [
        aSubscription({ id: '1', channelId: 'a' }),
        aSubscription({ id: '2', channelId: 'a', roleId: 'r1' }),
        aSubscription({ id: '3', channelId: 'a', roleId: 'r2' }),
        aSubscription({ id: '4', channelId: 'b', platforms: ['wavebarn'] }),
        aSubscription({ id: '5', channelId: 'c' }),
      ],
      now,
    );
    assert.deepEqual(
      deliveries.map(({ channelId, roleId }) => [channelId, roleId]),
      [
        ['a', 'r1'],
        ['c', undefined],
      ],
    );
  });

  it('have ids that depend on alert and channel alone, and fit a nonce', () => {
    const [first] = planDeliveries(alert, [aSubscription()], now);
    const [again] = planDeliveries(alert, [aSubscription({ id: 'other' })], '2027-01-01T00:00:00.000Z');
    assert.equal(first?.id, again?.id);
    assert.notEqual(deliveryId('alert-1', 'x'), deliveryId('alert-2', 'x'));
    assert.equal(deliveryId('alert-1', 'x').length, 25);
  });
});
