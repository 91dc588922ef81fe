import assert from 'node:assert/strict';
import { it } from 'node:test';
import { withTimeouts } from '../../../src/io/discord/with-timeouts.ts';
import { aContext } from '../../helpers/run-command.ts';

const never = () => new Promise<never>(() => {});

it('a look-up that takes too long keeps no answer waiting: it is unknown', async () => {
  const { context } = aContext();
  const stuck = {
    ...context.subscriptionService,
    checkOwnership: never,
    getForum: never,
    inspectChannel: never,
    sendTest: never,
  };
  const desk = withTimeouts(stuck, { lookUpMs: 5, inspectMs: 5, testMs: 5 });
  assert.equal(await desk.checkOwnership('1', { channelId: '2' }), 'unknown');
  assert.equal(await desk.getForum('1', '2'), undefined);
  assert.deepEqual(await desk.inspectChannel('1', '2'), { status: 'unknown' });
  const posted = await desk.sendTest('2', { title: 'T', tone: 'neutral', blocks: [] });
  assert.equal(posted.status, 'retry');
});

it('one that is there in time is what it says', async () => {
  const { context } = aContext();
  assert.equal(await withTimeouts(context.subscriptionService).checkOwnership('1', { channelId: '2' }), 'own');
});
