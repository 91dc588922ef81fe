import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideAction } from '../../../src/app/deliver/decide-action.ts';
import type { SendOutcome } from '../../../src/app/ports/courier.ts';
import type { Delivery } from '../../../src/domain/alert.ts';
import { aRow as aRowAt } from '../../helpers/dispatch.ts';

const ATTEMPTED = '2026-05-02T10:00:00.000Z';
const aRow = (overrides?: Partial<Delivery>): Delivery => aRowAt(ATTEMPTED, overrides);
const now = new Date('2026-05-02T10:00:01.000Z');

const action = (row: Delivery, outcome: SendOutcome, random = 1) => decideAction(row, outcome, ATTEMPTED, now, random);
const retryOf = (row: Delivery, outcome: SendOutcome, random = 1): Delivery => {
  const result = action(row, outcome, random);
  assert.ok(result.action === 'retry', result.action);
  return result.row;
};
const lost: SendOutcome = { status: 'retry', detail: 'no answer', mayHaveArrived: true };
const busy: SendOutcome = { status: 'retry', detail: 'busy' };

describe('a retry', () => {
  const WAITS: [attempts: number, random: number, seconds: number][] = [
    [0, 1, 2],
    [0, 0, 1],
    [1, 1, 4],
    [5, 1, 64],
    [30, 1, 600],
    [30, 0, 300],
  ];
  for (const [attempts, random, seconds] of WAITS) {
    it(`after ${attempts} attempts waits ${seconds} s where the random number is ${random}`, () => {
      const { nextAttemptAt } = retryOf(aRow({ attempts }), busy, random);
      assert.equal((Date.parse(nextAttemptAt) - now.getTime()) / 1000, seconds);
    });
  }

  it('waits as long as Discord says, and at least a second', () => {
    assert.equal(retryOf(aRow(), { ...busy, afterSeconds: 90 }).nextAttemptAt, '2026-05-02T10:01:31.000Z');
    assert.equal(retryOf(aRow(), { ...busy, afterSeconds: 0 }).nextAttemptAt, '2026-05-02T10:00:02.000Z');
  });

  it('is in doubt since the first lost answer, and not after a clear refusal', () => {
    assert.equal(retryOf(aRow(), lost).unsureSince, ATTEMPTED);
    assert.equal(
      retryOf(aRow({ unsureSince: '2026-05-02T09:00:00.000Z' }), lost).unsureSince,
      '2026-05-02T09:00:00.000Z',
    );
    assert.equal(
      retryOf(aRow({ unsureSince: '2026-05-02T09:00:00.000Z' }), busy).unsureSince,
      '2026-05-02T09:00:00.000Z',
    );
    assert.equal(retryOf(aRow(), busy).unsureSince, undefined);
  });
});

describe('a channel that cannot be written to', () => {
  const blocked: SendOutcome = { status: 'blocked', code: 50013, detail: 'no' };
  it('suspends a post', () => assert.equal(action(aRow(), blocked).action, 'suspend'));
  it('drops an edit or a publish, whose message is posted already', () => {
    assert.equal(action(aRow({ act: 'edit' }), blocked).action, 'drop');
    assert.equal(action(aRow({ act: 'publish' }), blocked).action, 'drop');
  });
});
