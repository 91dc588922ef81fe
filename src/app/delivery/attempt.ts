/** One try of one row: makes its message, finds out whether it stands already where that is in doubt, and asks Discord. */
import { deliveryId } from '../../core/match.ts';
import { tagsOfAll } from '../../core/post-tags.ts';
import type { Delivery, Instant } from '../../domain.ts';
import type { Answer } from '../answers/answer.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, OutgoingMessage, SendOutcome } from '../ports/courier.ts';
import type { Delivered, Store } from '../ports/store.ts';
import { afterOutcome, type Step } from './after-outcome.ts';
import type { MessageOf } from './messages.ts';

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
  flush(): Promise<void>;
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
    const answer = row.act === 'publish' ? undefined : await messageOf(row);
    if (row.act !== 'publish' && answer === undefined) return { step: 'drop', detail: 'its alert is gone' };
    const searched = await searchIfForgotten(row, answer);
    if (searched.step) return searched.step;
    const triedAt = isoNow();
    const outcome = await request(searched.row, answer, posted?.messageId ?? '', triedAt);
    return afterOutcome(searched.row, outcome, triedAt, now(), random());
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
  async function searchIfForgotten(row: Delivery, answer: Answer | undefined): Promise<{ row: Delivery; step?: Step }> {
    const { unsureSince, act, tagIds } = row;
    if (act !== 'post' || answer === undefined || unsureSince === undefined) return { row };
    const seconds = (now().getTime() - Date.parse(unsureSince)) / 1000;
    if (tagIds === undefined && seconds < NONCE_REMEMBERED_SECONDS) return { row };
    if (tagIds !== undefined && seconds < POST_SHOWS_SECONDS) return { row, step: untilItShows(row, unsureSince) };
    const found = await courier.find(messageTo(row, answer));
    if (found.status === 'found') return { row, step: { step: 'done', messageId: found.messageId } };
    if (found.status === 'absent') return { row: { ...row, unsureSince: undefined } };
    return { row, step: afterOutcome(row, found, isoNow(), now(), random()) };
  }

  function untilItShows(row: Delivery, unsureSince: Instant): Step {
    const nextAttemptAt = new Date(Date.parse(unsureSince) + POST_SHOWS_SECONDS * 1000).toISOString();
    return { step: 'again', row: { ...row, state: 'pending', nextAttemptAt }, detail: 'it may be there already' };
  }

  async function request(
    row: Delivery,
    answer: Answer | undefined,
    messageId: string,
    triedAt: Instant,
  ): Promise<SendOutcome> {
    if (answer === undefined) return courier.publish(row.channelId, messageId);
    const message = messageTo(row, answer);
    if (row.act === 'edit') return courier.edit(messageId, message);
    await store.outbox.put(row.id, { ...row, state: 'sending', unsureSince: row.unsureSince ?? triedAt });
    return courier.send(message);
  }

  return attempt;
}

/** The id of the row that posted the message of an edit or a publishing. */
const postOf = ({ alertId, channelId }: Delivery): string => deliveryId(alertId, channelId);

function messageTo(row: Delivery, answer: Answer): OutgoingMessage {
  const { guildId, channelId, roleId, form, tagIds } = row;
  const forum = tagIds && { guildId, tagIds };
  return { channelId, answer, roleId, form, nonce: postOf(row), ...(forum ? { forum } : {}) };
}
