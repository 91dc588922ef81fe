/** A courier that keeps what it was given and answers as told, and the places it goes to. */
import type {
  ChannelInspection,
  Courier,
  FindOutcome,
  ForumInfo,
  GuildDirectory,
  OutgoingMessage,
  SendOutcome,
} from '../../src/app/ports/courier.ts';

export interface TestCourier extends Courier {
  sent: OutgoingMessage[];
  edited: { messageId: string; message: OutgoingMessage }[];
  published: string[];
  searched: string[];
  inspected: string[];
}

interface Answers {
  send?: (message: OutgoingMessage) => SendOutcome | Promise<SendOutcome>;
  edit?: () => SendOutcome;
  publish?: () => SendOutcome;
  findSent?: () => FindOutcome;
  inspectChannel?: (channelId: string) => ChannelInspection;
  forum?: ForumInfo;
  notice?: string;
}

export const sent: SendOutcome = { status: 'sent', messageId: '900000000000000001' };

export function courierThat(answers: Answers = {}): TestCourier {
  const courier: TestCourier = {
    sent: [],
    edited: [],
    published: [],
    searched: [],
    inspected: [],
    async send(message) {
      courier.sent.push(message);
      return answers.send?.(message) ?? sent;
    },
    async edit(messageId, message) {
      courier.edited.push({ messageId, message });
      return answers.edit?.() ?? sent;
    },
    async publish(_channelId, messageId) {
      courier.published.push(messageId);
      return answers.publish?.() ?? sent;
    },
    async findSent({ nonce }) {
      courier.searched.push(nonce);
      return answers.findSent?.() ?? { status: 'absent' };
    },
    async inspectChannel(_guildId, channelId) {
      courier.inspected.push(channelId);
      return answers.inspectChannel?.(channelId) ?? { status: 'unknown' };
    },
    async getForum() {
      return answers.forum;
    },
    async checkOwnership() {
      return 'own';
    },
    async findNoticeChannel() {
      return answers.notice;
    },
    abort() {},
  };
  return courier;
}

export const nowhereSpecial: GuildDirectory = {
  languageOf: () => undefined,
  isAnnouncement: () => false,
  isUnwritable: () => false,
};
