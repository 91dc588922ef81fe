/** Removing a subscription, and letting it rest: paused until it is resumed, or snoozed for a time. */

import type { SubscriptionChanges } from '../../src/app/notify/subscription-service.ts';
import { type CommandContext, type CommandRequest, OPTION_TYPE, type OptionData } from '../../src/app/reply/command.ts';
import { localizedChoices } from '../../src/app/reply/localize.ts';
import { confirmation, refusal } from '../../src/app/reply/replies.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import type { Answer } from '../../src/domain/answer.ts';

/** How long it may sleep, in hours. */
const SNOOZE_HOURS = { hour: 1, hours: 8, day: 24, week: 168, month: 720 } as const;
type SnoozeDuration = keyof typeof SNOOZE_HOURS;
const SNOOZE_DURATIONS = Object.keys(SNOOZE_HOURS) as SnoozeDuration[];

export const snoozeDurationOption: OptionData = {
  type: OPTION_TYPE.string,
  name: 'for',
  description: 'How long',
  required: true,
  choices: localizedChoices(SNOOZE_DURATIONS, (duration, say) => say.text(`nap.${duration}`)),
};

export async function remove({ options }: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { t: say } = context;
  const removed = await context.subscriptionService.remove(guildId, options.alert ?? '');
  if (removed === undefined) return refusal(say.text('alerts.unknown'), say);
  return confirmation(say.text('alerts.removed'), [subscriptionLine(removed, context)]);
}

/** A second time wakes it again. */
export async function pause({ options }: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { t: say } = context;
  const held = (await context.subscriptionService.list(guildId)).find(({ id }) => id === options.alert);
  const wake = held?.paused === true;
  const changes: SubscriptionChanges = { paused: wake ? undefined : true, snoozedUntil: undefined };
  const changed = await context.subscriptionService.change(guildId, options.alert ?? '', changes);
  if (changed === undefined) return refusal(say.text('alerts.unknown'), say);
  return confirmation(say.text(wake ? 'alerts.resumed-title' : 'alerts.paused-title'), [
    subscriptionLine(changed, context),
    say.line(wake ? 'alerts.resumed-words' : 'alerts.paused-words'),
  ]);
}

/** It wakes by itself, so one that was paused is paused no longer. */
export async function snooze({ options }: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { t: say, now } = context;
  const nap = SNOOZE_DURATIONS.find((one) => one === options.for);
  if (nap === undefined) return refusal(say.text('alerts.unknown-nap'), say);
  const snoozedUntil = new Date(now.getTime() + SNOOZE_HOURS[nap] * 3_600_000).toISOString();
  const changed = await context.subscriptionService.change(guildId, options.alert ?? '', {
    paused: undefined,
    snoozedUntil,
  });
  if (changed === undefined) return refusal(say.text('alerts.unknown'), say);
  return confirmation(say.text('alerts.snoozed-title'), [
    subscriptionLine(changed, context),
    say.line('alerts.snoozed-words'),
  ]);
}
