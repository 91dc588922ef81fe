/** Runs commands in a small world: a member of a server, two platforms, a store in memory. */
import assert from 'node:assert/strict';
import { commands } from '../../commands/index.ts';
import { createNameIndexes } from '../../src/app/ask/name-index.ts';
import type { ReadModel } from '../../src/app/ask/read-model.ts';
import { createSearchIndex } from '../../src/app/ask/search-index.ts';
import { createSubscriptionService } from '../../src/app/notify/subscription-service.ts';
import type { Command, CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { translatorFor } from '../../src/app/words/translator.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { answerText } from '../../src/io/terminal.ts';
import { aPlatform, fakeSender, memoryStore } from './world.ts';

export const NOW = new Date('2026-06-01T12:00:00.000Z');

/** Every channel can be posted in, none is a forum, and all belong to the server. */
export function contextFor(readModel: ReadModel, sender = aSender(), now = NOW): CommandContext {
  const courier = {
    ...sender,
    inspectChannel: async () => ({ status: 'seen' as const, missing: [] }),
    getForum: async () => undefined,
    checkOwnership: async () => 'own' as const,
  };
  return {
    readModel,
    searchIndex: createSearchIndex(readModel),
    nameIndexes: createNameIndexes(readModel.store),
    subscriptionService: createSubscriptionService(readModel, courier, () => now),
    now,
    t: translatorFor('en'),
  };
}

const aSender = () => fakeSender(() => ({ status: 'sent', messageId: '900000000000000001' }));

/** @param overrides of the first platform. */
export function aContext(overrides: Partial<Parameters<typeof aPlatform>[0]> = {}) {
  const store = memoryStore();
  const sender = aSender();
  const platforms = [
    aPlatform({
      events: [
        {
          date: '2024-02',
          kind: 'terms-change',
          title: 'A quiet clause',
          effect: 'Uploads may feed AI.',
          topics: ['training'],
          sources: ['https://press.example/story'],
        },
      ],
      ...overrides,
    }),
    aPlatform({ id: 'wavebarn', name: 'Wavebarn', aliases: ['WB'], documents: [] }),
  ];
  const readModel = { catalog: { platforms, feeds: [], regulation: [], crawlers: [] }, store };
  return { store, sender, context: contextFor(readModel, sender) };
}

export const aRequest = (overrides: Partial<CommandRequest> = {}): CommandRequest => ({
  options: {},
  channels: {},
  roles: {},
  guildId: '100000000000000001',
  currentChannel: { id: '200000000000000001', missingPermissions: [] },
  userId: '300000000000000001',
  canManageServer: true,
  ...overrides,
});

export function command(name: string): Command {
  const found = commands.find(({ data }) => data.name === name);
  assert.ok(found, `there is no /${name}`);
  return found;
}

export const words = (answer: Answer): string => answerText(answer);

/** `/alerts` of the server that `aRequest` comes from. */
export function alertsWorld() {
  const world = aContext();
  const { guildId = '' } = aRequest();
  return {
    ...world,
    /** Runs a subcommand. */
    ask: async (subcommand: string, options: Record<string, string> = {}, request: Partial<CommandRequest> = {}) =>
      words(await command('alerts').execute(aRequest({ subcommand, options, ...request }), world.context)),
    list: () => world.context.subscriptionService.list(guildId),
  };
}
