/** `/alerts health`: for each channel with alerts, what keeps the bot from posting there, and since when. */
import type { CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { noAlertsReply } from '../../src/app/reply/replies.ts';
import { mergeForumTags } from '../../src/core/alerts/forum-tags.ts';
import type { Subscription } from '../../src/domain/alert.ts';
import { type Answer, list, type Span, text } from '../../src/domain/answer.ts';

/** An answer is due within three seconds, and the same rate limits apply to sending alerts. */
const MAX_CHANNELS_INSPECTED = 25;

export async function health(_request: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { t } = context;
  const byChannel = [...Map.groupBy(await context.subscriptionService.list(guildId), ({ channelId }) => channelId)];
  if (byChannel.length === 0) return noAlertsReply(t);
  byChannel.sort(([, a], [, b]) => Number(isFailing(b)) - Number(isFailing(a)));
  const channels = await Promise.all(
    byChannel
      .slice(0, MAX_CHANNELS_INSPECTED)
      .map(([channelId, subscriptions]) => inspectChannel(guildId, channelId, subscriptions, context)),
  );
  const others = byChannel.slice(MAX_CHANNELS_INSPECTED);
  const failingOthers = others.filter(([, subscriptions]) => isFailing(subscriptions)).length;
  const failing = channels.filter(({ isHealthy }) => !isHealthy).length + failingOthers;
  return {
    title: t.text('health.title', { troubled: failing }),
    tone: failing > 0 ? 'trouble' : 'neutral',
    blocks: [
      list(channels.sort((a, b) => Number(a.isHealthy) - Number(b.isHealthy)).map(({ line }) => line)),
      ...(others.length > 0 ? [text(t.text('health.more', { count: others.length, troubled: failingOthers }))] : []),
    ],
    ephemeral: true,
  };
}

const isFailing = (subscriptions: readonly Subscription[]): boolean =>
  subscriptions.some(({ trouble }) => trouble !== undefined);

async function inspectChannel(
  guildId: string,
  channelId: string,
  subscriptions: readonly Subscription[],
  { subscriptionService, t }: CommandContext,
): Promise<{ isHealthy: boolean; line: Span[] }> {
  const channel: Span = { channel: channelId };
  const trouble = subscriptions.find((subscription) => subscription.trouble)?.trouble;
  const since = trouble ? [' ', ...t.line('health.since', { since: { instant: trouble.since } })] : [];
  const inspection = await subscriptionService.inspectChannel(guildId, channelId, mergeForumTags(subscriptions));
  switch (inspection.status) {
    case 'blocked': {
      const line = t.line('health.blocked', { channel, detail: inspection.detail });
      return { isHealthy: false, line: [...line, ...since] };
    }
    case 'unknown': {
      const line = trouble
        ? t.line('health.blocked', { channel, detail: trouble.detail })
        : t.line('health.unknown', { channel });
      return { isHealthy: trouble === undefined, line: [...line, ...since] };
    }
    case 'seen': {
      if (inspection.missing.length > 0) {
        const line = t.line('health.missing', { channel, permissions: inspection.missing.join(', ') });
        return { isHealthy: false, line: [...line, ...since] };
      }
      return { isHealthy: true, line: t.line(trouble ? 'health.mended' : 'health.well', { channel }) };
    }
  }
}
