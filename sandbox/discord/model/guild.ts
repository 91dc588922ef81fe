/** The one guild of the loopback Discord, in Discord's data types: two channels, a few members, and the bot. */
import { bitsOf } from './permissions.ts';

export interface User {
  id: string;
  username: string;
  global_name: string | null;
  discriminator: string;
  avatar: null;
  bot?: boolean;
}

export interface Member {
  user: User;
  nick: null;
  avatar: null;
  roles: string[];
  joined_at: string;
  deaf: boolean;
  mute: boolean;
  flags: number;
}

export interface Role {
  id: string;
  name: string;
  color: number;
  permissions: string;
  mentionable: boolean;
  hoist: boolean;
  position: number;
  managed: boolean;
  flags: number;
}

export interface Overwrite {
  id: string;
  /** 0 for a role, 1 for a member. */
  type: 0 | 1;
  allow: string;
  deny: string;
}

export interface ForumTag {
  id: string;
  name: string;
  /** Only members with Manage Threads may use it. */
  moderated: boolean;
  emoji_id: null;
  emoji_name: null;
}

export interface Channel {
  id: string;
  /** 0 text, 1 direct messages, 5 announcements, 11 a thread, 15 a forum, 16 media. */
  type: 0 | 1 | 5 | 11 | 15 | 16;
  guild_id?: string;
  name?: string;
  topic?: string | null;
  position?: number;
  parent_id?: string | null;
  nsfw?: boolean;
  rate_limit_per_user?: number;
  last_message_id: string | null;
  permission_overwrites?: Overwrite[];
  recipients?: User[];
  /** Forums only. */
  available_tags?: ForumTag[];
  flags?: number;
  /** Threads only. */
  owner_id?: string;
  applied_tags?: string[];
  thread_metadata?: {
    archived: boolean;
    locked: boolean;
    auto_archive_duration: number;
    archive_timestamp: string;
    create_timestamp: string;
  };
}

export interface Guild {
  id: string;
  name: string;
  owner_id: string;
  roles: Role[];
  channels: Channel[];
  members: Member[];
  joined_at: string;
}

/** `you` is the visitor, `owner` the member who set the bot up. */
export interface SandboxGuild {
  guild: Guild;
  bot: User;
  you: Member;
  owner: Member;
  /** The role that alerts mention; `you` has it. */
  watchers: Role;
}

export function createSandboxGuild(nextId: () => string, now: Date): SandboxGuild {
  const guildId = nextId();
  const joined_at = now.toISOString();
  const role = (id: string, name: string, position: number, permissions: bigint, color = 0): Role => ({
    id,
    name,
    color,
    permissions: String(permissions),
    mentionable: false,
    hoist: false,
    position,
    managed: false,
    flags: 0,
  });
  const user = (username: string, name: string, bot = false): User => ({
    id: nextId(),
    username,
    global_name: bot ? null : name,
    discriminator: bot ? '0001' : '0',
    avatar: null,
    ...(bot ? { bot } : {}),
  });
  const member = (who: User, roles: Role[]): Member => ({
    user: who,
    nick: null,
    avatar: null,
    roles: roles.map(({ id }) => id),
    joined_at,
    deaf: false,
    mute: false,
    flags: 0,
  });
  const channel = (name: string, topic: string, position: number): Channel => ({
    id: nextId(),
    type: 0,
    guild_id: guildId,
    name,
    topic,
    position,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: null,
    permission_overwrites: [],
  });

  const everybody = role(
    guildId,
    '@everyone',
    0,
    bitsOf(
      'VIEW_CHANNEL',
      'SEND_MESSAGES',
      'SEND_MESSAGES_IN_THREADS',
      'EMBED_LINKS',
      'ATTACH_FILES',
      'READ_MESSAGE_HISTORY',
      'USE_APPLICATION_COMMANDS',
    ),
  );
  const watchers = { ...role(nextId(), 'Policy Watch', 1, 0n, 0x2a9d8f), mentionable: true };
  const moderators = role(nextId(), 'Moderators', 2, bitsOf('MANAGE_GUILD', 'MANAGE_MESSAGES'), 0xc77d3a);
  const bot = user('Clausewatch', 'Clausewatch', true);
  const owner = member(user('robin', 'Robin'), [moderators]);
  const you = member(user('you', 'You'), [watchers, moderators]);
  return {
    guild: {
      id: guildId,
      name: 'The Rehearsal Room',
      owner_id: owner.user.id,
      roles: [everybody, watchers, moderators],
      channels: [
        channel('platform-news', 'What platforms say about AI, as soon as they change it', 0),
        channel('general', 'Everything else', 1),
      ],
      members: [owner, you, member(bot, [])],
      joined_at,
    },
    bot,
    you,
    owner,
    watchers,
  };
}
