/** The chat page: a Discord server in the browser, and the story beside it. Only pages of its own origin may change anything. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { ApiError } from '../discord/api-error.ts';
import { NotAnswered } from '../discord/interaction.ts';
import { SPOKEN } from '../discord/locales.ts';
import type { LoopbackDiscord } from '../discord/loopback-discord.ts';
import { readBody, sendJson, startLoopbackServer } from '../loopback-server.ts';
import type { StoryTeller } from '../story-teller.ts';
import { readFiles, sendFile, sendUpload } from './files.ts';
import { createLive, type Live } from './live.ts';
import { messageView, shownIn } from './thread-view.ts';
import { commandViews, messageMenuViews, type PageView, pageView } from './view.ts';

const LARGEST_BODY_BYTES = 100_000;
const ATTACHMENTS = '/attachments/';

export interface ChatPage {
  /** What to open in a browser. */
  url: string;
  close(): Promise<void>;
}

interface ChatPageContext {
  /** 0 takes any free port. */
  port: number;
  discord: LoopbackDiscord;
  story: StoryTeller;
  /** Pages worth a look. */
  links: PageView['links'];
}

/** @throws the error of `listen`, such as EADDRINUSE. */
export async function startChatPage({ port, discord, story, links }: ChatPageContext): Promise<ChatPage> {
  const files = readFiles();
  const live = createLive();
  const actions = actionsOf(discord, story, live);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://loopback');
    if (request.method === 'POST') return act(request, response, actions[pathname]);
    const file = files.get(pathname);
    if (file) sendFile(response, file);
    else if (pathname === '/state') sendJson(response, 200, pageView(discord, story.view(), links));
    else if (pathname === '/events') live.join(response);
    else if (pathname.startsWith(ATTACHMENTS)) sendUpload(response, uploadAt(pathname, discord));
    else sendJson(response, 404, { message: 'Not found' });
  }

  const { origin, close } = await startLoopbackServer({ port, servesPages: true, answer });
  const stopListening = tellWhatHappens(discord, live);
  return {
    url: `${origin}/`,
    async close() {
      stopListening();
      live.close();
      await close();
    },
  };
}

const uploadAt = (pathname: string, { world }: LoopbackDiscord) =>
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

/** What a visitor can do. Messages that come of it arrive by the events. */
function actionsOf(discord: LoopbackDiscord, story: StoryTeller, live: Live): Record<string, Action> {
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
      discord.speak(SPOKEN.parse(body));
    },
    async '/next-day'() {
      live.tell('story', await story.nextDay());
    },
  };
}

async function act(request: IncomingMessage, response: ServerResponse, action: Action | undefined): Promise<void> {
  if (action === undefined) return sendJson(response, 404, { message: 'Not found' });
  // Browsers name the page that asks, and no other page can claim to be this one.
  const ownPage = request.headers.origin === `http://${request.headers.host}`;
  if (!ownPage || request.headers['content-type'] !== 'application/json') {
    return sendJson(response, 403, { message: 'Only this page may do that' });
  }
  try {
    const bytes = await readBody(request, LARGEST_BODY_BYTES);
    const answer = await action(JSON.parse(bytes?.toString('utf8') || '{}'));
    sendJson(response, 200, answer ?? {});
  } catch (error) {
    const expected = error instanceof NotAnswered || error instanceof ApiError;
    if (!expected && !(error instanceof z.ZodError) && !(error instanceof SyntaxError)) throw error;
    sendJson(response, 400, { message: expected ? error.message : 'The request is not understood' });
  }
}

/** @returns what stops it. */
function tellWhatHappens(discord: LoopbackDiscord, live: Live): () => void {
  return discord.events.listen((event) => {
    switch (event.type) {
      case 'message':
      case 'edit':
        if (event.onlyFor !== undefined && event.onlyFor !== discord.world.you.user.id) return;
        return live.tell(event.type, {
          ...messageView(discord.world, event.message),
          onlyForYou: event.onlyFor !== undefined,
        });
      case 'delete':
        return live.tell(event.type, { ...event, channelId: shownIn(discord.world, event.channelId) });
      case 'commands':
        return live.tell('commands', { commands: commandViews(discord), messageMenu: messageMenuViews(discord) });
      default:
        return live.tell(event.type, event);
    }
  });
}
