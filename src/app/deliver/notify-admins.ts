/** Tells a guild's admins, once and in another channel, that alerts cannot be posted any more. */
import { sha256 } from '../../core/text/sha256.ts';
import type { Subscription } from '../../domain/alert.ts';
import { type Answer, text } from '../../domain/answer.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import { commandSpan } from '../words/command-names.ts';
import { translatorFor } from '../words/translator.ts';
import type { DeliveryStore } from './guarded-store.ts';

interface NotifyAdminsContext {
  store: DeliveryStore;
  courier: Courier;
  log: Log;
  now: Now;
  languageOf(guildId: string): Promise<Language>;
}

type Trouble = NonNullable<Subscription['trouble']>;
type BlockedSubscription = Subscription & { trouble: Trouble };

/** Channels named in one notice; the others are counted. */
const MAX_NAMED_CHANNELS = 10;

/** Sends the admins one message about those of the channels that they were not told of yet. @throws StoreError */
export async function notifyAdmins(
  guildId: string,
  channelIds: readonly string[],
  { store, courier, log, now, languageOf }: NotifyAdminsContext,
): Promise<void> {
  const blocked: BlockedSubscription[] = [];
  for (const channelId of channelIds) {
    blocked.push(...(await store.subscriptions.listByChannel(channelId)).filter(needsNotice));
  }
  const [first] = blocked;
  if (first === undefined) return;
  const language = first.language ?? (await languageOf(guildId));
  const told = now().toISOString();
  // Marked before the message is sent: a crash in between leaves it unsent, and never sends it twice.
  await store.subscriptions.putMany(
    blocked.map((subscription) => ({
      key: subscription.id,
      value: { ...subscription, trouble: { ...subscription.trouble, told } },
    })),
  );
  const noticeChannelId = await courier.findNoticeChannel(guildId, first.channelId);
  if (noticeChannelId === undefined) {
    log.warn('found no channel to tell the admins about a blocked one', { server: guildId, channel: first.channelId });
    return;
  }
  const troubles = [...new Map(blocked.map(({ channelId, trouble }) => [channelId, trouble]))];
  const answer = buildNotice(troubles, language);
  await courier.send({ channelId: noticeChannelId, answer, nonce: noticeNonce(troubles) });
}

const needsNotice = (subscription: Subscription): subscription is BlockedSubscription =>
  subscription.trouble !== undefined && subscription.trouble.told === undefined;

type ChannelTrouble = [channelId: string, trouble: Trouble];

function buildNotice(troubles: readonly ChannelTrouble[], language: Language): Answer {
  const t = translatorFor(language);
  const unnamed = troubles.length - MAX_NAMED_CHANNELS;
  return {
    title: t.text('notice.title'),
    tone: 'trouble',
    blocks: [
      ...troubles
        .slice(0, MAX_NAMED_CHANNELS)
        .map(([channel, { detail }]) => text(...t.line('notice.words', { channel: { channel }, detail }))),
      ...(unnamed > 0 ? [text(...t.line('digest.more', { count: unnamed }))] : []),
      text(...t.line('notice.kept', { command: commandSpan('alerts list', language) })),
    ],
    language,
  };
}

/** One notice for each fault, however often it is attempted. */
function noticeNonce(troubles: readonly ChannelTrouble[]): string {
  const faults = troubles.map(([channelId, { since }]) => `${channelId} ${since}`).join(' ');
  return sha256(`notice ${faults}`).slice(0, DISCORD_LIMITS.nonce);
}
