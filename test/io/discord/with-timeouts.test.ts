import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withTimeouts } from '../../../src/io/discord/with-timeouts.ts';
import { aContext } from '../../helpers/run-command.ts';

const never = () => new Promise<never>(() => {});

it('a lookup that takes too long is unknown', async () => {
  const { context } = aContext();
  const stuck = {
    ...context.subscriptionService,
    checkOwnership: never,
    getForum: never,
    inspectChannel: never,
    sendTest: never,
  };
  const service = withTimeouts(stuck, { lookUpMs: 5, inspectMs: 5, testMs: 5 });
  assert.equal(await service.checkOwnership('1', { channelId: '2' }), 'unknown');
  assert.equal(await service.getForum('1', '2'), undefined);
  assert.deepEqual(await service.inspectChannel('1', '2'), { status: 'unknown' });
  const outcome = await service.sendTest('2', { title: 'T', tone: 'neutral', blocks: [] });
  assert.equal(outcome.status, 'retry');
});

it('a lookup that comes in time keeps its result', async () => {
  const { context } = aContext();
  assert.equal(await withTimeouts(context.subscriptionService).checkOwnership('1', { channelId: '2' }), 'own');
});
