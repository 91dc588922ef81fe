/** Removing a subscription, and letting it rest: paused until it is resumed, or snoozed for a time. */

import type { WishChanges } from '../../src/app/notify/subscription-service.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { type Context, OPTION, type OptionData, type Request } from '../../src/app/reply/command.ts';
import { choicesOf } from '../../src/app/reply/localize.ts';
import { describe } from '../../src/app/reply/subscription-line.ts';
import { done, refused } from '../../src/app/reply/replies.ts';

/** How long it may sleep, in hours. */
const NAPS = { hour: 1, hours: 8, day: 24, week: 168, month: 720 } as const;
type Nap = keyof typeof NAPS;
const NAP_NAMES = Object.keys(NAPS) as Nap[];

export const napOption: OptionData = {
  type: OPTION.string,
  name: 'for',
  description: 'How long',
  required: true,
  choices: choicesOf(NAP_NAMES, (nap, say) => say.text(`nap.${nap}`)),
};

export async function remove({ options }: Request, guildId: string, context: Context): Promise<Answer> {
  const { say } = context;
  const removed = await context.desk.remove(guildId, options.alert ?? '');
  if (removed === undefined) return refused(say.text('alerts.unknown'), say);
  return done(say.text('alerts.removed'), [describe(removed, context)]);
}

/** A second time wakes it again. */
export async function pause({ options }: Request, guildId: string, context: Context): Promise<Answer> {
  const { say } = context;
  const held = (await context.desk.list(guildId)).find(({ id }) => id === options.alert);
  const wake = held?.paused === true;
  const changes: WishChanges = { paused: wake ? undefined : true, snoozedUntil: undefined };
  const changed = await context.desk.change(guildId, options.alert ?? '', changes);
  if (changed === undefined) return refused(say.text('alerts.unknown'), say);
  return done(say.text(wake ? 'alerts.resumed-title' : 'alerts.paused-title'), [
    describe(changed, context),
    say.line(wake ? 'alerts.resumed-words' : 'alerts.paused-words'),
  ]);
}

/** It wakes by itself, so one that was paused is paused no longer. */
export async function snooze({ options }: Request, guildId: string, context: Context): Promise<Answer> {
  const { say, now } = context;
  const nap = NAP_NAMES.find((one) => one === options.for);
  if (nap === undefined) return refused(say.text('alerts.unknown-nap'), say);
  const snoozedUntil = new Date(now.getTime() + NAPS[nap] * 3_600_000).toISOString();
  const changed = await context.desk.change(guildId, options.alert ?? '', { paused: undefined, snoozedUntil });
  if (changed === undefined) return refused(say.text('alerts.unknown'), say);
  return done(say.text('alerts.snoozed-title'), [describe(changed, context), say.line('alerts.snoozed-words')]);
}
