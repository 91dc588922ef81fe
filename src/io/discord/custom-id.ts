/** Writes and reads the custom ids of buttons: which command a button calls, and the nonce of the message it belongs to. */
import type { APIMessageTopLevelComponent } from 'discord.js';
import type { CommandCall } from '../../domain/answer.ts';
import { DISCORD_LIMITS } from '../../domain/discord-limits.ts';

/** The opposite of `parseCustomId`. */
export function formatCustomId({ command, args }: CommandCall, page?: number): string {
  const kind = page === undefined ? 'ask' : `page.${page}`;
  return `${kind}|${command}|${args}`.slice(0, DISCORD_LIMITS.customId).toWellFormed();
}

export function parseCustomId(id: string): { call: CommandCall; page?: number } | undefined {
  const [kind = '', command, ...args] = id.split('|');
  const match = /^(?:ask(?:~[0-9a-z]+)?|page\.(\d{1,3}))$/.exec(kind);
  if (match === null || command === undefined) return undefined;
  return { call: { command, args: args.join('|') }, page: match[1] === undefined ? undefined : Number(match[1]) };
}

/** Writes a message's nonce into its first button that calls a command, so that the message can be found again. */
export function addNonceMarker(rows: APIMessageTopLevelComponent[], nonce: string): APIMessageTopLevelComponent[] {
  let isMarked = false;
  const mark = (button: object) => {
    if (isMarked || !('custom_id' in button)) return button;
    isMarked = true;
    const customId = String(button.custom_id).replace(/^ask\|/, `ask~${nonce}|`);
    return { ...button, custom_id: customId.slice(0, DISCORD_LIMITS.customId) };
  };
  return rows.map((row) =>
    'components' in row ? { ...row, components: row.components.map(mark) } : row,
  ) as typeof rows;
}

export function hasNonceMarker(rows: readonly APIMessageTopLevelComponent[] | undefined, nonce: string): boolean {
  return JSON.stringify(rows ?? []).includes(`"ask~${nonce}|`);
}
