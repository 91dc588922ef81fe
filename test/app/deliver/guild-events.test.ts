/** Guild events that the store cannot take at once: none is lost, and none overtakes another. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { courierThat } from '../../helpers/courier.ts';
import { aDispatch } from '../../helpers/dispatch.ts';
import { type Disk, onDisk } from '../../helpers/failing-store.ts';
import { aSubscription, clockAt, memoryStore, recordingLog } from '../../helpers/world.ts';

const START = '2026-05-02T10:05:00.000Z';
const NOTICE_CHANNEL = '99';

/** One subscription in each of several guilds: channel 1 of guild 10, channel 2 of guild 11, … */
async function aBotInGuilds(guilds: number) {
  const disk: Disk = { full: false, refused: 0 };
  const inner = memoryStore();
  for (let i = 0; i < guilds; i++) {
    await inner.subscriptions.put(`${i}`, aSubscription({ id: `${i}`, channelId: `${i + 1}`, guildId: `${i + 10}` }));
  }
  const clock = clockAt(START);
  const log = recordingLog();
  const courier = courierThat({ notice: NOTICE_CHANNEL, inspectChannel: () => ({ status: 'seen', missing: [] }) });
  const dispatch = aDispatch({ store: onDisk(inner, disk), courier, clock, log });
  await dispatch.tick();
  const tickFor = async (seconds: number) => {
    for (let i = 0; i < seconds; i++) {
      clock.moveSeconds(1);
      await dispatch.tick();
    }
  };
  const faultCodes = async () => [...(await inner.subscriptions.all())].map(({ trouble }) => trouble?.code);
  return { disk, dispatch, courier, log, clock, tickFor, faultCodes };
}

describe('guild events', () => {
  it('that wait for a write outage to end survive a read error while they are handled', async () => {
    const { disk, dispatch, courier, tickFor, faultCodes } = await aBotInGuilds(3);
    disk.full = true;
    for (let i = 0; i < 3; i++) {
      await dispatch.handleGuildEvent({ kind: 'channel-gone', guildId: `${i + 10}`, channelId: `${i + 1}` });
    }
    Object.assign(disk, { full: false, unreadable: true, holds: (collection: string) => collection === 'servers' });
    await tickFor(30);
    disk.unreadable = false;
    await tickFor(90);
    assert.deepEqual(await faultCodes(), [10003, 10003, 10003]);
    assert.equal(courier.sent.length, 3, 'the admins of each guild were told');
  });

  it('that come during a read error are handled when the store can be read again', async () => {
    const { disk, dispatch, courier, tickFor, faultCodes } = await aBotInGuilds(1);
    Object.assign(disk, { unreadable: true, holds: (collection: string) => collection === 'servers' });
    await dispatch.handleGuildEvent({ kind: 'channel-gone', guildId: '10', channelId: '1' });
    disk.unreadable = false;
    await tickFor(10);
    assert.deepEqual(await faultCodes(), [10003]);
    assert.equal(courier.sent.length, 1);
  });

  it('are handled in the order they came, whatever the store did meanwhile', async () => {
    const { disk, dispatch, tickFor, faultCodes } = await aBotInGuilds(1);
    disk.full = true;
    await dispatch.handleGuildEvent({ kind: 'server-left', guildId: '10' });
    disk.full = false;
    await dispatch.handleGuildEvent({ kind: 'server-there', guildId: '10' });
    await tickFor(120);
    assert.deepEqual(await faultCodes(), [undefined]);
  });

  it('that contradict each other end with the last one of the guild', async () => {
    const { disk, dispatch, tickFor, faultCodes } = await aBotInGuilds(2);
    disk.full = true;
    for (let i = 0; i < 50; i++) {
      await dispatch.handleGuildEvent({ kind: i % 2 ? 'server-left' : 'server-there', guildId: '10' });
      await dispatch.handleGuildEvent({ kind: i % 2 ? 'server-there' : 'server-left', guildId: '11' });
    }
    disk.full = false;
    await tickFor(120);
    assert.deepEqual(await faultCodes(), [10004, undefined]);
  });

  it('that cannot be handled for another reason do not hold up the next', async () => {
    const { dispatch, courier, log, faultCodes } = await aBotInGuilds(2);
    courier.findNoticeChannel = async () => {
      throw new Error('a fault of our own');
    };
    await dispatch.handleGuildEvent({ kind: 'channel-gone', guildId: '10', channelId: '1' }).catch(() => {});
    await dispatch.handleGuildEvent({ kind: 'server-left', guildId: '11' });
    assert.deepEqual(await faultCodes(), [10003, 10004]);
    assert.equal(log.lines.filter((line) => line.startsWith('error')).length, 1);
  });
});
