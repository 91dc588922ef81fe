/** The `timezone` option of `/settings`: parsing it and suggesting zones. */
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';
import type { Choice } from './command.ts';

/** The time zone as Intl spells it, whatever the case typed; undefined where there is none of that name. */
export function parseTimeZone(words: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: words.trim() }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Zones whose name contains what was typed, each with its local time. */
export function suggestTimeZones(typed: string, now: Date): Choice[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, DISCORD_LIMITS.choices)
    .map((zone) => {
      const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(now);
      return { name: `${zone} (${time})`, value: zone };
    });
}
