/** The message of a row; made once for all channels that read the same language. */
import type { Delivery } from '../../domain/alert.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ReadModel } from '../ask/read-model.ts';
import { alertMessage } from '../reply/alert-message.ts';

/** Messages kept at hand: a fan-out is about a few alerts in a few languages. */
const MAX_CACHED_MESSAGES = 64;

/** @returns nothing for a row whose alert is not there. */
export type GetAlertMessage = (row: Delivery) => Promise<Answer | undefined>;

export function createAlertMessageCache(
  readModel: ReadModel,
  languageOfServer: (guildId: string) => Promise<Language>,
): GetAlertMessage {
  const kept = new Map<string, Promise<Answer>>();
  return async ({ alertId, guildId, language: wished }) => {
    const alert = await readModel.store.alerts.get(alertId);
    if (alert === undefined) return undefined;
    const language = wished ?? (await languageOfServer(guildId));
    // A correction makes another message.
    const key = `${alertId} ${alert.corrected ?? ''} ${language}`;
    const known = kept.get(key);
    if (known) return known;
    const made = alertMessage(alert, readModel, language);
    if (kept.size >= MAX_CACHED_MESSAGES) kept.clear();
    kept.set(key, made);
    // One that could not be made, since the store could not be read, is made again for the next row.
    made.catch(() => kept.delete(key));
    return made;
  };
}
