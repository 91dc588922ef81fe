/** A courier that keeps what it was given and answers as told, and the places it goes to. */
import type {
  Courier,
  FindOutcome,
  Forum,
  Inspection,
  OutgoingMessage,
  Places,
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
  find?: () => FindOutcome;
  inspect?: (channelId: string) => Inspection;
  forum?: Forum;
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
    async find({ nonce }) {
      courier.searched.push(nonce);
      return answers.find?.() ?? { status: 'absent' };
    },
    async inspect(_guildId, channelId) {
      courier.inspected.push(channelId);
      return answers.inspect?.(channelId) ?? { status: 'unknown' };
    },
    async forumOf() {
      return answers.forum;
    },
    async belongs() {
      return 'own';
    },
    async noticeChannel() {
      return answers.notice;
    },
    abort() {},
  };
  return courier;
}

export const nowhereSpecial: Places = {
  languageOf: () => undefined,
  isAnnouncement: () => false,
  isClosed: () => false,
};
