/** What a server's admins are told, once, when alerts cannot be posted any more: silence is never to be a fault. */
import { createHash } from 'node:crypto';
import type { Language, Subscription } from '../../domain.ts';
import { type Answer, text } from '../answers/answer.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier } from '../ports/courier.ts';
import type { Log } from '../ports/log.ts';
import type { Store } from '../ports/store.ts';
import { commandSpan } from '../words/command-names.ts';
import { sayIn } from '../words/say.ts';

interface NoticeContext {
  store: Store;
  courier: Courier;
  log: Log;
  now: Now;
  languageOf(guildId: string): Promise<Language>;
}

/** Tells of a channel in trouble, unless that was told. */
export async function tellAdmins(
  { guildId, channelId }: Pick<Subscription, 'guildId' | 'channelId'>,
  { store, courier, log, now, languageOf }: NoticeContext,
): Promise<void> {
  const affected = await store.subscriptions.ofChannel(channelId);
  const [first] = affected;
  if (first?.trouble === undefined || first.trouble.told !== undefined) return;
  const { trouble } = first;
  const told = now().toISOString();
  // First that they were told: a crash in between leaves it unsaid, and never says it twice.
  await store.subscriptions.putMany(
    affected.map((one) => ({ key: one.id, value: { ...one, trouble: { ...trouble, told } } })),
  );
  const where = await courier.noticeChannel(guildId, channelId);
  if (where === undefined) {
    log.warn('nobody could be told of a channel in trouble', { server: guildId, channel: channelId });
    return;
  }
  const answer = noticeOf(channelId, trouble, first.language ?? (await languageOf(guildId)));
  await courier.send({ channelId: where, answer, nonce: noticeNonce(channelId, trouble.since) });
}

function noticeOf(channelId: string, { detail }: NonNullable<Subscription['trouble']>, language: Language): Answer {
  const say = sayIn(language);
  return {
    title: say.text('notice.title'),
    tone: 'trouble',
    blocks: [
      text(...say.line('notice.words', { channel: { channel: channelId }, detail })),
      text(...say.line('notice.kept', { command: commandSpan('alerts list', language) })),
    ],
    language,
  };
}

/** One notice a trouble, whatever happens in between. */
function noticeNonce(channelId: string, since: string): string {
  return createHash('sha256').update(`notice ${channelId} ${since}`).digest('hex').slice(0, 25);
}
