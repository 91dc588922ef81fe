/** One try of one row: makes its message, finds out whether it stands already where that is in doubt, and asks Discord. */
import { deliveryId } from '../../core/alerts/plan-deliveries.ts';
import { tagsOfAll } from '../../core/alerts/forum-tags.ts';
import type { Delivery } from '../../domain/alert.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, OutgoingMessage, SendOutcome } from '../ports/courier.ts';
import type { Delivered, Store } from '../ports/store.ts';
import { afterOutcome, type Step, waitingFor } from './decide-action.ts';
import type { MessageOf } from './alert-message-cache.ts';

/** Discord remembers a nonce for "a few minutes"; less than it surely does. */
const NONCE_REMEMBERED_SECONDS = 180;
/** A post of a forum has no nonce. It is looked for before any second try, once Discord has had this time to show it. */
const POST_SHOWS_SECONDS = 5;

interface AttemptContext {
  store: Store;
  courier: Courier;
  messageOf: MessageOf;
  now: Now;
  /** From 0 to 1, as `Math.random`. */
  random(): number;
  /** Writes down what is known of earlier rows. */
  flush(): Promise<unknown>;
}

/** @returns what tries a row and says what is to be done with it. */
export function createAttempts(context: AttemptContext): (row: Delivery) => Promise<Step> {
  const { store, courier, messageOf, now, random, flush } = context;
  const isoNow = (): Instant => now().toISOString();

  async function attempt(planned: Delivery): Promise<Step> {
    const posted = planned.act === 'post' ? undefined : await postedBefore(planned);
    if (planned.act !== 'post' && posted?.messageId === undefined) return withoutMessage(planned, posted);
    const subscriptions = await store.subscriptions.ofChannel(planned.channelId);
    if (planned.act === 'post' && subscriptions.length === 0) {
      return { step: 'drop', detail: 'no subscription of this channel is left' };
    }
    // A forum that wants tags may have waited for somebody to name one.
    const row = planned.tagIds?.length === 0 ? { ...planned, tagIds: tagsOfAll(subscriptions) ?? [] } : planned;
    if (row.act === 'post') {
      const answer = await messageOf(row);
      if (answer === undefined) return GONE;
      const searched = await searchIfForgotten(row, answer);
      return searched.step ?? post(searched.row);
    }
    const triedAt = isoNow();
    const outcome = await request(row, posted?.messageId ?? '');
    return outcome === undefined ? GONE : afterOutcome(row, outcome, triedAt, now(), random());
  }

  /** Of a message that stands. */
  async function request(row: Delivery, messageId: string): Promise<SendOutcome | undefined> {
    if (row.act === 'publish') return courier.publish(row.channelId, messageId);
    const answer = await messageOf(row);
    return answer && courier.edit(messageId, messageTo(row, answer));
  }

  async function postedBefore(row: Delivery): Promise<Delivered | undefined> {
    await flush();
    return store.delivered.get(postOf(row));
  }

  /** An edit of what is not posted yet waits for it; of what never will be, it has nothing to do. */
  function withoutMessage(row: Delivery, posted: Delivered | undefined): Step {
    if (posted) return { step: 'drop', detail: 'it never came to a message' };
    return afterOutcome(row, { status: 'retry', detail: 'its message is not posted yet' }, isoNow(), now(), random());
  }

  /** What Discord may have forgotten by now is looked for before it is said again. */
  async function searchIfForgotten(row: Delivery, answer: Answer): Promise<{ row: Delivery; step?: Step }> {
    const { unsureSince, tagIds } = row;
    if (unsureSince === undefined) return { row };
    // That it was posted was written down, and no more than that.
    const before = await store.delivered.get(row.id);
    if (before) return { row, step: stepOf(before) };
    const seconds = (now().getTime() - Date.parse(unsureSince)) / 1000;
    if (tagIds === undefined && seconds >= 0 && seconds < NONCE_REMEMBERED_SECONDS) return { row };
    if (tagIds !== undefined && seconds >= 0 && seconds < POST_SHOWS_SECONDS) {
      const shows = waitingFor(row, now(), POST_SHOWS_SECONDS - seconds);
      return { row, step: { step: 'again', row: shows, detail: 'it may be there already' } };
    }
    const found = await courier.find(messageTo(row, answer), unsureSince);
    if (found.status === 'found') return { row, step: { step: 'done', messageId: found.messageId } };
    if (found.status === 'absent') return { row: { ...row, unsureSince: undefined } };
    return { row, step: afterOutcome(row, found, isoNow(), now(), random()) };
  }

  /** The message is made after the mark: a correction that is planned meanwhile finds the mark, or is in the message already. */
  async function post(row: Delivery): Promise<Step> {
    const triedAt = isoNow();
    const marked: Delivery = { ...row, state: 'sending', unsureSince: row.unsureSince ?? triedAt };
    await store.outbox.put(row.id, marked);
    const answer = await messageOf(row);
    if (answer === undefined) return GONE;
    return afterOutcome(row, await courier.send(messageTo(row, answer)), triedAt, now(), random());
  }

  return attempt;
}

const GONE: Step = { step: 'drop', detail: 'its alert is gone' };

const stepOf = ({ messageId, failed }: Delivered): Step =>
  failed ? { step: 'drop', ...failed } : { step: 'done', messageId: messageId ?? '' };

/** The id of the row that posted the message of an edit or a publishing. */
const postOf = ({ alertId, channelId }: Delivery): string => deliveryId(alertId, channelId);

function messageTo(row: Delivery, answer: Answer): OutgoingMessage {
  const { guildId, channelId, roleId, form, tagIds } = row;
  const forum = tagIds && { guildId, tagIds };
  return { channelId, answer, roleId, form, nonce: postOf(row), ...(forum ? { forum } : {}) };
}
