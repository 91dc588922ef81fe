/** The guild as GUILD_CREATE, GUILD_UPDATE and `GET /guilds/:id` send it. */
import type { World } from './world.ts';

/** Lists the bot as the only member, as Discord does without the members intent. */
export function guildCreateOf({ guild, bot, spoken }: World) {
  return {
    ...guild,
    members: guild.members.filter(({ user }) => user.id === bot.id),
    member_count: guild.members.length,
    unavailable: false,
    large: false,
    preferred_locale: spoken.server,
    features: [],
    emojis: [],
    stickers: [],
    threads: [],
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    system_channel_flags: 0,
    afk_timeout: 300,
  };
}
