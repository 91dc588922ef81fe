/** Which permissions the bot needs where it posts alerts, which it has, and which of them it lacks. */
import { type APIOverwrite, OverwriteType, PermissionFlagsBits, PermissionsBitField } from 'discord.js';

const REQUIRED_PERMISSIONS = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Embed Links', PermissionFlagsBits.EmbedLinks],
] as const;
/** In a forum the same bit is called by what it allows there. */
const REQUIRED_FORUM_PERMISSIONS = REQUIRED_PERMISSIONS.map(
  ([name, flag]) => [name === 'Send Messages' ? 'Create Posts' : name, flag] as const,
);
const REQUIRED_THREAD_PERMISSIONS = [
  ...REQUIRED_PERMISSIONS,
  ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
] as const;

/**
 * Names, as Discord's settings show them, of what the bot lacks to post in a channel.
 * @param granted the bot's resolved permissions there.
 */
export function missingPermissions(granted: bigint, { thread = false, forum = false } = {}): string[] {
  const permissions = new PermissionsBitField(granted);
  const inChannel = forum ? REQUIRED_FORUM_PERMISSIONS : REQUIRED_PERMISSIONS;
  const needed = thread ? REQUIRED_THREAD_PERMISSIONS.filter(([name]) => name !== 'Send Messages') : inChannel;
  // `has` counts an administrator as having everything.
  return needed.filter(([, flag]) => !permissions.has(flag)).map(([name]) => name);
}

interface MemberContext {
  guild: { id: string; owner_id: string; roles: readonly { id: string; permissions: string }[] };
  memberId: string;
  memberRoles: readonly string[];
  /** Of the channel. */
  overwrites: readonly APIOverwrite[];
}

/** A member's permissions in a channel, as Discord computes them: roles first, then overwrites of everyone, roles, member. */
export function computePermissions({ guild, memberId, memberRoles, overwrites }: MemberContext): bigint {
  const held = guild.roles.filter(({ id }) => id === guild.id || memberRoles.includes(id));
  const granted = held.reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  const all = guild.owner_id === memberId || (granted & PermissionFlagsBits.Administrator) !== 0n;
  if (all) return PermissionsBitField.All;
  const steps = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id, type }) => type === OverwriteType.Role && memberRoles.includes(id)),
    overwrites.filter(({ id }) => id === memberId),
  ];
  return steps.reduce((bits, step) => {
    const denied = step.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
    const allowed = step.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
    return (bits & ~denied) | allowed;
  }, granted);
}
