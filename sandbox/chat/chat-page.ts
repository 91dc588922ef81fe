/** Serves the chat page: a Discord server in the browser with the story beside it. Only its own origin may change anything. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { LoopbackDiscord } from '../discord/loopback-discord.ts';
import { ApiError } from '../discord/model/api-error.ts';
import { InteractionError } from '../discord/model/interaction.ts';
import { LOCALE_SETTINGS } from '../discord/model/locales.ts';
import { readBody, sendJson, startLoopbackServer } from '../http/loopback-server.ts';
import type { StoryTeller } from '../story-teller.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { readFiles, sendFile, sendUpload } from './files.ts';
import { messageView, shownChannelId } from './thread-view.ts';
import { commandViews, messageMenuViews, type PageView, pageView } from './view.ts';

const MAX_BODY_BYTES = 100_000;
const ATTACHMENTS = '/attachments/';

export interface ChatPage {
  /** The address to open in a browser. */
  url: string;
  close(): Promise<void>;
}

interface ChatPageOptions {
  /** 0 takes any free port. */
  port: number;
  discord: LoopbackDiscord;
  story: StoryTeller;
  /** Links to the fictional web. */
  links: PageView['links'];
}

/** @throws the error of `listen`, such as EADDRINUSE. */
export async function startChatPage({ port, discord, story, links }: ChatPageOptions): Promise<ChatPage> {
  const files = readFiles();
  const events = createEventStream();
  const actions = createActions(discord, story, events);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://loopback');
    if (request.method === 'POST') return runAction(request, response, actions[pathname]);
    const file = files.get(pathname);
    if (file) sendFile(response, file);
    else if (pathname === '/state') sendJson(response, 200, pageView(discord, story.view(), links));
    else if (pathname === '/events') events.join(response);
    else if (pathname.startsWith(ATTACHMENTS)) sendUpload(response, findUpload(pathname, discord));
    else sendJson(response, 404, { message: 'Not found' });
  }

  const { origin, close } = await startLoopbackServer({ port, servesPages: true, answer });
  const stopListening = forwardEvents(discord, events);
  return {
    url: `${origin}/`,
    async close() {
      stopListening();
      events.close();
      await close();
    },
  };
}

const findUpload = (pathname: string, { world }: LoopbackDiscord) =>
  world.messages.upload(pathname.slice(ATTACHMENTS.length).split('/', 1).join(''));

type Action = (body: unknown) => Promise<unknown>;

const QUESTION = z.object({
  channelId: z.string(),
  command: z.string(),
  options: z.record(z.string(), z.string()).default({}),
});
const SAYING = z.object({ channelId: z.string(), content: z.string() });
const PRESS = z.object({ messageId: z.string(), customId: z.string() });
const PICK = z.object({ messageId: z.string(), command: z.string() });

/** The visitor’s actions, by path. Resulting messages arrive through the event stream. */
function createActions(discord: LoopbackDiscord, story: StoryTeller, events: EventStream): Record<string, Action> {
  return {
    async '/say'(body) {
      const { channelId, content } = SAYING.parse(body);
      discord.say(channelId, content);
    },
    async '/ask'(body) {
      await discord.ask(QUESTION.parse(body));
    },
    async '/autocomplete'(body) {
      return { choices: await discord.autocomplete(QUESTION.extend({ focused: z.string() }).parse(body)) };
    },
    async '/press'(body) {
      const { messageId, customId } = PRESS.parse(body);
      await discord.press(messageId, customId);
    },
    async '/pick'(body) {
      const { messageId, command } = PICK.parse(body);
      await discord.pick(messageId, command);
    },
    async '/speak'(body) {
      discord.setLocales(LOCALE_SETTINGS.parse(body));
    },
    async '/next-day'() {
      events.send('story', await story.nextDay());
    },
  };
}

async function runAction(
  request: IncomingMessage,
  response: ServerResponse,
  action: Action | undefined,
): Promise<void> {
  if (action === undefined) return sendJson(response, 404, { message: 'Not found' });
  // Browsers send the origin of the page, which no other page can forge.
  const ownPage = request.headers.origin === `http://${request.headers.host}`;
  if (!ownPage || request.headers['content-type'] !== 'application/json') {
    return sendJson(response, 403, { message: 'Only the chat page may do that' });
  }
  try {
    const bytes = await readBody(request, MAX_BODY_BYTES);
    const answer = await action(JSON.parse(bytes?.toString('utf8') || '{}'));
    sendJson(response, 200, answer ?? {});
  } catch (error) {
    const expected = error instanceof InteractionError || error instanceof ApiError;
    if (!expected && !(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error;
    sendJson(response, 400, { message: expected ? error.message : 'Invalid request' });
  }
}

/** @returns a function that stops the forwarding. */
function forwardEvents(discord: LoopbackDiscord, events: EventStream): () => void {
  return discord.events.listen((event) => {
    switch (event.type) {
      case 'message':
      case 'edit':
        if (event.onlyFor !== undefined && event.onlyFor !== discord.world.you.user.id) return;
        return events.send(event.type, {
          ...messageView(discord.world, event.message),
          onlyForYou: event.onlyFor !== undefined,
        });
      case 'delete':
        return events.send(event.type, { ...event, channelId: shownChannelId(discord.world, event.channelId) });
      case 'commands':
        return events.send('commands', { commands: commandViews(discord), messageMenu: messageMenuViews(discord) });
      default:
        return events.send(event.type, event);
    }
  });
}
