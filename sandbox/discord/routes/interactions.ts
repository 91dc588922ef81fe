/** Routes for responding to interactions: the callback, then the token's webhook for follow-ups and the original response. */
import { z } from 'zod';
import { ApiError } from '../model/api-error.ts';
import { CHOICES } from '../model/command-schema.ts';
import { INTERACTION, INTERACTION_TOKEN_LIFETIME_MS, type Interaction } from '../model/interaction.ts';
import { EPHEMERAL, LOADING, MESSAGE, type MessageBody } from '../model/message-schema.ts';
import type { Message } from '../model/messages.ts';
import { parseBody } from '../model/validate.ts';
import type { World } from '../model/world.ts';
import { type Call, done, ok, param, type Reply, type Route } from './route.ts';

const TOKEN_PATH = '/webhooks/:application/:token';

export const interactionRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:interaction/:token/callback', open: true, handle: callback },
  { method: 'POST', path: TOKEN_PATH, open: true, handle: followUp },
  {
    method: 'GET',
    path: `${TOKEN_PATH}/messages/:message`,
    open: true,
    handle: (call) => ok(findMessage(call).message),
  },
  { method: 'PATCH', path: `${TOKEN_PATH}/messages/:message`, open: true, handle: edit },
  { method: 'DELETE', path: `${TOKEN_PATH}/messages/:message`, open: true, handle: remove },
];

const CALLBACK = { message: 4, deferredMessage: 5, deferredUpdate: 6, update: 7, choices: 8 } as const;
/** Callback types by interaction type. Opening modals and activities is not supported. */
const ALLOWED_CALLBACKS: Record<Interaction['type'], readonly number[]> = {
  [INTERACTION.command]: [CALLBACK.message, CALLBACK.deferredMessage],
  [INTERACTION.button]: [CALLBACK.message, CALLBACK.deferredMessage, CALLBACK.deferredUpdate, CALLBACK.update],
  [INTERACTION.autocomplete]: [CALLBACK.choices],
  [INTERACTION.modal]: [CALLBACK.message, CALLBACK.deferredMessage, CALLBACK.deferredUpdate],
};

function callback(call: Call): Reply {
  const interaction = call.world.interactions.get(param(call, 'interaction'));
  if (interaction === undefined || interaction.token !== param(call, 'token') || interaction.state === 'late') {
    throw new ApiError('unknown-interaction');
  }
  if (interaction.state === 'acknowledged') throw new ApiError('already-acknowledged');
  const { type, data } = parseBody(
    z.object({ type: z.literal(ALLOWED_CALLBACKS[interaction.type]), data: z.unknown().optional() }),
    call.body,
  );
  const message = firstAnswer(call.world, interaction, type, data);
  interaction.state = 'acknowledged';
  interaction.originalId = message?.id;
  if (message && (message.flags & LOADING) === 0 && type !== CALLBACK.deferredUpdate) {
    interaction.settle({ kind: 'message', message });
  }
  return call.query.get('with_response') === 'true' ? ok(callbackResponse(interaction, type, message)) : done;
}

/** @returns the original response message; undefined for choices. */
function firstAnswer(world: World, interaction: Interaction, type: number, data: unknown): Message | undefined {
  switch (type) {
    case CALLBACK.choices: {
      const { choices } = parseBody(z.object({ choices: CHOICES }), data);
      interaction.settle({ kind: 'choices', choices });
      return undefined;
    }
    case CALLBACK.deferredUpdate:
      return interaction.source;
    case CALLBACK.update:
      return interaction.source && world.messages.edit(interaction.source, parseMessage(data));
    case CALLBACK.deferredMessage:
      return answerWith(world, interaction, parseMessage(data ?? {}), LOADING);
    default:
      return answerWith(world, interaction, parseMessage(data));
  }
}

function answerWith(world: World, interaction: Interaction, body: MessageBody, extraFlags = 0): Message {
  const { id, type, member, name, channelId, target } = interaction;
  const targetFields = target ? { target_message_id: target.id } : {};
  return world.messages.create(body, {
    channelId,
    author: world.bot,
    flags: ((body.flags ?? 0) & EPHEMERAL) | extraFlags,
    interaction: { id, type, user: member.user, name, applicationId: world.applicationId, ...targetFields },
  });
}

function followUp(call: Call): Reply {
  const interaction = requireInteraction(call);
  return ok(answerWith(call.world, interaction, parseMessage(call.body)));
}

/** Editing a deferred response ends its "thinking…". */
function edit(call: Call): Reply {
  const { interaction, message } = findMessage(call);
  const edited = call.world.messages.edit(message, parseMessage(call.body), message.flags & ~LOADING);
  if (message.id === interaction.originalId) interaction.settle({ kind: 'message', message: edited });
  return ok(edited);
}

function remove(call: Call): Reply {
  call.world.messages.delete(findMessage(call).message);
  return done;
}

function findMessage(call: Call): { interaction: Interaction; message: Message } {
  const interaction = requireInteraction(call);
  const wanted = param(call, 'message');
  const message = call.world.messages.findAnywhere(wanted === '@original' ? (interaction.originalId ?? '') : wanted);
  if (message?.channel_id !== interaction.channelId || message.author.id !== call.world.bot.id) {
    throw new ApiError('unknown-message');
  }
  return { interaction, message };
}

function requireInteraction(call: Call): Interaction {
  const token = param(call, 'token');
  const interaction = [...call.world.interactions.values()].find((one) => one.token === token);
  const isKnown = interaction !== undefined && param(call, 'application') === call.world.applicationId;
  if (!isKnown || interaction.state !== 'acknowledged') throw new ApiError('unknown-webhook');
  if (Date.now() - interaction.openedAtMs > INTERACTION_TOKEN_LIFETIME_MS) throw new ApiError('webhook-token');
  return interaction;
}

const parseMessage = (data: unknown): MessageBody => parseBody(MESSAGE, data);

function callbackResponse({ id, type }: Interaction, callbackType: number, message: Message | undefined) {
  return {
    interaction: {
      id,
      type,
      response_message_id: message?.id,
      response_message_loading: message ? (message.flags & LOADING) !== 0 : undefined,
      response_message_ephemeral: message ? (message.flags & EPHEMERAL) !== 0 : undefined,
    },
    resource: { type: callbackType, message },
  };
}
