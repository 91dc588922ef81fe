/** `/settings`: a server's language, time zone and digest day. */
import {
  type GuildSettingsChanges,
  getGuildSettings,
  saveGuildLocale,
  updateGuildSettings,
} from '../src/app/notify/guild-settings.ts';
import {
  type Command,
  type CommandRequest,
  GUILD_ONLY,
  MANAGE_SERVER_PERMISSION,
  OPTION_TYPE,
} from '../src/app/reply/command.ts';
import { localizedChoices } from '../src/app/reply/localize.ts';
import { refusal } from '../src/app/reply/replies.ts';
import { parseTimeZone, suggestTimeZones } from '../src/app/reply/time-zone-option.ts';
import { INTL_LOCALES, LANGUAGE_NAMES, type Translator } from '../src/app/words/translator.ts';
import { type GuildSettings, WEEKDAYS } from '../src/domain/alert.ts';
import { type Answer, list, text } from '../src/domain/answer.ts';
import { LANGUAGES, type Language } from '../src/domain/vocabulary.ts';

/** Of a time zone that does not exist, this much is repeated. */
const MAX_ECHOED_CHARACTERS = 60;

export const settings = {
  data: {
    name: 'settings',
    description: 'This server’s language, time zone and digest day; with nothing named, shows them',
    default_member_permissions: MANAGE_SERVER_PERMISSION,
    ...GUILD_ONLY,
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
        choices: localizedChoices(WEEKDAYS, (day, t) => weekdayNames(t.language)[day] ?? day),
      },
    ],
  },
  async execute(request, { readModel: { store }, t }) {
    const { guildId } = request;
    if (guildId === undefined) return refusal(t.text('alerts.server-only'), t);
    if (!request.canManageServer) return refusal(t.text('alerts.managers-only'), t);
    const { timezone } = request.options;
    if (timezone !== undefined && parseTimeZone(timezone) === undefined) {
      return refusal(t.text('settings.no-such-zone', { words: timezone.slice(0, MAX_ECHOED_CHARACTERS) }), t);
    }
    await saveGuildLocale(store, guildId, request.guildLanguage);
    const changes = requestedChanges(request);
    const hasChanges = Object.keys(changes).length > 0;
    const current = hasChanges
      ? await updateGuildSettings(store, guildId, changes)
      : await getGuildSettings(store, guildId);
    return settingsAnswer(current, hasChanges, t);
  },
  autocomplete: async (_option, typed, { canManageServer }, { now }) =>
    canManageServer ? suggestTimeZones(typed, now) : [],
} satisfies Command;

function requestedChanges({ options }: CommandRequest): GuildSettingsChanges {
  const language = LANGUAGES.find((value) => value === options.language);
  const timeZone = options.timezone === undefined ? undefined : parseTimeZone(options.timezone);
  const digestDay = WEEKDAYS.find((value) => value === options.day);
  return {
    ...(language ? { language } : {}),
    ...(timeZone ? { timeZone } : {}),
    ...(digestDay ? { digestDay } : {}),
  };
}

function settingsAnswer(
  { language, locale, timeZone, digestDay }: GuildSettings,
  hasChanged: boolean,
  t: Translator,
): Answer {
  const days = weekdayNames(t.language);
  return {
    title: t.text(hasChanged ? 'settings.changed' : 'settings.title'),
    tone: 'neutral',
    blocks: [
      list([
        [
          ...t.line('settings.language', { language: LANGUAGE_NAMES[language ?? locale ?? 'en'] }),
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

function weekdayNames(language: Language): Readonly<Record<string, string>> {
  const format = new Intl.DateTimeFormat(INTL_LOCALES[language], { weekday: 'long', timeZone: 'UTC' });
  // 5 January 2026 was a Monday.
  return Object.fromEntries(WEEKDAYS.map((day, i) => [day, format.format(new Date(Date.UTC(2026, 0, 5 + i)))]));
}
