/** Couriers for tests: a fake that records its calls, and a real one that talks to the loopback Discord. */
import type { LoopbackDiscord } from '../../sandbox/discord/loopback-discord.ts';
import type {
  ChannelInspection,
  Courier,
  FindOutcome,
  ForumInfo,
  GuildDirectory,
  OutgoingMessage,
  SendOutcome,
} from '../../src/app/ports/courier.ts';
import { type CourierOptions, createCourier } from '../../src/io/discord/courier.ts';
import type { SleepClock } from '../../src/io/discord/rate-limiter.ts';

export interface TestCourier extends Courier {
  sent: OutgoingMessage[];
  edited: { messageId: string; message: OutgoingMessage }[];
  published: string[];
  searched: string[];
  inspected: string[];
}

interface Responses {
  send?: (message: OutgoingMessage) => SendOutcome | Promise<SendOutcome>;
  edit?: () => SendOutcome;
  publish?: () => SendOutcome;
  findSent?: () => FindOutcome;
  inspectChannel?: (channelId: string) => ChannelInspection;
  forum?: ForumInfo;
  notice?: string;
}

export const sent: SendOutcome = { status: 'sent', messageId: '900000000000000001' };

export function courierThat(responses: Responses = {}): TestCourier {
  const courier: TestCourier = {
    sent: [],
    edited: [],
    published: [],
    searched: [],
    inspected: [],
    async send(message) {
      courier.sent.push(message);
      return responses.send?.(message) ?? sent;
    },
    async edit(messageId, message) {
      courier.edited.push({ messageId, message });
      return responses.edit?.() ?? sent;
    },
    async publish(_channelId, messageId) {
      courier.published.push(messageId);
      return responses.publish?.() ?? sent;
    },
    async findSent({ nonce }) {
      courier.searched.push(nonce);
      return responses.findSent?.() ?? { status: 'absent' };
    },
    async inspectChannel(_guildId, channelId) {
      courier.inspected.push(channelId);
      return responses.inspectChannel?.(channelId) ?? { status: 'unknown' };
    },
    async getForum() {
      return responses.forum;
    },
    async checkOwnership() {
      return 'own';
    },
    async findNoticeChannel() {
      return responses.notice;
    },
    abort() {},
  };
  return courier;
}

/** A directory that knows nothing of any guild. */
export const nowhereSpecial: GuildDirectory = {
  languageOf: () => undefined,
  isAnnouncement: () => false,
  isUnwritable: () => false,
};

/** Real time in which nobody has to wait. */
const impatientClock: SleepClock = { elapsedMs: () => performance.now(), sleep: async () => {} };

/** The real courier against the loopback Discord, unpaced. */
export const loopbackCourier = (
  { token, api }: Pick<LoopbackDiscord, 'token' | 'api'>,
  options: Partial<CourierOptions> = {},
): Courier => createCourier({ token, api, userAgentAppendix: 'test', sleepClock: impatientClock, ...options });

/** Time that passes only while somebody sleeps, or by hand. */
export function manualClock(): SleepClock & { ms: number } {
  const clock = {
    ms: 0,
    elapsedMs: () => clock.ms,
    async sleep(milliseconds: number) {
      clock.ms += milliseconds;
    },
  };
  return clock;
}
