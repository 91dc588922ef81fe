/** How the page shows threads: their messages stand in the channel they belong to, each under the name of its thread. */
import type { Channel } from '../discord/guild.ts';
import type { Message } from '../discord/messages.ts';
import { tagsOf } from '../discord/threads.ts';
import type { World } from '../discord/world.ts';

/** A message as it came, or one of a thread in its channel. */
export type MessageView = Message & { thread?: { name: string; tags: string[] } };

export function messageView(world: World, message: Message): MessageView {
  const thread = world.threads.get(message.channel_id);
  const parent = world.guild.channels.find(({ id }) => id === thread?.parent_id);
  if (thread === undefined || parent === undefined) return message;
  const tags = tagsOf(thread, parent).map(({ name }) => name);
  return { ...message, channel_id: parent.id, thread: { name: thread.name ?? '', tags } };
}

/** All that stands in a channel and its threads, oldest first. */
export function messagesIn(world: World, { id }: Channel): MessageView[] {
  const threads = [...world.threads.values()].filter(({ parent_id }) => parent_id === id);
  return [id, ...threads.map((thread) => thread.id)]
    .flatMap((one) => world.messages.inChannel(one))
    .map((message) => messageView(world, message))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}

/** Where a message of a channel is shown. */
export const shownIn = (world: World, channelId: string): string =>
  world.threads.get(channelId)?.parent_id ?? channelId;
