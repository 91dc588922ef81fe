/** Reads and changes a guild's settings: language, time zone, digest day. */
import type { GuildSettings } from '../../domain/alert.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';

export type GuildSettingsChanges = Partial<Omit<GuildSettings, 'guildId'>>;

/** A guild without stored settings has nothing but its id. */
export async function getGuildSettings(store: Store, guildId: string): Promise<GuildSettings> {
  return (await store.servers.get(guildId)) ?? { guildId };
}

/**
 * Changes the given settings and keeps the rest; `undefined` clears one.
 * @returns all settings as they are now.
 */
export async function updateGuildSettings(
  store: Store,
  guildId: string,
  changes: GuildSettingsChanges,
): Promise<GuildSettings> {
  const settings = { ...(await getGuildSettings(store, guildId)), ...changes };
  await store.servers.put(guildId, settings);
  return settings;
}

/**
 * The language of a guild's alerts: its choice, else its locale on Discord, else English.
 * @param discordLocale the current locale, where it is at hand; the last known one is used otherwise.
 */
export async function resolveGuildLanguage(store: Store, guildId: string, discordLocale?: Language): Promise<Language> {
  const { language, locale } = await getGuildSettings(store, guildId);
  return language ?? discordLocale ?? locale ?? 'en';
}

/** Remembers a guild's locale on Discord; writes only when it changed. */
export async function saveGuildLocale(store: Store, guildId: string, locale: Language | undefined): Promise<void> {
  if (locale === undefined || (await getGuildSettings(store, guildId)).locale === locale) return;
  await updateGuildSettings(store, guildId, { locale });
}
