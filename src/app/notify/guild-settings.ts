/** What is known of a server and what it chose for itself: its language, its time zone, its digest day. */
import type { GuildSettings } from '../../domain/alert.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';

/** What its members can choose, and what Discord tells about it. */
export type GuildSettingsChanges = Partial<Omit<GuildSettings, 'guildId'>>;

/** A server nobody has chosen anything for yet has nothing but its id. */
export async function getGuildSettings(store: Store, guildId: string): Promise<GuildSettings> {
  return (await store.servers.get(guildId)) ?? { guildId };
}

/**
 * Changes what is named and keeps the rest; `undefined` takes a choice back.
 * @returns the server as it is now.
 */
export async function updateGuildSettings(
  store: Store,
  guildId: string,
  changes: GuildSettingsChanges,
): Promise<GuildSettings> {
  const server = { ...(await getGuildSettings(store, guildId)), ...changes };
  await store.servers.put(guildId, server);
  return server;
}

/**
 * The language its alerts are written in: what it chose, else the one Discord says it speaks, else English.
 * @param discordLocale what Discord says now, where that is at hand; what it said last otherwise.
 */
export async function resolveGuildLanguage(store: Store, guildId: string, discordLocale?: Language): Promise<Language> {
  const { language, locale } = await getGuildSettings(store, guildId);
  return language ?? discordLocale ?? locale ?? 'en';
}

/** Remembers which language Discord says a server speaks; written only where that is news. */
export async function saveGuildLocale(store: Store, guildId: string, locale: Language | undefined): Promise<void> {
  if (locale === undefined || (await getGuildSettings(store, guildId)).locale === locale) return;
  await updateGuildSettings(store, guildId, { locale });
}
