/**
 * Checks stored values where a wrong one would stop more than itself: every alert reads subscriptions, servers, outbox and alerts, every
 * news item is compared with the open stories, lists read many changes. Only what the code relies on is required.
 * indexed-namespaces.ts requires the same, in SQL, of what the dated index holds.
 */
import { z } from 'zod';
import type { CollectionName } from '../../app/ports/store.ts';
import { ALERT_KINDS, type Alert, type Delivery, PRIORITIES, WEEKDAYS } from '../../domain/alert.ts';

export type ValueGuard = (value: unknown) => boolean;

const text = z.string();
const texts = z.array(text);
const kind = z.enum([...ALERT_KINDS, 'digest'] satisfies Alert['kind'][]);
const instant = text.refine((written) => !Number.isNaN(Date.parse(written)));

/** Does not compile when a new act or state is missing here. */
const ACTS = { post: 'post', edit: 'edit', publish: 'publish' } as const satisfies Record<Delivery['act'], string>;
const STATES = {
  pending: 'pending',
  sending: 'sending',
  suspended: 'suspended',
} as const satisfies Record<Delivery['state'], string>;

const SUBSCRIPTION = z.object({
  id: text,
  guildId: text,
  channelId: text,
  platforms: texts,
  topics: texts,
  kinds: texts,
  createdAt: instant,
  quiet: z.object({ from: text, to: text }).optional(),
  digestedUntil: instant.optional(),
  snoozedUntil: instant.optional(),
  tagIds: texts.optional(),
  trouble: z.object({ code: z.number(), detail: text, since: instant }).optional(),
});

const DELIVERY = z.object({
  id: text,
  act: z.enum(ACTS),
  alertId: text,
  kind,
  priority: z.enum(PRIORITIES),
  guildId: text,
  channelId: text,
  state: z.enum(STATES),
  attempts: z.number(),
  nextAttemptAt: instant,
  createdAt: instant,
  unsureSince: instant.optional(),
  tagIds: texts.optional(),
  gathers: texts.optional(),
});

const alertFields = { id: text, at: instant, platforms: texts, topics: texts };
const ALERT = z.union([
  z.object({ ...alertFields, kind: z.enum(['documents', 'signals']), changeId: text }),
  z.object({ ...alertFields, kind: z.enum(['news', 'regulation']), storyId: text }),
  z.object({ ...alertFields, kind: z.literal('regulation'), event: z.looseObject({}) }),
  z.object({ ...alertFields, kind: z.literal('digest'), alertIds: texts, from: instant, to: instant }),
]);

const DELIVERY_LOG_ENTRY = z.object({ alertId: text, kind, guildId: text, channelId: text, at: instant });

const STORY = z.object({
  id: text,
  platforms: texts,
  topics: texts,
  kind: text,
  label: text,
  firstSeen: instant,
  items: z.array(z.object({ title: text, link: text, outlet: text })),
});

const CHANGE = z.object({
  id: text,
  document: text,
  platform: text,
  firstSeenNew: instant,
  assessment: z.object({ significance: text, topics: texts, evidence: z.array(z.looseObject({})) }),
});

const SIGNAL_CHANGE = z.object({
  id: text,
  platform: text,
  kind: text,
  firstSeenNew: instant,
  moves: z.array(z.looseObject({})),
});

/** A page with an invalid head is treated as new, instead of never being read again. */
const HEAD = z.object({
  current: z.object({ version: text, identity: text, firstSeen: instant, lastSeen: instant }),
  earlier: z.record(text, z.looseObject({})),
});

const STANCE = z.object({
  document: text,
  version: text,
  seen: instant,
  training: text,
  lines: z.array(z.object({ topic: text, quotes: z.array(z.looseObject({})) })),
});

/** A zone unknown to this Node would throw wherever a time is formatted. */
const timeZone = text.refine((name) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
});

const SERVER = z.object({ guildId: text, timeZone: timeZone.optional(), digestDay: z.enum(WEEKDAYS).optional() });

const guardFor =
  (shape: z.ZodType): ValueGuard =>
  (value) =>
    shape.safeParse(value).success;

export const VALUE_GUARDS: Partial<Record<CollectionName, ValueGuard>> = {
  subscriptions: guardFor(SUBSCRIPTION),
  outbox: guardFor(DELIVERY),
  alerts: guardFor(ALERT),
  deliveryLog: guardFor(DELIVERY_LOG_ENTRY),
  stories: guardFor(STORY),
  changes: guardFor(CHANGE),
  signalChanges: guardFor(SIGNAL_CHANGE),
  servers: guardFor(SERVER),
  heads: guardFor(HEAD),
  signalHeads: guardFor(HEAD),
  stances: guardFor(STANCE),
};
