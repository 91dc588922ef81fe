/** What a server's admins are told, once, when alerts cannot be posted any more: silence is never to be a fault. */
import { createHash } from 'node:crypto';
import type { Subscription } from '../../domain/alert.ts';
import { type Answer, text } from '../../domain/answer.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { commandSpan } from '../words/command-names.ts';
import { translatorFor } from '../words/translator.ts';

interface NoticeContext {
  store: Store;
  courier: Courier;
  log: Log;
  now: Now;
  languageOf(guildId: string): Promise<Language>;
}

type Trouble = NonNullable<Subscription['trouble']>;
type BlockedSubscription = Subscription & { trouble: Trouble };

/** Channels that are named in one notice; the others are counted. */
const MAX_NAMED_CHANNELS = 10;

/** Tells the admins of a server, in one message, of those channels that they were not told of yet. */
export async function notifyAdmins(
  guildId: string,
  channelIds: readonly string[],
  { store, courier, log, now, languageOf }: NoticeContext,
): Promise<void> {
  const affected: BlockedSubscription[] = [];
  for (const channelId of channelIds)
    affected.push(...(await store.subscriptions.listByChannel(channelId)).filter(needsAdminNotice));
  const [first] = affected;
  if (first === undefined) return;
  const told = now().toISOString();
  // First that they were told: a crash in between leaves it unsaid, and never says it twice.
  await store.subscriptions.putMany(
    affected.map((one) => ({ key: one.id, value: { ...one, trouble: { ...one.trouble, told } } })),
  );
  const where = await courier.findNoticeChannel(guildId, first.channelId);
  if (where === undefined) {
    log.warn('nobody could be told of a channel in trouble', { server: guildId, channel: first.channelId });
    return;
  }
  const troubles = new Map(affected.map(({ channelId, trouble }) => [channelId, trouble]));
  const answer = buildNotice([...troubles], first.language ?? (await languageOf(guildId)));
  await courier.send({ channelId: where, answer, nonce: noticeNonce([...troubles]) });
}

const needsAdminNotice = (one: Subscription): one is BlockedSubscription =>
  one.trouble !== undefined && one.trouble.told === undefined;

function buildNotice(troubles: readonly [channelId: string, trouble: Trouble][], language: Language): Answer {
  const say = translatorFor(language);
  const left = troubles.length - MAX_NAMED_CHANNELS;
  return {
    title: say.text('notice.title'),
    tone: 'trouble',
    blocks: [
      ...troubles
        .slice(0, MAX_NAMED_CHANNELS)
        .map(([channel, { detail }]) => text(...say.line('notice.words', { channel: { channel }, detail }))),
      ...(left > 0 ? [text(...say.line('digest.more', { count: left }))] : []),
      text(...say.line('notice.kept', { command: commandSpan('alerts list', language) })),
    ],
    language,
  };
}

/** One notice a trouble, whatever happens in between. */
function noticeNonce(troubles: readonly [channelId: string, trouble: Trouble][]): string {
  const named = troubles.map(([channelId, { since }]) => `${channelId} ${since}`).join(' ');
  return createHash('sha256').update(`notice ${named}`).digest('hex').slice(0, 25);
}
