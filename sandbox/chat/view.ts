/** What the chat page is told when it opens: the server, its channels with their messages, the commands, the story. */
import type { CommandOption } from '../discord/command-schema.ts';
import type { LoopbackDiscord } from '../discord/loopback-discord.ts';
import { may, permissionsOf } from '../discord/permissions.ts';
import type { StoryView } from '../story-teller.ts';

export interface CommandView {
  /** With its subcommand, such as `alerts add`. */
  name: string;
  description: string;
  options: CommandOption[];
}

export interface PageView {
  server: string;
  you: { id: string; roles: string[] };
  bot: { id: string; name: string; online: boolean };
  channels: { id: string; name: string; topic: string; type: number }[];
  roles: { id: string; name: string; color: number }[];
  members: { id: string; name: string }[];
  commands: CommandView[];
  /** By channel id, oldest first. */
  messages: Record<string, unknown[]>;
  story: StoryView;
  links: { label: string; url: string }[];
}

export function pageView(discord: LoopbackDiscord, story: StoryView, links: PageView['links']): PageView {
  const { guild, you, bot } = discord.world;
  return {
    server: guild.name,
    you: { id: you.user.id, roles: you.roles },
    bot: { id: bot.id, name: bot.username, online: discord.online() },
    channels: guild.channels.map(({ id, name = '', topic, type }) => ({ id, name, topic: topic ?? '', type })),
    roles: guild.roles.map(({ id, name, color }) => ({ id, name, color })),
    members: guild.members.map(({ user }) => ({ id: user.id, name: user.global_name ?? user.username })),
    commands: commandViews(discord),
    messages: Object.fromEntries(guild.channels.map(({ id }) => [id, discord.messages(id)])),
    story,
    links,
  };
}

/** The commands the visitor may run, subcommands each by itself, in the order of their names. */
export function commandViews({ world }: LoopbackDiscord): CommandView[] {
  const held = permissionsOf(world.you, world.guild);
  const allowed = may(held, 'USE_APPLICATION_COMMANDS') ? world.commands : [];
  return allowed
    .filter(({ default_member_permissions: needed }) => (held & BigInt(needed ?? 0)) === BigInt(needed ?? 0))
    .flatMap((command) => runnable(command.name, command.description, command.options ?? []))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function runnable(name: string, description: string, options: CommandOption[]): CommandView[] {
  const subcommands = options.filter(({ type }) => type <= 2);
  if (subcommands.length === 0) return [{ name, description, options }];
  return subcommands.flatMap((sub) => runnable(`${name} ${sub.name}`, sub.description, sub.options ?? []));
}
