/** Builds the message of a row, once for all channels with the same language. */
import type { Delivery } from '../../domain/alert.ts';
import type { Answer } from '../../domain/answer.ts';
import type { Language } from '../../domain/vocabulary.ts';
import type { ReadModel } from '../ask/read-model.ts';
import { alertMessage } from '../reply/alert-message.ts';

/** A fan-out is about a few alerts in a few languages. */
const MAX_CACHED_MESSAGES = 64;

/** @returns undefined for a row whose alert is missing. */
export type GetAlertMessage = (row: Delivery) => Promise<Answer | undefined>;

export function createAlertMessageCache(
  readModel: ReadModel,
  languageOf: (guildId: string) => Promise<Language>,
): GetAlertMessage {
  const messages = new Map<string, Promise<Answer>>();
  return async (row) => {
    const alert = await readModel.store.alerts.get(row.alertId);
    if (alert === undefined) return undefined;
    const language = row.language ?? (await languageOf(row.guildId));
    const key = `${alert.id} ${alert.corrected ?? ''} ${language}`;
    const cached = messages.get(key);
    if (cached) return cached;
    const message = alertMessage(alert, readModel, language);
    if (messages.size >= MAX_CACHED_MESSAGES) messages.clear();
    messages.set(key, message);
    // A failure is not cached: the store may be readable again for the next row.
    message.catch(() => messages.delete(key));
    return message;
  };
}
