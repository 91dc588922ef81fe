import assert from 'node:assert/strict';
import { it } from 'node:test';
import { impatient } from '../../../src/io/discord/with-timeouts.ts';
import { aContext } from '../../helpers/run-command.ts';

const never = () => new Promise<never>(() => {});

it('a look-up that takes too long keeps no answer waiting: it is unknown', async () => {
  const { context } = aContext();
  const stuck = { ...context.desk, belongs: never, forumOf: never, inspect: never, test: never };
  const desk = impatient(stuck, { lookUpMs: 5, inspectMs: 5, testMs: 5 });
  assert.equal(await desk.belongs('1', { channelId: '2' }), 'unknown');
  assert.equal(await desk.forumOf('1', '2'), undefined);
  assert.deepEqual(await desk.inspect('1', '2'), { status: 'unknown' });
  const posted = await desk.test('2', { title: 'T', tone: 'neutral', blocks: [] });
  assert.equal(posted.status, 'retry');
});

it('one that is there in time is what it says', async () => {
  const { context } = aContext();
  assert.equal(await impatient(context.desk).belongs('1', { channelId: '2' }), 'own');
});
