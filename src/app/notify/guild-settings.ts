/** What is known of a server and what it chose for itself: its language, its time zone, its digest day. */
import type { Server } from '../../domain/alert.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { Store } from '../ports/store.ts';

/** What its members can choose, and what Discord tells about it. */
export type ServerChanges = Partial<Omit<Server, 'guildId'>>;

/** A server nobody has chosen anything for yet has nothing but its id. */
export async function getServer(store: Store, guildId: string): Promise<Server> {
  return (await store.servers.get(guildId)) ?? { guildId };
}

/**
 * Changes what is named and keeps the rest; `undefined` takes a choice back.
 * @returns the server as it is now.
 */
export async function changeServer(store: Store, guildId: string, changes: ServerChanges): Promise<Server> {
  const server = { ...(await getServer(store, guildId)), ...changes };
  await store.servers.put(guildId, server);
  return server;
}

/**
 * The language its alerts are written in: what it chose, else the one Discord says it speaks, else English.
 * @param spoken what Discord says now, where that is at hand; what it said last otherwise.
 */
export async function serverLanguage(store: Store, guildId: string, spoken?: Language): Promise<Language> {
  const { language, locale } = await getServer(store, guildId);
  return language ?? spoken ?? locale ?? 'en';
}

/** Remembers which language Discord says a server speaks; written only where that is news. */
export async function noteLocale(store: Store, guildId: string, locale: Language | undefined): Promise<void> {
  if (locale === undefined || (await getServer(store, guildId)).locale === locale) return;
  await changeServer(store, guildId, { locale });
}
