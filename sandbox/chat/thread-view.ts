/** Shows the messages of threads in the parent channel, each under the name of its thread. */
import type { Channel } from '../discord/model/guild.ts';
import type { Message } from '../discord/model/messages.ts';
import { tagsOf } from '../discord/model/threads.ts';
import type { World } from '../discord/model/world.ts';

/** `thread` is set for messages of threads; their `channel_id` is the parent channel. */
export type MessageView = Message & { thread?: { name: string; tags: string[] } };

export function messageView(world: World, message: Message): MessageView {
  const thread = world.threads.get(message.channel_id);
  const parent = world.guild.channels.find(({ id }) => id === thread?.parent_id);
  if (thread === undefined || parent === undefined) return message;
  const tags = tagsOf(thread, parent).map(({ name }) => name);
  return { ...message, channel_id: parent.id, thread: { name: thread.name ?? '', tags } };
}

/** The messages of a channel and its threads, oldest first. */
export function messagesIn(world: World, { id }: Channel): MessageView[] {
  const threads = [...world.threads.values()].filter(({ parent_id }) => parent_id === id);
  return [id, ...threads.map((thread) => thread.id)]
    .flatMap((one) => world.messages.inChannel(one))
    .map((message) => messageView(world, message))
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}

/** The channel under which the page shows the messages of `channelId`. */
export const shownChannelId = (world: World, channelId: string): string =>
  world.threads.get(channelId)?.parent_id ?? channelId;
