/**
 * What is kept of servers and channels: of each server that it is there and its language, of each channel that it is for
 * announcements, or that the bot may not write there. Read from the gateway's own payloads, so that the client library need not keep any of it.
 */
import { ChannelType, GatewayDispatchEvents } from 'discord.js';
import type { GuildDirectory, GuildEvent } from '../../app/ports/courier.ts';
import { supportedLanguage } from '../../app/words/translator.ts';
import type { Language } from '../../domain/vocabulary.ts';
import { createUnwritableChannels } from './unwritable-channels.ts';

/** An event of the gateway, as it came. */
export interface GatewayPacket {
  t: string;
  // biome-ignore lint/suspicious/noExplicitAny: as many shapes as there are events; each is read below
  d: any;
}

export interface GatewayGuildDirectory extends GuildDirectory {
  /** Takes in an event; returns what it means to alerts, if anything. */
  updateGuild(packet: GatewayPacket): GuildEvent | undefined;
  /** Servers the bot is in. */
  guildCount(): number;
}

export function createGuildDirectory(): GatewayGuildDirectory {
  const servers = new Set<string>();
  /** Of servers that do not speak English. */
  const languages = new Map<string, Language>();
  /** Announcement channels, and their servers. */
  const announcements = new Map<string, string>();
  const closed = createUnwritableChannels();
  let botId = '';

  const noteLanguage = ({ id, preferred_locale }: { id: string; preferred_locale?: string }) => {
    const language = supportedLanguage(preferred_locale);
    if (language === undefined || language === 'en') languages.delete(id);
    else languages.set(id, language);
  };
  const noteChannel = ({ id, type }: { id: string; type: number }, guildId: string) => {
    if (type === ChannelType.GuildAnnouncement) announcements.set(id, guildId);
    else announcements.delete(id);
  };
  const forget = (guildId: string) => {
    servers.delete(guildId);
    languages.delete(guildId);
    closed.forgetServer(guildId);
    for (const [channelId, owner] of announcements) if (owner === guildId) announcements.delete(channelId);
  };

  return {
    languageOf: (guildId) => languages.get(guildId),
    isAnnouncement: (channelId) => announcements.has(channelId),
    isUnwritable: closed.has,
    guildCount: () => servers.size,
    updateGuild({ t, d }) {
      switch (t) {
        case GatewayDispatchEvents.Ready: {
          botId = d.user.id;
          const guildIds: string[] = d.guilds.map(({ id }: { id: string }) => id);
          const there = new Set(guildIds);
          for (const id of [...servers]) if (!there.has(id)) forget(id);
          for (const id of guildIds) servers.add(id);
          return { kind: 'online', guildIds };
        }
        case GatewayDispatchEvents.GuildCreate:
          if (d.unavailable) return undefined;
          servers.add(d.id);
          noteLanguage(d);
          for (const channel of d.channels ?? []) noteChannel(channel, d.id);
          closed.updateGuild(d, botId);
          return { kind: 'server-there', guildId: d.id };
        case GatewayDispatchEvents.GuildUpdate:
          noteLanguage(d);
          closed.forgetServer(d.id);
          return { kind: 'rights-changed', guildId: d.id };
        case GatewayDispatchEvents.GuildDelete:
          // An outage is not a kick.
          if (d.unavailable) return undefined;
          forget(d.id);
          return { kind: 'server-left', guildId: d.id };
        case GatewayDispatchEvents.ChannelCreate:
        case GatewayDispatchEvents.ChannelUpdate:
        case GatewayDispatchEvents.ThreadUpdate:
          noteChannel(d, d.guild_id);
          closed.updateChannel(d, d.guild_id);
          return { kind: 'rights-changed', guildId: d.guild_id };
        case GatewayDispatchEvents.ChannelDelete:
        case GatewayDispatchEvents.ThreadDelete:
          announcements.delete(d.id);
          closed.forgetChannel(d.id, d.guild_id);
          return { kind: 'channel-gone', guildId: d.guild_id, channelId: d.id };
        case GatewayDispatchEvents.GuildRoleUpdate:
        case GatewayDispatchEvents.GuildRoleDelete:
          closed.forgetServer(d.guild_id);
          return { kind: 'rights-changed', guildId: d.guild_id };
        case GatewayDispatchEvents.GuildMemberUpdate:
          if (d.user.id !== botId) return undefined;
          closed.forgetServer(d.guild_id);
          return { kind: 'rights-changed', guildId: d.guild_id };
        default:
          return undefined;
      }
    },
  };
}
