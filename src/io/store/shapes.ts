/**
 * What a stored value must have where a wrong one would stop more than itself: every alert goes through these four collections.
 * Only what is relied on is asked for, so that stores of earlier versions pass.
 */
import { z } from 'zod';
import { ALERT_KINDS, type Alert, type Delivery, PRIORITIES } from '../../domain.ts';

export type Fits = (value: unknown) => boolean;

const text = z.string();
const texts = z.array(text);
const kind = z.enum([...ALERT_KINDS, 'digest'] satisfies Alert['kind'][]);
const instant = text.refine((written) => !Number.isNaN(Date.parse(written)));

/** One that is added and forgotten here does not compile. */
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

const told = { id: text, at: instant, platforms: texts, topics: texts };
const ALERT = z.union([
  z.object({ ...told, kind: z.enum(['documents', 'signals']), changeId: text }),
  z.object({ ...told, kind: z.enum(['news', 'regulation']), storyId: text }),
  z.object({ ...told, kind: z.literal('regulation'), event: z.looseObject({}) }),
  z.object({ ...told, kind: z.literal('digest'), alertIds: texts, from: instant, to: instant }),
]);

const DELIVERED = z.object({ alertId: text, kind, guildId: text, channelId: text, at: instant });

const asked =
  (shape: z.ZodType): Fits =>
  (value) =>
    shape.safeParse(value).success;

export const SHAPES = {
  subscriptions: asked(SUBSCRIPTION),
  outbox: asked(DELIVERY),
  alerts: asked(ALERT),
  delivered: asked(DELIVERED),
} as const;
