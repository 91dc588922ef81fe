/** `/alerts snooze`: silences a subscription for some time; one that was paused resumes afterwards. */
import { type CommandContext, type CommandRequest, OPTION_TYPE, type OptionData } from '../../src/app/reply/command.ts';
import { localizedChoices } from '../../src/app/reply/localize.ts';
import { confirmation, refusal } from '../../src/app/reply/replies.ts';
import { subscriptionLine } from '../../src/app/reply/subscription-line.ts';
import { addHours } from '../../src/core/instants.ts';
import type { Answer } from '../../src/domain/answer.ts';

const SNOOZE_HOURS = { hour: 1, hours: 8, day: 24, week: 168, month: 720 } as const;
type SnoozeDuration = keyof typeof SNOOZE_HOURS;
const SNOOZE_DURATIONS = Object.keys(SNOOZE_HOURS) as SnoozeDuration[];

export const snoozeDurationOption: OptionData = {
  type: OPTION_TYPE.string,
  name: 'for',
  description: 'How long',
  required: true,
  choices: localizedChoices(SNOOZE_DURATIONS, (duration, t) => t.text(`nap.${duration}`)),
};

export async function snooze({ options }: CommandRequest, guildId: string, context: CommandContext): Promise<Answer> {
  const { t, now } = context;
  const duration = SNOOZE_DURATIONS.find((value) => value === options.for);
  if (duration === undefined) return refusal(t.text('alerts.unknown-nap'), t);
  const changed = await context.subscriptionService.change(guildId, options.alert ?? '', {
    paused: undefined,
    snoozedUntil: addHours(now, SNOOZE_HOURS[duration]),
  });
  if (changed === undefined) return refusal(t.text('alerts.unknown'), t);
  return confirmation(t.text('alerts.snoozed-title'), [
    subscriptionLine(changed, context),
    t.line('alerts.snoozed-words'),
  ]);
}
