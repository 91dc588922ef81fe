/** One try of one row: makes its message, finds out whether it stands already where that is in doubt, and asks Discord. */

import { mergeForumTags } from '../../core/alerts/forum-tags.ts';
import { deliveryId } from '../../core/alerts/plan-deliveries.ts';
import type { Delivery } from '../../domain/alert.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, OutgoingMessage, SendOutcome } from '../ports/courier.ts';
import type { DeliveryLogEntry, Store } from '../ports/store.ts';
import type { GetAlertMessage } from './alert-message-cache.ts';
import { type DeliveryAction, decideAction, rescheduled } from './decide-action.ts';

/** Discord remembers a nonce for "a few minutes"; less than it surely does. */
const NONCE_DEDUPE_WINDOW_SECONDS = 180;
/** A post of a forum has no nonce. It is looked for before any second try, once Discord has had this time to show it. */
const FORUM_POST_VISIBILITY_DELAY_SECONDS = 5;

interface AttemptContext {
  store: Store;
  courier: Courier;
  getAlertMessage: GetAlertMessage;
  now: Now;
  /** From 0 to 1, as `Math.random`. */
  random(): number;
  /** Writes down what is known of earlier rows. */
  flush(): Promise<unknown>;
}

/** @returns what tries a row and says what is to be done with it. */
export function createDeliveryAttempter(context: AttemptContext): (row: Delivery) => Promise<DeliveryAction> {
  const { store, courier, getAlertMessage: messageOf, now, random, flush } = context;
  const isoNow = (): Instant => now().toISOString();

  async function attempt(planned: Delivery): Promise<DeliveryAction> {
    const posted = planned.act === 'post' ? undefined : await findPostRecord(planned);
    if (planned.act !== 'post' && posted?.messageId === undefined) return actionWithoutPost(planned, posted);
    const subscriptions = await store.subscriptions.listByChannel(planned.channelId);
    if (planned.act === 'post' && subscriptions.length === 0) {
      return { action: 'drop', detail: 'no subscription of this channel is left' };
    }
    // A forum that wants tags may have waited for somebody to name one.
    const row = planned.tagIds?.length === 0 ? { ...planned, tagIds: mergeForumTags(subscriptions) ?? [] } : planned;
    if (row.act === 'post') {
      const answer = await messageOf(row);
      if (answer === undefined) return ALERT_MISSING;
      const searched = await findPossiblySent(row, answer);
      return searched.action ?? post(searched.row);
    }
    const triedAt = isoNow();
    const outcome = await request(row, posted?.messageId ?? '');
    return outcome === undefined ? ALERT_MISSING : decideAction(row, outcome, triedAt, now(), random());
  }

  /** Of a message that stands. */
  async function request(row: Delivery, messageId: string): Promise<SendOutcome | undefined> {
    if (row.act === 'publish') return courier.publish(row.channelId, messageId);
    const answer = await messageOf(row);
    return answer && courier.edit(messageId, toOutgoingMessage(row, answer));
  }

  async function findPostRecord(row: Delivery): Promise<DeliveryLogEntry | undefined> {
    await flush();
    return store.deliveryLog.get(postRowId(row));
  }

  /** An edit of what is not posted yet waits for it; of what never will be, it has nothing to do. */
  function actionWithoutPost(row: Delivery, posted: DeliveryLogEntry | undefined): DeliveryAction {
    if (posted) return { action: 'drop', detail: 'it never came to a message' };
    return decideAction(row, { status: 'retry', detail: 'its message is not posted yet' }, isoNow(), now(), random());
  }

  /** What Discord may have forgotten by now is looked for before it is said again. */
  async function findPossiblySent(row: Delivery, answer: Answer): Promise<{ row: Delivery; action?: DeliveryAction }> {
    const { unsureSince, tagIds } = row;
    if (unsureSince === undefined) return { row };
    // That it was posted was written down, and no more than that.
    const before = await store.deliveryLog.get(row.id);
    if (before) return { row, action: actionFromRecord(before) };
    const seconds = (now().getTime() - Date.parse(unsureSince)) / 1000;
    if (tagIds === undefined && seconds >= 0 && seconds < NONCE_DEDUPE_WINDOW_SECONDS) return { row };
    if (tagIds !== undefined && seconds >= 0 && seconds < FORUM_POST_VISIBILITY_DELAY_SECONDS) {
      const shows = rescheduled(row, now(), FORUM_POST_VISIBILITY_DELAY_SECONDS - seconds);
      return { row, action: { action: 'again', row: shows, detail: 'it may be there already' } };
    }
    const found = await courier.findSent(toOutgoingMessage(row, answer), unsureSince);
    if (found.status === 'found') return { row, action: { action: 'done', messageId: found.messageId } };
    if (found.status === 'absent') return { row: { ...row, unsureSince: undefined } };
    return { row, action: decideAction(row, found, isoNow(), now(), random()) };
  }

  /** The message is made after the mark: a correction that is planned meanwhile finds the mark, or is in the message already. */
  async function post(row: Delivery): Promise<DeliveryAction> {
    const triedAt = isoNow();
    const marked: Delivery = { ...row, state: 'sending', unsureSince: row.unsureSince ?? triedAt };
    await store.outbox.put(row.id, marked);
    const answer = await messageOf(row);
    if (answer === undefined) return ALERT_MISSING;
    return decideAction(row, await courier.send(toOutgoingMessage(row, answer)), triedAt, now(), random());
  }

  return attempt;
}

const ALERT_MISSING: DeliveryAction = { action: 'drop', detail: 'its alert is gone' };

const actionFromRecord = ({ messageId, failed }: DeliveryLogEntry): DeliveryAction =>
  failed ? { action: 'drop', ...failed } : { action: 'done', messageId: messageId ?? '' };

/** The id of the row that posted the message of an edit or a publishing. */
const postRowId = ({ alertId, channelId }: Delivery): string => deliveryId(alertId, channelId);

function toOutgoingMessage(row: Delivery, answer: Answer): OutgoingMessage {
  const { guildId, channelId, roleId, form, tagIds } = row;
  const forum = tagIds && { guildId, tagIds };
  return { channelId, answer, roleId, form, nonce: postRowId(row), ...(forum ? { forum } : {}) };
}
