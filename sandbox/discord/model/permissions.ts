/** Permissions as Discord computes them: roles first, then the channel's overwrites. */
import type { Channel, Guild, Member } from './guild.ts';

export const PERMISSIONS = {
  ADMINISTRATOR: 1n << 3n,
  MANAGE_GUILD: 1n << 5n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
} as const satisfies Record<string, bigint>;
export type Permission = keyof typeof PERMISSIONS;

const ALL = Object.values(PERMISSIONS).reduce((all, bit) => all | bit, 0n);
export const bitsOf = (...names: Permission[]): bigint => names.reduce((bits, name) => bits | PERMISSIONS[name], 0n);

/** @returns the permission bits of a member in a channel, or in the guild when no channel is given. */
export function permissionsOf(member: Member, guild: Guild, channel?: Channel): bigint {
  const roles = guild.roles.filter(({ id }) => id === guild.id || member.roles.includes(id));
  const granted = roles.reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  if (member.user.id === guild.owner_id || (granted & PERMISSIONS.ADMINISTRATOR) !== 0n) return ALL;

  const overwrites = channel?.permission_overwrites ?? [];
  const applied = [
    overwrites.filter(({ id }) => id === guild.id),
    overwrites.filter(({ id }) => member.roles.includes(id)),
    overwrites.filter(({ id }) => id === member.user.id),
  ].reduce((bits, level) => {
    const denied = level.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
    const allowed = level.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
    return (bits & ~denied) | allowed;
  }, granted);
  // Without View Channel, a member has no permission in it.
  return channel && (applied & PERMISSIONS.VIEW_CHANNEL) === 0n ? 0n : applied;
}

export function may(permissions: bigint, name: Permission): boolean {
  return (permissions & PERMISSIONS[name]) !== 0n;
}
