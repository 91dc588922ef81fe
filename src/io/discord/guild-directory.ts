/**
 * Keeps the few facts about guilds and channels that alerts need: languages, announcement channels, channels the bot may not write to.
 * It reads the gateway's raw payloads, so that the client library need not cache any of them.
 */
import { ChannelType, GatewayDispatchEvents } from 'discord.js';
import type { GuildDirectory, GuildEvent } from '../../app/ports/courier.ts';
import { supportedLanguage } from '../../app/words/translator.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { createUnwritableChannels } from './unwritable-channels.ts';

/** A raw event of the gateway. */
export interface GatewayPacket {
  t: string;
  // biome-ignore lint/suspicious/noExplicitAny: as many shapes as there are events; each is read below
  d: any;
}

export interface GatewayGuildDirectory extends GuildDirectory {
  /** Takes in an event. @returns what it means to alerts, if anything. */
  updateGuild(packet: GatewayPacket): GuildEvent | undefined;
  guildCount(): number;
}

export function createGuildDirectory(): GatewayGuildDirectory {
  const guildIds = new Set<string>();
  /** Guilds that speak English are left out. */
  const languages = new Map<string, Language>();
  /** Guild ids by channel id. */
  const announcementChannels = new Map<string, string>();
  const unwritable = createUnwritableChannels();
  let botId = '';

  const recordLanguage = ({ id, preferred_locale }: { id: string; preferred_locale?: string }) => {
    const language = supportedLanguage(preferred_locale);
    if (language === undefined || language === 'en') languages.delete(id);
    else languages.set(id, language);
  };
  const recordChannel = ({ id, type }: { id: string; type: number }, guildId: string) => {
    if (type === ChannelType.GuildAnnouncement) announcementChannels.set(id, guildId);
    else announcementChannels.delete(id);
  };
  const forgetGuild = (guildId: string) => {
    guildIds.delete(guildId);
    languages.delete(guildId);
    unwritable.forgetServer(guildId);
    for (const [channelId, owner] of announcementChannels) {
      if (owner === guildId) announcementChannels.delete(channelId);
    }
  };

  return {
    languageOf: (guildId) => languages.get(guildId),
    isAnnouncement: (channelId) => announcementChannels.has(channelId),
    isUnwritable: unwritable.has,
    guildCount: () => guildIds.size,
    updateGuild({ t, d }) {
      switch (t) {
        case GatewayDispatchEvents.Ready: {
          botId = d.user.id;
          const presentIds: string[] = d.guilds.map(({ id }: { id: string }) => id);
          const present = new Set(presentIds);
          for (const id of [...guildIds]) if (!present.has(id)) forgetGuild(id);
          for (const id of presentIds) guildIds.add(id);
          return { kind: 'online', guildIds: presentIds };
        }
        case GatewayDispatchEvents.GuildCreate:
          if (d.unavailable) return undefined;
          guildIds.add(d.id);
          recordLanguage(d);
          for (const channel of d.channels ?? []) recordChannel(channel, d.id);
          unwritable.updateGuild(d, botId);
          return { kind: 'server-there', guildId: d.id };
        case GatewayDispatchEvents.GuildUpdate:
          recordLanguage(d);
          unwritable.forgetServer(d.id);
          return { kind: 'rights-changed', guildId: d.id };
        case GatewayDispatchEvents.GuildDelete:
          // An outage does not remove the bot.
          if (d.unavailable) return undefined;
          forgetGuild(d.id);
          return { kind: 'server-left', guildId: d.id };
        case GatewayDispatchEvents.ChannelCreate:
        case GatewayDispatchEvents.ChannelUpdate:
        case GatewayDispatchEvents.ThreadUpdate:
          recordChannel(d, d.guild_id);
          unwritable.updateChannel(d, d.guild_id);
          return { kind: 'rights-changed', guildId: d.guild_id };
        case GatewayDispatchEvents.ChannelDelete:
        case GatewayDispatchEvents.ThreadDelete:
          announcementChannels.delete(d.id);
          unwritable.forgetChannel(d.id, d.guild_id);
          return { kind: 'channel-gone', guildId: d.guild_id, channelId: d.id };
        case GatewayDispatchEvents.GuildRoleUpdate:
        case GatewayDispatchEvents.GuildRoleDelete:
          unwritable.forgetServer(d.guild_id);
          return { kind: 'rights-changed', guildId: d.guild_id };
        case GatewayDispatchEvents.GuildMemberUpdate:
          if (d.user.id !== botId) return undefined;
          unwritable.forgetServer(d.guild_id);
          return { kind: 'rights-changed', guildId: d.guild_id };
        default:
          return undefined;
      }
    },
  };
}
