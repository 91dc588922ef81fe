/** Computes which permissions the bot has in a channel, and which of those that posting needs it lacks. */
import { type APIOverwrite, OverwriteType, PermissionFlagsBits, PermissionsBitField } from 'discord.js';

const REQUIRED_PERMISSIONS = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Embed Links', PermissionFlagsBits.EmbedLinks],
] as const;
/** Discord shows the same bit under another name in forums. */
const REQUIRED_FORUM_PERMISSIONS = REQUIRED_PERMISSIONS.map(
  ([name, flag]) => [name === 'Send Messages' ? 'Create Posts' : name, flag] as const,
);
const REQUIRED_THREAD_PERMISSIONS = [
  ...REQUIRED_PERMISSIONS.filter(([name]) => name !== 'Send Messages'),
  ['Send Messages in Threads', PermissionFlagsBits.SendMessagesInThreads],
] as const;

/**
 * @param granted the bot's resolved permissions in a channel.
 * @returns what the bot lacks to post there, by the names in Discord's settings.
 */
export function missingPermissions(granted: bigint, { thread = false, forum = false } = {}): string[] {
  const permissions = new PermissionsBitField(granted);
  const inChannel = forum ? REQUIRED_FORUM_PERMISSIONS : REQUIRED_PERMISSIONS;
  const required = thread ? REQUIRED_THREAD_PERMISSIONS : inChannel;
  // `has` counts an administrator as having everything.
  return required.filter(([, flag]) => !permissions.has(flag)).map(([name]) => name);
}

export interface MemberContext {
  guild: { id: string; owner_id: string; roles: readonly { id: string; permissions: string }[] };
  memberId: string;
  memberRoles: readonly string[];
}

/** A member's permissions in a channel, as Discord computes them: roles first, then the overwrites of everyone, roles, member. */
export function computePermissions(member: MemberContext, overwrites: readonly APIOverwrite[]): bigint {
  const { guild, memberId, memberRoles } = member;
  const roles = guild.roles.filter(({ id }) => id === guild.id || memberRoles.includes(id));
  const granted = roles.reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  const isAdmin = guild.owner_id === memberId || (granted & PermissionFlagsBits.Administrator) !== 0n;
  if (isAdmin) return PermissionsBitField.All;
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
