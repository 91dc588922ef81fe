/** Asks commands in a small world: a member of a server, two platforms, a store in memory. */
import assert from 'node:assert/strict';
import { commands } from '../../commands/index.ts';
import { createSubscriptionService } from '../../src/app/notify/subscription-service.ts';
import type { Command, CommandContext, CommandRequest } from '../../src/app/reply/command.ts';
import { translatorFor } from '../../src/app/words/translator.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { answerText } from '../../src/io/terminal.ts';
import { aPlatform, memoryStore, sendingTo } from './world.ts';

export const NOW = new Date('2026-06-01T12:00:00.000Z');

/** Every channel can be written to. */
const inspect = async () => ({ status: 'seen' as const, missing: [] });
/** And none is a forum. */
const getForum = async () => undefined;
/** And all of them are the server's. */
const checkOwnership = async () => 'own' as const;

export function aContext(overrides: Partial<Parameters<typeof aPlatform>[0]> = {}) {
  const store = memoryStore();
  const sender = sendingTo(() => ({ status: 'sent', messageId: '900000000000000001' }));
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
  const archive = { catalog: { platforms, feeds: [], regulation: [], crawlers: [] }, store };
  const context: CommandContext = {
    readModel: archive,
    subscriptionService: createSubscriptionService(
      archive,
      { ...sender, inspectChannel: inspect, getForum, checkOwnership },
      () => NOW,
    ),
    now: NOW,
    t: translatorFor('en'),
  };
  return { store, sender, context };
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
