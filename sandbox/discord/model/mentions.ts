/** Whom a message pings: the mentions in its text that `allowed_mentions` and the author's permissions allow. */
import type { Guild, User } from './guild.ts';
import type { AllowedMentions } from './message-schema.ts';

export interface Mentions {
  mention_everyone: boolean;
  mention_roles: string[];
  mentions: User[];
}

/**
 * @param allowed when absent, every mention in the text pings
 * @param mayMentionAll the author has Mention Everyone, which also covers roles that are not mentionable
 */
export function mentionsIn(
  content: string,
  guild: Guild,
  allowed: AllowedMentions | null | undefined,
  mayMentionAll: boolean,
): Mentions {
  const isAllowed = (kind: 'users' | 'roles', id: string) =>
    !allowed || (allowed.parse?.includes(kind) ?? false) || (allowed[kind]?.includes(id) ?? false);
  const roles = idsIn(content, /<@&(\d+)>/g).filter((id) => {
    const role = guild.roles.find((role) => role.id === id);
    return role !== undefined && (role.mentionable || mayMentionAll) && isAllowed('roles', id);
  });
  const users = idsIn(content, /<@!?(\d+)>/g).flatMap((id) => {
    const member = guild.members.find(({ user }) => user.id === id);
    return member && isAllowed('users', id) ? [member.user] : [];
  });
  const everyone = /@(?:everyone|here)\b/.test(content) && mayMentionAll;
  return {
    mention_everyone: everyone && (!allowed || (allowed.parse?.includes('everyone') ?? false)),
    mention_roles: roles,
    mentions: users,
  };
}

const idsIn = (content: string, pattern: RegExp): string[] => [
  ...new Set([...content.matchAll(pattern)].map(([, id = '']) => id)),
];
