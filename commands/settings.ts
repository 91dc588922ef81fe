import {
  type GuildSettingsChanges,
  getGuildSettings,
  saveGuildLocale,
  updateGuildSettings,
} from '../src/app/notify/guild-settings.ts';
import {
  type Choice,
  type Command,
  type CommandContext,
  type CommandRequest,
  MANAGE_SERVER_PERMISSION,
  MAX_SUGGESTIONS,
  OPTION_TYPE,
} from '../src/app/reply/command.ts';
import { localizedChoices } from '../src/app/reply/localize.ts';
import { INTL_LOCALES, LANGUAGE_NAMES, type Translator } from '../src/app/words/translator.ts';
import { type GuildSettings, WEEKDAYS } from '../src/domain/alert.ts';
import { type Answer, list, text } from '../src/domain/answer.ts';
import { LANGUAGES } from '../src/domain/vocabulary.ts';

export const settings = {
  data: {
    name: 'settings',
    description: 'This server’s language, time zone and digest day; with nothing named, shows them',
    default_member_permissions: MANAGE_SERVER_PERMISSION,
    contexts: [0],
    integration_types: [0],
    options: [
      {
        type: OPTION_TYPE.string,
        name: 'language',
        description: 'The language of alerts in this server',
        choices: localizedChoices(LANGUAGES, (language) => LANGUAGE_NAMES[language]),
      },
      {
        type: OPTION_TYPE.string,
        name: 'timezone',
        description: 'For quiet hours and the digest, such as Europe/Paris',
        autocomplete: true,
      },
      {
        type: OPTION_TYPE.string,
        name: 'day',
        description: 'The day of the weekly digest',
        choices: localizedChoices(WEEKDAYS, (day, say) => weekdayNames(INTL_LOCALES[say.language])[day] ?? day),
      },
    ],
  },
  async execute(request, context) {
    const { t: say } = context;
    if (request.guildId === undefined) return refusal(say.text('alerts.server-only'), say);
    if (!request.canManageServer) return refusal(say.text('alerts.managers-only'), say);
    const { timezone } = request.options;
    if (timezone !== undefined && parseTimeZone(timezone) === undefined) {
      return refusal(say.text('settings.no-such-zone', { words: timezone.slice(0, 60) }), say);
    }
    const { store } = context.readModel;
    await saveGuildLocale(store, request.guildId, request.guildLanguage);
    const changes = settingsChanges(request);
    const changed = Object.keys(changes).length > 0;
    const server = changed
      ? await updateGuildSettings(store, request.guildId, changes)
      : await getGuildSettings(store, request.guildId);
    return settingsAnswer(server, changed, say);
  },
  autocomplete: async (_option, typed, { canManageServer: mayManageServer }, { now }: CommandContext) =>
    mayManageServer ? suggestTimeZones(typed, now) : [],
} satisfies Command;

/** Only what was named changes. */
function settingsChanges({ options }: CommandRequest): GuildSettingsChanges {
  const language = LANGUAGES.find((one) => one === options.language);
  const timeZone = options.timezone === undefined ? undefined : parseTimeZone(options.timezone);
  const digestDay = WEEKDAYS.find((one) => one === options.day);
  return {
    ...(language ? { language } : {}),
    ...(timeZone ? { timeZone } : {}),
    ...(digestDay ? { digestDay } : {}),
  };
}

function settingsAnswer(
  { language, locale, timeZone, digestDay }: GuildSettings,
  changed: boolean,
  t: Translator,
): Answer {
  const days = weekdayNames(INTL_LOCALES[t.language]);
  const spoken = language ?? locale ?? 'en';
  return {
    title: t.text(changed ? 'settings.changed' : 'settings.title'),
    tone: 'neutral',
    blocks: [
      list([
        [
          ...t.line('settings.language', { language: LANGUAGE_NAMES[spoken] }),
          language === undefined ? ` ${t.text('settings.by-discord')}` : '',
        ],
        t.line('settings.timezone', { timezone: timeZone ?? 'UTC' }),
        t.line('settings.day', { day: days[digestDay ?? 'monday'] ?? '' }),
      ]),
      text(t.text('settings.members')),
    ],
    ephemeral: true,
  };
}

const refusal = (why: string, t: Translator): Answer => ({
  title: t.text('alerts.not-done'),
  tone: 'trouble',
  blocks: [text(why)],
  ephemeral: true,
});

/** A time zone as Intl writes it, whatever the case it is typed in. */
function parseTimeZone(words: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: words.trim() }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Zones whose name contains what was typed, with the hour it is there. */
function suggestTimeZones(typed: string, now: Date): Choice[] {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_');
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, MAX_SUGGESTIONS)
    .map((zone) => {
      const hour = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(now);
      return { name: `${zone} (${hour})`, value: zone };
    });
}

/** The names of the days, from Intl: 5 January 2026 was a Monday. */
function weekdayNames(locale: string): Readonly<Record<string, string>> {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return Object.fromEntries(WEEKDAYS.map((day, i) => [day, format.format(new Date(Date.UTC(2026, 0, 5 + i)))]));
}
