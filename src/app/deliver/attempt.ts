/** Attempts one row: builds its message, finds out whether it was sent already where that is in doubt, and calls Discord. */
import { type DeliveryLogEntry, deliveryId } from '../../core/alerts/delivery-rows.ts';
import { mergeForumTags } from '../../core/alerts/forum-tags.ts';
import type { Delivery } from '../../domain/alert.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Now } from '../ports/clock.ts';
import type { Courier, OutgoingMessage, SendOutcome } from '../ports/courier.ts';
import type { GetAlertMessage } from './alert-message-cache.ts';
import { type DeliveryAction, decideAction, reschedule } from './decide-action.ts';
import type { DeliveryStore } from './guarded-store.ts';

/** Discord remembers a nonce for "a few minutes": this is surely less. */
const NONCE_DEDUPE_WINDOW_SECONDS = 180;
/** A forum post has no nonce: it is searched for before any second attempt, once Discord has had this time to list it. */
const FORUM_POST_VISIBILITY_DELAY_SECONDS = 5;

interface AttemptContext {
  store: DeliveryStore;
  courier: Courier;
  getAlertMessage: GetAlertMessage;
  now: Now;
  /** From 0 to 1, as `Math.random`. */
  random(): number;
  /** Writes down what became of earlier rows. */
  flush(): Promise<unknown>;
}

/** @returns what attempts a row and decides what happens to it. */
export function createDeliveryAttempter(context: AttemptContext): (row: Delivery) => Promise<DeliveryAction> {
  const { store, courier, getAlertMessage, now, random, flush } = context;

  async function attempt(planned: Delivery): Promise<DeliveryAction> {
    const posted = planned.act === 'post' ? undefined : await findPostRecord(planned);
    if (planned.act !== 'post' && posted?.messageId === undefined) return actionWithoutPost(planned, posted);
    const subscriptions = await store.subscriptions.listByChannel(planned.channelId);
    if (planned.act === 'post' && subscriptions.length === 0) {
      return { action: 'drop', detail: 'no subscription of this channel is left' };
    }
    // A forum that requires tags may have waited for somebody to choose one.
    const row = planned.tagIds?.length === 0 ? { ...planned, tagIds: mergeForumTags(subscriptions) ?? [] } : planned;
    if (row.act === 'post') {
      const answer = await getAlertMessage(row);
      if (answer === undefined) return ALERT_MISSING;
      const searched = await findPossiblySent(row, answer);
      return searched.action ?? post(searched.row);
    }
    return decide(row, () => changePosted(row, posted?.messageId ?? ''));
  }

  /** @param call undefined where the alert is missing. */
  async function decide(
    row: Delivery,
    call: (attemptedAt: Instant) => Promise<SendOutcome | undefined>,
  ): Promise<DeliveryAction> {
    const attemptedAt = now().toISOString();
    const outcome = await call(attemptedAt);
    return outcome === undefined ? ALERT_MISSING : decideAction(row, outcome, attemptedAt, now(), random());
  }

  async function changePosted(row: Delivery, messageId: string): Promise<SendOutcome | undefined> {
    if (row.act === 'publish') return courier.publish(row.channelId, messageId);
    const answer = await getAlertMessage(row);
    return answer && courier.edit(messageId, toOutgoingMessage(row, answer));
  }

  async function findPostRecord(row: Delivery): Promise<DeliveryLogEntry | undefined> {
    await flush();
    return store.deliveryLog.get(postRowId(row));
  }

  /** An edit waits for its message to be posted, and is dropped where it never will be. */
  async function actionWithoutPost(row: Delivery, posted: DeliveryLogEntry | undefined): Promise<DeliveryAction> {
    if (posted) return { action: 'drop', detail: 'its message was never posted' };
    return decide(row, async () => ({ status: 'retry', detail: 'its message is not posted yet' }));
  }

  /** Searches for a message that may have been sent so long ago that Discord no longer recognises its nonce. */
  async function findPossiblySent(row: Delivery, answer: Answer): Promise<{ row: Delivery; action?: DeliveryAction }> {
    const { unsureSince, tagIds } = row;
    if (unsureSince === undefined) return { row };
    // A crash may have cut off the write between its log entry and the deletion of its row.
    const logged = await store.deliveryLog.get(row.id);
    if (logged) return { row, action: actionFromRecord(logged) };
    const seconds = (now().getTime() - Date.parse(unsureSince)) / 1000;
    if (tagIds === undefined && seconds >= 0 && seconds < NONCE_DEDUPE_WINDOW_SECONDS) return { row };
    if (tagIds !== undefined && seconds >= 0 && seconds < FORUM_POST_VISIBILITY_DELAY_SECONDS) {
      const later = reschedule(row, now(), FORUM_POST_VISIBILITY_DELAY_SECONDS - seconds);
      return { row, action: { action: 'retry', row: later, detail: 'it may have been posted already' } };
    }
    const found = await courier.findSent(toOutgoingMessage(row, answer), unsureSince);
    if (found.status === 'found') return { row, action: { action: 'done', messageId: found.messageId } };
    if (found.status === 'absent') return { row: { ...row, unsureSince: undefined } };
    return { row, action: await decide(row, async () => found) };
  }

  /** Builds the message after marking the row: a correction that is planned meanwhile sees the mark, or is in the message. */
  function post(row: Delivery): Promise<DeliveryAction> {
    return decide(row, async (attemptedAt) => {
      await store.outbox.put(row.id, { ...row, state: 'sending', unsureSince: row.unsureSince ?? attemptedAt });
      const answer = await getAlertMessage(row);
      return answer && courier.send(toOutgoingMessage(row, answer));
    });
  }

  return attempt;
}

const ALERT_MISSING: DeliveryAction = { action: 'drop', detail: 'its alert is missing' };

const actionFromRecord = ({ messageId, failed }: DeliveryLogEntry): DeliveryAction =>
  failed ? { action: 'drop', ...failed } : { action: 'done', messageId: messageId ?? '' };

/** The id of the row that posted the message of an edit or a publish. */
const postRowId = ({ alertId, channelId }: Delivery): string => deliveryId(alertId, channelId);

function toOutgoingMessage(row: Delivery, answer: Answer): OutgoingMessage {
  const { guildId, channelId, roleId, form, tagIds } = row;
  const forum = tagIds && { guildId, tagIds };
  return { channelId, answer, roleId, form, nonce: postRowId(row), ...(forum ? { forum } : {}) };
}
