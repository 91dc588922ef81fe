import type { CommandContext } from '../../src/app/reply/command.ts';
import { mergeForumTags } from '../../src/core/alerts/forum-tags.ts';
import type { Subscription } from '../../src/domain/alert.ts';
import { type Answer, list, type Span, text } from '../../src/domain/answer.ts';
import { listAlerts } from './list.ts';

/** Channels that Discord is asked about for one answer, which must be there within three seconds; alerts want to be sent meanwhile. */
const MAX_CHANNELS_INSPECTED = 25;

/** How it stands with each channel that is told something: what is in the way, since when, and how to mend it. */
export async function health(guildId: string, context: CommandContext): Promise<Answer> {
  const { t: say } = context;
  const byChannel = [...Map.groupBy(await context.subscriptionService.list(guildId), ({ channelId }) => channelId)];
  if (byChannel.length === 0) return listAlerts(guildId, context);
  const troubledFirst = byChannel.sort(([, a], [, b]) => Number(isTroubled(b)) - Number(isTroubled(a)));
  const channels = await Promise.all(
    troubledFirst
      .slice(0, MAX_CHANNELS_INSPECTED)
      .map(([channelId, subscriptions]) => channelHealth(guildId, channelId, subscriptions, context)),
  );
  const left = troubledFirst.slice(MAX_CHANNELS_INSPECTED).map(([, subscriptions]) => isTroubled(subscriptions));
  const leftTroubled = left.filter(Boolean).length;
  const troubled = channels.filter(({ well }) => !well).length + leftTroubled;
  return {
    title: say.text('health.title', { troubled }),
    tone: troubled > 0 ? 'trouble' : 'neutral',
    blocks: [
      list(channels.sort((a, b) => Number(a.well) - Number(b.well)).map(({ line }) => line)),
      ...(left.length > 0 ? [text(say.text('health.more', { count: left.length, troubled: leftTroubled }))] : []),
    ],
    ephemeral: true,
  };
}

const isTroubled = (subscriptions: readonly Subscription[]): boolean =>
  subscriptions.some(({ trouble }) => trouble !== undefined);

async function channelHealth(
  guildId: string,
  channelId: string,
  subscriptions: readonly Subscription[],
  { subscriptionService: desk, t: say }: CommandContext,
): Promise<{ well: boolean; line: Span[] }> {
  const channel: Span = { channel: channelId };
  const trouble = subscriptions.find((one) => one.trouble)?.trouble;
  const now = await desk.inspectChannel(guildId, channelId, mergeForumTags(subscriptions));
  const since = trouble ? [' ', ...say.line('health.since', { since: { instant: trouble.since } })] : [];
  switch (now.status) {
    case 'blocked':
      return { well: false, line: say.line('health.blocked', { channel, detail: now.detail }).concat(since) };
    case 'unknown': {
      const words = trouble
        ? say.line('health.blocked', { channel, detail: trouble.detail })
        : say.line('health.unknown', { channel });
      return { well: trouble === undefined, line: words.concat(since) };
    }
    case 'seen': {
      if (now.missing.length > 0) {
        const permissions = now.missing.join(', ');
        return { well: false, line: say.line('health.missing', { channel, permissions }).concat(since) };
      }
      const words = trouble ? say.line('health.mended', { channel }) : say.line('health.well', { channel });
      return { well: true, line: words };
    }
  }
}
